import type { Condition } from '../schema/condition.js';
import type { Field } from '../schema/field.js';
import { matchesPattern } from '../schema/pattern.js';

/** Whether a value says nothing: absent, blank, or a list of nothing. `false` is an answer. */
export function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** Whether there is anything to read in an answer. A box without a tick says nothing. */
export const saysSomething = (value: unknown): boolean => value !== false && !isEmpty(value);

/**
 * Whether a condition holds.
 *
 * @param valueOf - Gives the value of a field by name, `undefined` for one that is hidden or unknown.
 */
export function holds(condition: Condition, valueOf: (field: string) => unknown): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, valueOf));
  if ('any' in condition) return condition.any.some((part) => holds(part, valueOf));
  if ('not' in condition) return !holds(condition.not, valueOf);
  const value = valueOf(condition.field);
  if ('empty' in condition) return isEmpty(value) === condition.empty;
  const test = (one: unknown) => compare(condition, one);
  return Array.isArray(value) ? value.some(test) : test(value);
}

type Comparison = Exclude<Extract<Condition, { field: string }>, { empty: unknown }>;

function compare(condition: Comparison, value: unknown): boolean {
  if ('equals' in condition) return value === condition.equals;
  if ('in' in condition) return condition.in.some((candidate) => candidate === value);
  if (typeof value !== 'string') return false;
  if ('matches' in condition) return matchesPattern(condition.matches, value, 'iu');
  return value.trimStart().toLowerCase().startsWith(condition.startsWith.toLowerCase());
}

/** The names of the fields that a condition looks at. */
export function fieldsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  if ('not' in condition) return fieldsOf(condition.not);
  return [condition.field];
}

/** Every condition of a field, with the key that it stands under. */
export function conditionsOf(field: Field): { key: keyof Field; condition: Condition }[] {
  const options = (field.options ?? []).flatMap((option) =>
    'options' in option ? [option, ...option.options] : [option],
  );
  const candidates: [keyof Field, Condition | boolean | undefined][] = [
    ['visible', field.visible],
    ['required', field.required],
    ...options.map(({ when }): [keyof Field, Condition | undefined] => ['options', when]),
  ];
  return candidates.flatMap(([key, condition]) =>
    typeof condition === 'object' ? [{ key, condition }] : [],
  );
}
