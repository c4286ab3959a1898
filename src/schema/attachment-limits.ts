import type * as z from 'zod/mini';
import { custom, listOf, maybe, strictObject, text } from './checks.js';
import type { DeepReadonly } from './readonly.js';

const count = maybe(custom<number>(Number.isFinite, 'expected number'));

/** What an upload area takes. */
export const AttachmentLimitsSchema = strictObject({
  /** Tokens as in the `accept` attribute of HTML: `.png`, `image/*`, `application/pdf`. */
  accept: maybe(listOf(text())),
  /** Bytes of one file. */
  maxSize: count,
  /** Files of one draft. */
  maxFiles: count,
});
export type AttachmentLimits = DeepReadonly<z.infer<typeof AttachmentLimitsSchema>>;
