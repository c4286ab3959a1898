import type { Requester } from '../schema/requester.js';

/** Somebody of whom the page may say no more than what names them. */
export const asRequester = <Known extends Requester>(
  given: Known | string | undefined,
): Known | Requester | undefined => (typeof given === 'string' ? { id: given } : given);

/** What stays the same of somebody who has signed in; nothing of one who is known only by a name. */
export const identityOf = (given: Requester | string | undefined): string | undefined => {
  const requester = asRequester(given);
  return requester?.id ?? requester?.email;
};
