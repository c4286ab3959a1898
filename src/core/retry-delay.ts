<<<<<<< HEAD
/** Milliseconds that the first wait takes at most, and any wait that nobody asked for. */
const FIRST = 1000;
const LONGEST = 60_000;
/** Beyond what a server asks for, so that not all who were sent away come back at once. */
const SPREAD = 1000;

export interface RetryOptions {
  /** Tries that have failed: 1 after the first. */
  attempt: number;
  /** Milliseconds that the server asks to wait, where it does. */
  retryAfter?: number | undefined;
  /** From 0 to below 1. */
  random?: () => number;
}

/**
 * Milliseconds to wait before another try: any time up to one that doubles with every try ("full
 * jitter": Brooker, Exponential Backoff and Jitter, 2015), 60 s at most; never less than the server
 * asks for.
 */
export function retryDelay({ attempt, retryAfter, random = Math.random }: RetryOptions): number {
  if (retryAfter !== undefined) return retryAfter + random() * SPREAD;
  return random() * Math.min(LONGEST, FIRST * 2 ** attempt);
}

/**
 * Milliseconds that a `Retry-After` header asks for, which gives seconds or a date (RFC 9110, 10.2.3);
 * nothing where it gives neither.
 */
export function retryAfterOf(header: string | null | undefined, now: number): number | undefined {
  const value = header?.trim();
  if (!value) return undefined;
  const isDate = /^[a-z]{3}/i.test(value);
  const wait = isDate ? Date.parse(value) - now : /^\d+$/.test(value) ? Number(value) * 1000 : NaN;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
=======
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
>>>>>>> uploads
}
