import * as z from 'zod/mini';

/** A value that a condition can name. */
export type Scalar = string | number | boolean;

/**
 * Data that says when a field shows, is required, or which options it has.
 *
 * A field with several values (multiple choice) fulfils a condition when one of them does.
 * `startsWith` and `matches` ignore case; a pattern must be safe (see `compilePattern`).
 */
export type Condition =
  | { readonly field: string; readonly equals: Scalar }
  | { readonly field: string; readonly in: readonly Scalar[] }
  | { readonly field: string; readonly startsWith: string }
  | { readonly field: string; readonly matches: string }
  | { readonly field: string; readonly empty: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

const field = z.string();
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const nested: z.ZodMiniType<Condition> = z.lazy(() => ConditionSchema);

export const ConditionSchema: z.ZodMiniType<Condition> = z.union([
  z.strictObject({ field, equals: scalar }),
  z.strictObject({ field, in: z.array(scalar) }),
  z.strictObject({ field, startsWith: z.string() }),
  z.strictObject({ field, matches: z.string() }),
  z.strictObject({ field, empty: z.boolean() }),
  z.strictObject({ all: z.array(nested) }),
  z.strictObject({ any: z.array(nested) }),
  z.strictObject({ not: nested }),
]);
