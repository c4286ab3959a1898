import type { Definition } from '../../schema/definition.js';
import type { Draft } from '../../schema/draft.js';
import type { KeptDraft, KeptField, KeptFile } from '../../schema/kept-draft.js';
import { saysSomething } from '../conditions.js';
import { asText, differingFields } from './merge-drafts.js';

/** Hours that a draft is kept after its last change, where the page says nothing else. */
export const DRAFT_HOURS = 24;

const HOUR = 3_600_000;

/** What time it is, and how long a draft is kept from then on. */
export interface KeepingTime {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly hours: number;
}

/** A draft of which nothing has been written. */
export function blankDraft(
  { key, form }: Pick<Draft, 'key' | 'form'>,
  { now, hours }: KeepingTime,
): KeptDraft {
  const until = now + hours * HOUR;
  return {
    version: 1,
    key,
    form,
    began: now,
    changed: now,
    until,
    fields: {},
    files: [],
    solutions: [],
  };
}

/**
 * The draft with something changed in it.
 *
 * Its time is always later than that of any edit before, also of one that a clock which was wrong has
 * put into the future: what was written last has to count.
 */
export function changedDraft(
  draft: KeptDraft,
  change: Partial<Pick<KeptDraft, 'fields' | 'files' | 'solutions' | 'sending'>>,
  { now, hours }: KeepingTime,
): KeptDraft {
  const changed = timeAfter(draft, now);
  return { ...draft, ...change, changed, until: changed + hours * HOUR };
}

/** The time of an edit that is made now. */
export const timeAfter = ({ changed }: KeptDraft, now: number): number =>
  Math.max(now, changed + 1);

/** Answers as they are kept from now on; of a field that the definition does not have, none. */
export function keptFields(
  written: Readonly<Record<string, unknown>>,
  { fields }: Definition,
  { names, at }: { readonly names: readonly string[]; readonly at: number },
): Record<string, KeptField> {
  const kept = fields
    .filter(({ name }) => names.includes(name) && Object.hasOwn(written, name))
    .map(({ name, type, label }): [string, KeptField] => [
      name,
      { value: written[name] ?? '', at, type, label },
    ]);
  return Object.fromEntries(kept);
}

/** Whether there is anything that would be missed. */
export const isWorthKeeping = ({ fields, files }: KeptDraft): boolean =>
  files.length > 0 || Object.values(fields).some(({ value }) => saysSomething(value));

/** The draft without what it holds of some fields. */
export function withoutFields(
  draft: KeptDraft,
  gone: readonly { readonly name: string }[],
): KeptDraft {
  const names = new Set(gone.map(({ name }) => name));
  const rest = Object.entries(draft.fields).filter(([name]) => !names.has(name));
  return { ...draft, fields: Object.fromEntries(rest) };
}

/** The draft with nothing left in some fields, so that other tabs know that, too. */
export function withEmptied(
  draft: KeptDraft,
  gone: readonly { readonly name: string }[],
  time: KeepingTime,
): KeptDraft {
  const at = timeAfter(draft, time.now);
  const emptied = gone.flatMap(({ name }): [string, KeptField][] => {
    const field = draft.fields[name];
    return field ? [[name, { ...field, value: '', at }]] : [];
  });
  return changedDraft(draft, { fields: { ...draft.fields, ...Object.fromEntries(emptied) } }, time);
}

/** Whether the time of a draft is over. */
export const isForgotten = ({ until }: KeptDraft, now: number): boolean => until <= now;

/**
 * What may be written to a device: no field that is `sensitive`, and no text without what `mask` takes out
 * of it. A field that the definition has no more was not sensitive when it was kept.
 *
 * What is not kept as a whole is not sent again before the person has looked at it.
 */
export function storable(
  draft: KeptDraft,
  { fields: questions }: Definition,
  mask: (field: KeptField) => KeptField,
): KeptDraft {
  const sensitive = new Set(questions.flatMap((field) => (field.sensitive ? [field.name] : [])));
  const kept = Object.entries(draft.fields).filter(
    ([name]) => !sensitive.has(name.split('.')[0] ?? ''),
  );
  const fields = Object.fromEntries(
    kept.map(([name, field]) => [name, masked(field, mask(field))]),
  );
  const isWhole = differingFields(draft, { ...draft, fields }).length === 0;
  return { ...draft, fields, ...(draft.sending === 'again' && !isWhole && { sending: 'ask' }) };
}

/** What stands for an answer is older than that: it must never take its place. */
const masked = (whole: KeptField, part: KeptField): KeptField =>
  asText(whole.value) === asText(part.value) ? whole : { ...part, at: whole.at - 1 };

/** What is kept of a file beside its bytes. */
export function describedFile(
  key: string,
  file: Pick<File, 'name' | 'type' | 'lastModified'>,
  rest: Pick<KeptFile, 'id' | 'attachment' | 'alt'>,
): KeptFile {
  const { name, type, lastModified } = file;
  const { id, attachment, alt } = rest;
  return {
    id,
    key,
    name,
    type,
    lastModified,
    ...(attachment && { attachment }),
    ...(alt && { alt }),
  };
}
