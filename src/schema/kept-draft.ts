import type * as z from 'zod/mini';
import { AttachmentSchema } from './attachment.js';
import {
  checked,
  custom,
  listOf,
  matching,
  maybe,
  must,
  object,
  oneOf,
  record,
  text,
} from './checks.js';
import { ConsultedSchema } from './consulted.js';
import { KeySchema } from './draft.js';
import { parse } from './parse.js';

const time = custom<number>(Number.isFinite);

/** An answer as it was kept, with what is needed to show it where its field is gone. */
export const KeptFieldSchema = object({
  /** What the field held; empty where the person has emptied it. */
  value: custom<unknown>(() => true),
  /** When it was written, in milliseconds since 1970; of two, the later one counts. */
  at: time,
  type: text(200),
  label: text(2000),
});
export type KeptField = z.infer<typeof KeptFieldSchema>;

/** What is kept of a file beside its bytes. */
export const KeptFileSchema = object({
  id: checked<string>(text(200), matching(/./)),
  /** Of the draft that it was added to; its bytes are found by it. */
  key: KeySchema,
  name: text(2000),
  type: text(2000),
  lastModified: time,
  alt: maybe(text(2000)),
  attachment: maybe(AttachmentSchema),
});
export type KeptFile = z.infer<typeof KeptFileSchema>;

/** What a device keeps of a draft. Read from storage it is unknown until this has parsed it. */
export const KeptDraftSchema = object({
  /** Of this shape; what another one says is not guessed at. */
  version: oneOf(1),
  key: KeySchema,
  /** The `id` of the definition. */
  form: text(),
  /** When it was begun, in milliseconds since 1970: of two drafts of one form, the key of the older stays. */
  began: time,
  /** When something of it was last changed; it never goes back, whatever the clock does. */
  changed: time,
  /** When it is to be forgotten. */
  until: time,
  /**
   * It was being sent when its page ended: it can be sent again by itself, by the person (for not all
   * of it was kept), or not before the person has looked whether a case exists.
   */
  sending: maybe(oneOf('again', 'ask', 'unknown')),
  /** By the names of their fields; those too that the form has no more. */
  fields: checked<Record<string, KeptField>>(
    record(),
    must((fields: Record<string, unknown>) =>
      Object.values(fields).every((field) => parse(KeptFieldSchema, field).value),
    ),
  ),
  files: listOf(KeptFileSchema),
  solutions: listOf(ConsultedSchema),
});
export type KeptDraft = z.infer<typeof KeptDraftSchema>;
export type Sending = NonNullable<KeptDraft['sending']>;
