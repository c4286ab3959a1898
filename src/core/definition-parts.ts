import type { Condition } from '../schema/condition.js';
import type { Field, Option } from '../schema/field.js';
import { conditionsOf, fieldsOf } from './conditions.js';

export type Path = readonly (string | number)[];

/** A condition that looks at one field. */
export type Comparison = Extract<Condition, { field: string }>;

/** The comparisons of all conditions of a field, each with its place in the field. */
export function comparisonsOf(field: Field): [comparison: Comparison, path: Path][] {
  const { visible, required, options = [] } = field;
  return [
    ...within(visible, ['visible']),
    ...within(typeof required === 'object' ? required : undefined, ['required']),
    ...options.flatMap((entry, index) => [
      ...within(entry.when, ['options', index, 'when']),
      ...('options' in entry ? entry.options : []).flatMap(({ when }, inner) =>
        within(when, ['options', index, 'options', inner, 'when']),
      ),
    ]),
  ];
}

/** The comparisons of one condition, each with its place. */
export function within(condition: Condition | undefined, path: Path): [Comparison, Path][] {
  if (!condition) return [];
  if ('field' in condition) return [[condition, path]];
  if ('not' in condition) return within(condition.not, [...path, 'not']);
  const [key, parts] =
    'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
  return parts.flatMap((part, index) => within(part, [...path, key, index]));
}

/** An option of a choice, its place in the field, and all that must hold for it to be offered. */
export interface Offer {
  readonly option: Option;
  readonly path: Path;
  readonly when: readonly Condition[];
}

/** The options of a field, out of their groups. */
export function offersOf({ options = [] }: Field): Offer[] {
  const present = (...conditions: (Condition | undefined)[]) =>
    conditions.flatMap((condition) => condition ?? []);
  return options.flatMap((entry, index): Offer[] => {
    const path = ['options', index];
    if (!('options' in entry)) return [{ option: entry, path, when: present(entry.when) }];
    return entry.options.map((option, inner) => ({
      option,
      path: [...path, 'options', inner],
      when: present(entry.when, option.when),
    }));
  });
}

/**
 * By field, the fields that its value depends on, directly or through others; itself among them when
 * it is in a circle. Whether an answer is required changes no value, so `required` counts for nothing:
 * two fields may each be required while the other is empty.
 */
export function dependencies(fields: readonly Field[]): ReadonlyMap<string, ReadonlySet<string>> {
  const direct = new Map(
    fields.map((field) => [
      field.name,
      conditionsOf(field).flatMap(({ key, condition }) =>
        key === 'required' ? [] : fieldsOf(condition),
      ),
    ]),
  );
  const collect = (name: string, found: Set<string>): Set<string> => {
    for (const other of direct.get(name) ?? []) {
      if (found.has(other)) continue;
      found.add(other);
      collect(other, found);
    }
    return found;
  };
  return new Map(fields.map(({ name }) => [name, collect(name, new Set())]));
}
