import type * as z from 'zod/mini';
import { custom, maybe, object, oneOf, text } from './checks.js';

export type { AttachmentLimits } from './attachment-limits.js';

/** A file of a draft or a case. */
export const AttachmentSchema = object({
  id: text(2000),
  name: text(2000),
  /** Bytes. */
  size: custom<number>(Number.isFinite),
  /** The media type, empty when unknown. */
  type: text(2000),
  status: oneOf('waiting', 'uploading', 'uploaded', 'failed'),
  /** What the uploader calls the file; the backend finds it by this. */
  ref: maybe(text(2000)),
  /** What a picture shows, for people who cannot see it. */
  alt: maybe(text(1000)),
});
export type Attachment = z.infer<typeof AttachmentSchema>;

/** The limits where a definition gives none: 20 files of 50 MB. */
export const DEFAULT_ATTACHMENT_LIMITS = { maxFiles: 20, maxSize: 50_000_000 } as const;
