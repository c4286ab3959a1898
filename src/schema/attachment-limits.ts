import * as z from 'zod/mini';
import type { DeepReadonly } from './readonly.js';

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
