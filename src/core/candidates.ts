import type { Condition } from '../schema/condition.js';
import type { Field } from '../schema/field.js';
import { type Comparison, offersOf } from './definition-parts.js';
import { readAnswer } from './read-answer.js';

/** A value that an answer can have, as conditions see it. */
export interface Candidate {
  readonly value: unknown;
  /** What must hold for the value to count. */
  readonly needs: readonly Condition[];
  /** Comparisons that some values of this kind fulfil and others do not. */
  readonly open?: 'matches' | 'all';
}

/** Stands for all texts that no condition names. */
const OTHER_TEXT = '\u{10FFFD}';

const TEXTS = ['text', 'multiline', 'email', 'phone', 'url', 'date'];

/**
 * The values of a field that make a difference to some comparisons with it: the options of a choice,
 * true and false, the texts and beginnings that the comparisons name, and any other text. To have no
 * value is not among them.
 */
export function candidatesOf(field: Field, comparisons: readonly Comparison[]): Candidate[] {
  const shown = field.visible && field.whenHidden !== 'keep' ? [field.visible] : [];
  return ownCandidates(field, comparisons).map((candidate) => ({
    ...candidate,
    needs: [...shown, ...candidate.needs],
  }));
}

function ownCandidates(field: Field, comparisons: readonly Comparison[]): Candidate[] {
  const { type } = field;
  const initial = readAnswer(field, field.default);
  if (type === 'choices') return chosen(field, [initial].flat());
  // What a select holds while nothing is chosen.
  if (type === 'choice') return chosen(field, ['', initial]);
  if (type === 'checkbox' || type === 'consent') return exactly([true, false, initial]);
  const named = comparisons.flatMap(constantsOf);
  const ofType = (type: string) => named.filter((value) => typeof value === type);
  if (type === 'number') return exactly(['', NaN, initial, ...ofType('number')]);
  if (TEXTS.includes(type)) {
    return [...kindsOfText(comparisons), ...exactly(['', initial, ...ofType('string')])];
  }
  return [{ value: undefined, needs: [], open: 'all' }];
}

const exactly = (values: readonly unknown[]): Candidate[] =>
  values.filter((value) => value !== undefined).map((value) => ({ value, needs: [] }));

/** An option counts while it is offered, a value that never was one always. */
function chosen(field: Field, others: readonly unknown[]): Candidate[] {
  const offers = new Map<string, Condition[]>();
  for (const { option, when } of offersOf(field)) {
    offers.set(option.value, [...(offers.get(option.value) ?? []), { all: when }]);
  }
  return [
    ...Array.from(offers, ([value, any]) => ({ value, needs: [{ any }] })),
    ...exactly(others.filter((value) => !offers.has(value as string))),
  ];
}

function constantsOf(comparison: Comparison): readonly unknown[] {
  if ('equals' in comparison) return [comparison.equals];
  return 'in' in comparison ? comparison.in : [];
}

/** Any other text, blank ones, and for each beginning that is named any that begins with it. */
function kindsOfText(comparisons: readonly Comparison[]): Candidate[] {
  const beginnings = comparisons.flatMap((comparison) =>
    'startsWith' in comparison ? comparison.startsWith.toLowerCase() : [],
  );
  const texts = [OTHER_TEXT, ' ', ...beginnings.map((beginning) => beginning + OTHER_TEXT)];
  return texts.map((value) => ({ value, needs: [], open: 'matches' }));
}
