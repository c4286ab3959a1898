import type { Definition } from '../schema/definition.js';
import type { Field, OptionGroup } from '../schema/field.js';
import { holds, isEmpty } from './conditions.js';

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

/** Every field of a definition as the answers so far make it. */
export function resolveFields(
  { fields }: Definition,
  values: Readonly<Record<string, unknown>>,
): ResolvedField[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const resolved = new Map<Field, ResolvedField | undefined>();

  const valueOf = (name: string) => {
    const field = byName.get(name);
    return field && resolve(field).value;
  };
  const resolve = (field: Field): ResolvedField => {
    const raw = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
    const known = resolved.get(field);
    if (known) return known;
    // A definition that refers to itself in a circle is read as if the field were shown.
    if (resolved.has(field))
      return { field, visible: true, required: false, groups: [], value: raw };
    resolved.set(field, undefined);
    const visible = !field.visible || holds(field.visible, valueOf);
    const groups = offered(field, valueOf);
    const result: ResolvedField = {
      field,
      visible,
      groups,
      required: visible && isRequired(field, valueOf),
      value: visible || field.whenHidden === 'keep' ? stillOffered(field, groups, raw) : undefined,
    };
    resolved.set(field, result);
    return result;
  };
  return fields.map(resolve);
}

/** The answers that count, by field name; empty ones are left out. */
export function valuesOf(fields: readonly ResolvedField[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ field, value }) => (isEmpty(value) ? [] : [[field.name, value]])),
  );
}

type ValueOf = (name: string) => unknown;

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
function stillOffered({ options }: Field, groups: readonly OptionGroup[], value: unknown): unknown {
  if (!options) return value;
  const all = options.flatMap((option) => ('options' in option ? option.options : [option]));
  const isGone = (item: unknown) =>
    all.some((option) => option.value === item) &&
    !groups.some((group) => group.options.some((option) => option.value === item));
  if (Array.isArray(value)) return value.filter((item) => !isGone(item));
  return isGone(value) ? undefined : value;
}
