import * as z from 'zod/mini';
import type { DeepReadonly } from './readonly.js';

/** A file of a draft or a case. */
export const AttachmentSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  name: z.string().check(z.maxLength(1000)),
  /** Bytes. */
  size: z.number().check(z.gte(0)),
  /** The media type, empty when unknown. */
  type: z.string().check(z.maxLength(200)),
  status: z.enum(['waiting', 'uploading', 'uploaded', 'failed']),
  /** What the uploader calls the file; the backend finds it by this. */
  ref: z.optional(z.string().check(z.maxLength(2000))),
});
export type Attachment = z.infer<typeof AttachmentSchema>;

/** What an upload area takes. */
export const AttachmentLimitsSchema = z.strictObject({
  /** Tokens as in the `accept` attribute of HTML: `.png`, `image/*`, `application/pdf`. */
  accept: z.optional(z.array(z.string())),
  /** Bytes of one file. */
  maxSize: z.optional(z.number().check(z.gte(1))),
  /** Files of one draft. */
  maxFiles: z.optional(z.number().check(z.gte(1))),
});
export type AttachmentLimits = DeepReadonly<z.infer<typeof AttachmentLimitsSchema>>;

/** The limits where a definition gives none: 20 files of 50 MB. */
export const DEFAULT_ATTACHMENT_LIMITS = { maxFiles: 20, maxSize: 50_000_000 } as const;
