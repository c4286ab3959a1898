import type * as z from 'zod/mini';
import { listOf, maybe, object, text } from './checks.js';

/** The person who has the issue, not always the person who writes. */
export const RequesterSchema = object({
  id: maybe(text()),
  name: maybe(text()),
  email: maybe(text()),
  phone: maybe(text()),
  organisations: maybe(listOf(text())),
});
export type Requester = z.infer<typeof RequesterSchema>;
