import type { Definition } from '../schema/definition.js';
import type { Field, OptionGroup } from '../schema/field.js';
import { conditionsOf, fieldsOf, holds, isEmpty } from './conditions.js';
import { isOption } from './options.js';
import { readAnswer } from './read-answer.js';

/** A field as the answers so far make it. */
export interface ResolvedField {
  readonly field: Field;
  readonly visible: boolean;
  readonly required: boolean;
  /** The options on offer now; ungrouped ones come in groups without a label. */
  readonly groups: readonly OptionGroup[];
  /** What counts: a hidden field has no value (unless it keeps it), nor has a withdrawn option. */
  readonly value: unknown;
}

type ValueOf = (name: string) => unknown;
type Settled = Omit<ResolvedField, 'required'>;

/** Every field of a definition as the answers so far make it. */
export function resolveFields(
  { fields }: Definition,
  values: Readonly<Record<string, unknown>>,
): ResolvedField[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const settled = new Map<Field, Settled>();
  const written = ({ name }: Field) => (Object.hasOwn(values, name) ? values[name] : undefined);
  const valueOf = (name: string) => {
    const field = byName.get(name);
    const known = field && settled.get(field);
    // A definition that refers to itself in a circle is read as if the field were shown.
    return field && readAnswer(field, known ? known.value : written(field));
  };
  for (const field of inOrder(fields)) settled.set(field, settle(field, written(field), valueOf));
  return fields.flatMap((field) => {
    const one = settled.get(field);
    return one ? { ...one, required: one.visible && isRequired(field, valueOf) } : [];
  });
}

function settle(field: Field, written: unknown, valueOf: ValueOf): Settled {
  const visible = !field.visible || holds(field.visible, valueOf);
  const groups = offered(field, valueOf);
  const isKept = visible || field.whenHidden === 'keep';
  return {
    field,
    visible,
    groups,
    value: isKept ? stillOffered(field, groups, written) : undefined,
  };
}

/** Found once for each definition: its fields are resolved at every key. */
const orders = new WeakMap<readonly Field[], ReadonlySet<Field>>();

/**
 * The fields, each behind those that its value depends on. Without recursion: 200 fields that hang on
 * each other by conditions of 20 levels are more than a stack holds.
 */
function inOrder(fields: readonly Field[]): ReadonlySet<Field> {
  const known = orders.get(fields);
  if (known) return known;
  const entered = new Set<Field>();
  const left = new Set<Field>();
  const path = [...fields];
  for (let field = path.at(-1); field; field = path.at(-1)) {
    if (entered.has(field)) {
      left.add(field);
      path.pop();
      continue;
    }
    entered.add(field);
    const names = new Set(dependencies(field));
    path.push(...fields.filter((other) => names.has(other.name) && !entered.has(other)));
  }
  orders.set(fields, left);
  return left;
}

/** The names of the fields that the value of a field depends on. */
const dependencies = (field: Field) =>
  conditionsOf(field).flatMap(({ key, condition }) =>
    // Two fields may each be required while the other is empty; that changes no value.
    key === 'required' ? [] : fieldsOf(condition),
  );

/** The answers that count, by field name; empty ones are left out. */
export function valuesOf(fields: readonly ResolvedField[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ field, value }) => (isEmpty(value) ? [] : [[field.name, value]])),
  );
}

const isRequired = ({ required }: Field, valueOf: ValueOf) =>
  typeof required === 'object' ? holds(required, valueOf) : !!required;

function offered({ options = [] }: Field, valueOf: ValueOf): OptionGroup[] {
  const isOn = ({ when }: Pick<OptionGroup, 'when'>) => !when || holds(when, valueOf);
  return options
    .map((option) => ('options' in option ? option : { when: option.when, options: [option] }))
    .filter(isOn)
    .map((group) => ({ ...group, options: group.options.filter(isOn) }))
    .filter((group) => group.options.length > 0);
}

/** Drops what another answer has withdrawn; a value that never was an option stays, to be refused. */
function stillOffered(field: Field, groups: readonly OptionGroup[], value: unknown): unknown {
  if (!field.options) return value;
  const isGone = (item: unknown) =>
    isOption(field, item) &&
    !groups.some((group) => group.options.some((option) => option.value === item));
  if (Array.isArray(value)) return value.filter((item) => !isGone(item));
  return isGone(value) ? undefined : value;
}
