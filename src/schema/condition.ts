import { custom } from './checks.js';
import { DEFINITION_LIMITS } from './limits.js';
import { compilePattern } from './safe-pattern.js';

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

export const ConditionSchema = custom<Condition>(
  (value) => isCondition(value),
  'is no condition, is nested too deeply, or holds a pattern that is not safe',
);

const isScalar = (value: unknown) => /^(string|number|boolean)$/.test(typeof value);

const COMPARISONS: Readonly<Record<string, (value: unknown) => boolean>> = {
  equals: isScalar,
  in: (value) => Array.isArray(value) && value.every(isScalar),
  startsWith: (value) => typeof value === 'string',
  matches: (value) => typeof value === 'string' && !!compilePattern(value),
  empty: (value) => typeof value === 'boolean',
};

/** Whether a value from outside is a condition that is safe to apply. */
export function isCondition(value: unknown, depth: number = DEFINITION_LIMITS.depth): boolean {
  if (typeof value !== 'object' || !value || depth === 0) return false;
  const { field, ...rest } = value as { field?: unknown };
  const [[key, operand] = ['', undefined], ...more] = Object.entries(rest);
  if (more.length) return false;
  if (typeof field === 'string')
    return Object.hasOwn(COMPARISONS, key) && !!COMPARISONS[key]?.(operand);
  if (field !== undefined) return false;
  const parts: unknown = key === 'not' ? [operand] : operand;
  return (
    /^(all|any|not)$/.test(key) &&
    Array.isArray(parts) &&
    parts.every((part) => isCondition(part, depth - 1))
  );
}
