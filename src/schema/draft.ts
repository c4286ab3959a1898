import type * as z from 'zod/mini';
import { AttachmentSchema } from './attachment.js';
import { checked, listOf, matching, maybe, object, record, text } from './checks.js';
import { ConsultedSchema } from './consulted.js';

/** Names a draft, and stays the same over retries: a backend makes one case of one key. */
export const KeySchema = checked<string>(text(), matching(/^[\w-]{16,64}$/));

/** What a person has written so far, whatever its definition; `draftSchema` holds it to one. */
export const DraftSchema = object({
  key: KeySchema,
  /** The `id` of the definition. */
  form: text(),
  /** Answers by the names of their fields. */
  values: record(),
  attachments: listOf(AttachmentSchema),
  /** Articles that were recommended for it. */
  solutions: maybe(listOf(ConsultedSchema)),
});
export type Draft<Values = Record<string, unknown>> = Omit<
  z.infer<typeof DraftSchema>,
  'values'
> & {
  values: Values;
};
