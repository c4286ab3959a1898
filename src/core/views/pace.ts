/** Milliseconds that nobody waits longer than for a look, however quiet a case is. */
const LONGEST = 600_000;
/** Milliseconds that a timer of the browser can count; one that is asked for more ends at once. */
const COUNTED = 2 ** 31 - 1;

export interface PaceOptions {
  /** Milliseconds before the first look. */
  base: number;
  /** Looks in a row that have found nothing new. */
  quiet: number;
  /** Looks in a row that nobody has answered. */
  failures: number;
}

/** Milliseconds before the next look for changes: half as long again after each that found none, twice after each that failed. */
export const nextDelay = ({ base, quiet, failures }: PaceOptions): number =>
  Math.min(Math.max(base, LONGEST), base * 1.5 ** quiet * 2 ** failures, COUNTED);
