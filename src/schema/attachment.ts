import * as z from 'zod/mini';
import { atMost, oneOf } from './checks.js';
import type { DeepReadonly } from './readonly.js';

const text = z.string().check(atMost(2000));

/** A file of a draft or a case. */
export const AttachmentSchema = z.object({
  id: text,
  name: text,
  /** Bytes. */
  size: z.number(),
  /** The media type, empty when unknown. */
  type: text,
  status: oneOf('waiting', 'uploading', 'uploaded', 'failed'),
  /** What the uploader calls the file; the backend finds it by this. */
  ref: z.optional(text),
});
export type Attachment = z.infer<typeof AttachmentSchema>;

/** What an upload area takes. */
export const AttachmentLimitsSchema = z.strictObject({
  /** Tokens as in the `accept` attribute of HTML: `.png`, `image/*`, `application/pdf`. */
  accept: z.optional(z.array(z.string())),
  /** Bytes of one file. */
  maxSize: z.optional(z.number()),
  /** Files of one draft. */
  maxFiles: z.optional(z.number()),
});
export type AttachmentLimits = DeepReadonly<z.infer<typeof AttachmentLimitsSchema>>;

/** The limits where a definition gives none: 20 files of 50 MB. */
export const DEFAULT_ATTACHMENT_LIMITS = { maxFiles: 20, maxSize: 50_000_000 } as const;
