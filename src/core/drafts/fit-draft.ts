import type { Definition } from '../../schema/definition.js';
import type { Field } from '../../schema/field.js';
import type { KeptDraft, KeptField } from '../../schema/kept-draft.js';
import { isEmpty } from '../conditions.js';
import { isOption } from '../options.js';

/** An answer that has no place in the form any more. */
export interface Leftover {
  /** The name of the field that it was kept under. */
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

/** What a definition takes of a draft, and what it does not. */
export interface FittedDraft {
  readonly values: Record<string, unknown>;
  readonly leftovers: readonly Leftover[];
}

const TEXTS = new Set(['text', 'multiline', 'email', 'phone', 'url', 'number']);

/**
 * Gives a draft to a definition that may have changed since it was written.
 *
 * Taken is what a field can hold, whether it is right or not: half an address is what somebody is about
 * to write. What it cannot hold is left over, as text for the person to copy.
 */
export function fitDraft(draft: KeptDraft, definition: Definition): FittedDraft {
  const byName = new Map(definition.fields.map((field) => [field.name, field]));
  const values: Record<string, unknown> = {};
  const leftovers: Leftover[] = [];
  for (const [name, kept] of Object.entries(draft.fields)) {
    const field = byName.get(name);
    const { taken, left } = field ? fitAnswer(field, kept) : { taken: undefined, left: kept.value };
    if (field && taken !== undefined) values[name] = taken;
    const text = textOf(left);
    if (text) leftovers.push({ name, label: kept.label, text });
  }
  return { values, leftovers };
}

interface Fit {
  readonly taken?: unknown;
  readonly left?: unknown;
}

function fitAnswer(field: Field, { value, type }: KeptField): Fit {
  // What says nothing empties any field.
  if (isEmpty(value)) return { taken: field.type === 'choices' ? [] : '' };
  const judge = judges[field.type];
  if (judge) return judge(field, value);
  if (TEXTS.has(field.type)) return asLine(field, value);
  return field.type === type ? { taken: value } : { left: value };
}

const judges: Readonly<Record<string, (field: Field, value: unknown) => Fit>> = {
  choice: (field, value) => (isOption(field, value) ? { taken: value } : { left: value }),
  choices: (field, value) => {
    const all: unknown[] = [value].flat();
    const left = all.filter((item) => !isOption(field, item));
    return { taken: all.filter((item) => isOption(field, item)), left };
  },
  checkbox: asTick,
  consent: asTick,
  // A date control shows nothing of what is none.
  date: (_, value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
      ? { taken: value }
      : { left: value },
};

function asTick(_: Field, value: unknown): Fit {
  return typeof value === 'boolean' || value === 'on' ? { taken: value } : { left: value };
}

/** A line has no breaks, and its control would drop them without a word. */
function asLine({ type }: Field, value: unknown): Fit {
  if (typeof value === 'number') return { taken: String(value) };
  if (typeof value !== 'string') return { left: value };
  return { taken: type === 'multiline' ? value : value.replace(/[\r\n]+/g, ' ') };
}

function textOf(value: unknown): string {
  if (isEmpty(value) || typeof value === 'boolean') return '';
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
