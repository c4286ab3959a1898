/** Milliseconds that the first wait takes at most, and any wait that nobody asked for. */
const FIRST = 1000;
const LONGEST = 60_000;
/** Beyond what a server asks for, so that not all who were sent away come back at once. */
const SPREAD = 1000;
/** What a timer can count; one that is asked for more ends at once. */
const COUNTED = 2 ** 31 - 1;

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
  if (retryAfter !== undefined) return Math.min(retryAfter + random() * SPREAD, COUNTED);
  return random() * Math.min(LONGEST, FIRST * 2 ** (attempt - 1));
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
}
