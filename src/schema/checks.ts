import * as z from 'zod/mini';

// Each check and each type that zod brings has its own code; these few say the same in 2 kB less.

/** Text of at least so many characters, or a list of so many items. */
export const atLeast = (limit: number, message?: string) =>
  z.refine<{ length: number }>(({ length }) => length >= limit, message);

/** Text of at most so many characters, or a list of so many items. */
export const atMost = (limit: number, message?: string) =>
  z.refine<{ length: number }>(({ length }) => length <= limit, message);

/** Text that a pattern describes. */
export const matching = (pattern: RegExp, message?: string) =>
  z.refine<string>((value) => pattern.test(value), message);

/** One of a few values. */
export const oneOf = <const Values extends readonly unknown[]>(...values: Values) =>
  z.custom<Values[number]>((value) => values.includes(value));

/** An object with any keys, as JSON has them. */
export const record = () =>
  z.custom<Record<string, unknown>>(
    (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
  );
