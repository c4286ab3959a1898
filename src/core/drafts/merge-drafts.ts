import type { KeptDraft, KeptField } from '../../schema/kept-draft.js';
import { isEmpty } from '../conditions.js';

/**
 * Two states of one draft, or two drafts of one form, as one: of every field the later edit.
 *
 * The order does not matter, so that two tabs come to the same. Drafts that were begun apart are
 * merged, too; what both have written into one field is left under a name that no form has, which shows it
 * to the person as text.
 */
export function mergeDrafts(one: KeptDraft, other: KeptDraft): KeptDraft {
  const [first, second] = isBefore(one, other) ? [one, other] : [other, one];
  const [older, newer] = one.changed < other.changed ? [one, other] : [other, one];
  const names = new Set([...Object.keys(first.fields), ...Object.keys(second.fields)]);
  const fields = Object.fromEntries(
    [...names].flatMap((name) =>
      first.key === second.key ? [[name, later(first, second, name)]] : both(first, second, name),
    ),
  ) as Record<string, KeptField>;
  const isSame = first.key === second.key;
  return {
    ...newer,
    key: first.key,
    began: first.began,
    until: Math.max(one.until, other.until),
    fields,
    files: isSame ? newer.files : byId([...first.files, ...second.files]),
    solutions: newer.solutions.length ? newer.solutions : older.solutions,
  };
}

/** The names of the fields that hold something else in a draft than in another. */
export function differingFields(draft: KeptDraft, other: KeptDraft): string[] {
  return Object.entries(draft.fields).flatMap(([name, { value }]) => {
    const before = other.fields[name]?.value;
    return asText(value) === asText(before) ? [] : [name];
  });
}

/** Which of two drafts keeps its key: the one that was begun first. */
const isBefore = (one: KeptDraft, other: KeptDraft) =>
  one.began === other.began ? one.key <= other.key : one.began < other.began;

function later(one: KeptDraft, other: KeptDraft, name: string): KeptField | undefined {
  const [mine, theirs] = [one.fields[name], other.fields[name]];
  if (!mine || !theirs) return mine ?? theirs;
  // Edits of one instant: any rule will do that both tabs know.
  if (mine.at === theirs.at) return asText(mine.value) >= asText(theirs.value) ? mine : theirs;
  return mine.at > theirs.at ? mine : theirs;
}

function both(one: KeptDraft, other: KeptDraft, name: string): [string, KeptField | undefined][] {
  const kept = later(one, other, name);
  const from = kept === one.fields[name] ? other : one;
  const lost = from.fields[name];
  const isLoss =
    kept &&
    lost &&
    !isEmpty(lost.value) &&
    typeof lost.value === 'string' &&
    !asText(kept.value).includes(asText(lost.value).slice(1, -1));
  return [[name, kept], ...(isLoss ? [[`${name}.${from.key}`, lost] as [string, KeptField]] : [])];
}

/** An answer, so that it can be compared. */
export const asText = (value: unknown): string => JSON.stringify(value ?? '');

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];
