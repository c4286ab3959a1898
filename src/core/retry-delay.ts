/** No wait of our own is longer, in milliseconds. */
export const LONGEST_DELAY = 60_000;
const FIRST_DELAY = 1000;

export interface RetryCircumstances {
  /** How many attempts have failed in a row, from 1. */
  attempt: number;
  /** What the answer's header `Retry-After` says: seconds or a date. */
  retryAfter?: string | null | undefined;
  /** Milliseconds since 1970. */
  now: number;
  /** From 0 to 1, 1 excluded, as `Math.random` gives it. */
  random: () => number;
}

/**
 * How long to wait before the next attempt, in milliseconds: exponential from one second, with full
 * jitter, 60 s at most. Never less than the server asks for, which may be more.
 */
export function retryDelay({ attempt, retryAfter, now, random }: RetryCircumstances): number {
  const ceiling = Math.min(FIRST_DELAY * 2 ** Math.max(attempt - 1, 0), LONGEST_DELAY);
  const jitter = random() * ceiling;
  const asked = askedDelay(retryAfter, now);
  return asked === undefined ? jitter : asked + jitter;
}

/**
 * How long a header `Retry-After` asks to wait, in milliseconds (RFC 9110, section 10.2.3); nothing when
 * there is none that makes sense.
 */
export function askedDelay(retryAfter: string | null | undefined, now: number): number | undefined {
  const text = retryAfter?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // A date begins with a name; what `Date.parse` makes of anything else is not meant.
  const date = /^[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(date - now, 0);
}
