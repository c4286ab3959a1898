import type { Definition } from '../schema/definition.js';
import type { Field } from '../schema/field.js';
import { isOption } from './options.js';

/** Everything that was written in any form, by field name, newest first. */
export type KeptAnswers = Readonly<Record<string, readonly unknown[]>>;

/** Answers that are remembered of one name; forms rarely have more kinds of a field. */
const MOST = 10;

type Values = Readonly<Record<string, unknown>>;

/**
 * Remembers what is written in a form before another takes its place. Answers that the other one has no
 * place for, or another kind of, stay for when the first one comes back.
 *
 * @param values - Everything that was written, hidden answers too: `DraftState.values`, not those of a draft.
 */
export function keepAnswers(kept: KeptAnswers, values: Values): KeptAnswers {
  const next = new Map<string, readonly unknown[]>(Object.entries(kept));
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const older = (next.get(name) ?? []).filter((other) => !isSame(other, value));
    next.set(name, [value, ...older].slice(0, MOST));
  }
  return Object.fromEntries(next);
}

/** What of it fits a form: for each field the newest answer that it can hold. */
export function answersFor({ fields }: Definition, kept: KeptAnswers): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const answers = Object.hasOwn(kept, field.name) ? (kept[field.name] ?? []) : [];
      const fitting = answers.filter((answer) => fits(field, answer));
      return fitting.length ? [[field.name, fitting[0]]] : [];
    }),
  );
}

/** Whether a field can show an answer. Whether it is right is another question, which is asked later. */
function fits(field: Field, answer: unknown): boolean {
  if (field.options) {
    const chosen: unknown[] = Array.isArray(answer) ? answer : [answer];
    return (
      Array.isArray(answer) === (field.type === 'choices') &&
      chosen.every((one) => one === '' || isOption(field, one))
    );
  }
  if (field.type === 'checkbox' || field.type === 'consent') return typeof answer === 'boolean';
  if (!TEXTS.has(field.type)) return true; // A host's own field type knows best.
  if (field.type === 'number' && typeof answer === 'number') return true;
  return (
    typeof answer === 'string' && (field.type !== 'date' || /^(\d{4}-\d\d-\d\d)?$/.test(answer))
  );
}

const TEXTS = new Set(['text', 'multiline', 'email', 'phone', 'url', 'number', 'date']);

const isSame = (one: unknown, other: unknown) =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
