import type { Requester } from '../schema/requester.js';

/** Somebody of whom the page may say no more than what names them. */
export const asRequester = <Known extends Requester>(
  given: Known | string | undefined,
): Known | Requester | undefined => (typeof given === 'string' ? { id: given } : given);
