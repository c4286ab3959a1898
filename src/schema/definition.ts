import * as z from 'zod/mini';
import { AttachmentLimitsSchema } from './attachment.js';
import { FieldSchema } from './field.js';
import { DEFINITION_LIMITS } from './limits.js';
import type { DeepReadonly } from './readonly.js';

/** The data that describes a form. It is JSON: it can come from a file, a server or a database. */
export const DefinitionSchema = z.strictObject({
  /** Names the form in drafts and cases. */
  id: z.string().check(z.regex(/^[\w.-]{1,64}$/)),
  fields: z.array(FieldSchema).check(z.minLength(1), z.maxLength(DEFINITION_LIMITS.fields)),
  /** Limits of the files that go along. */
  attachments: z.optional(AttachmentLimitsSchema),
});
export type Definition = DeepReadonly<z.infer<typeof DefinitionSchema>>;
