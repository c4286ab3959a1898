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

/** The requester as the page knows them. */
export interface SignedIn extends Requester {
  /** Proves to the backend who they are; goes along as a bearer token (RFC 6750), and is kept nowhere. */
  readonly token?: string | undefined;
}
