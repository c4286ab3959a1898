import { custom, listOf, object, text } from '../../schema/checks.js';
import type { KeptDraft, KeptField } from '../../schema/kept-draft.js';
import { parse } from '../../schema/parse.js';
import type { ReplyDraft } from '../views/reply.js';
import type { Leftover } from './fit-draft.js';
import { changedDraft, type KeepingTime, timeAfter } from './kept-draft.js';

/** The one field of a reply. */
export const QUESTION = 'written';

const UnansweredSchema = object({
  texts: listOf(text(50_000)),
  comments: custom<number>((count) => Number.isSafeInteger(count) && (count as number) >= 0),
});

/** Tries to send a reply that nobody has answered: one of them at most is on the case. */
export interface Unanswered {
  /** What was sent. */
  readonly texts: readonly string[];
  /** How many comments the case had before. */
  readonly comments: number;
}

/** What a kept draft says of a reply. */
export interface ReplyKept {
  readonly draft: ReplyDraft;
  readonly unanswered: Unanswered | undefined;
  /** Texts that had to give way to a later one. */
  readonly leftovers: readonly Leftover[];
}

/** The `form` of the draft of a reply, by the number of its case. */
export const replyFormOf = (number: string): string => `reply ${number}`;

export function replyOf({ key, fields }: KeptDraft): ReplyKept {
  const { [QUESTION]: written, tried, ...others } = fields;
  const leftovers = Object.entries(others).flatMap(([name, { label, value }]) =>
    typeof value === 'string' && value ? [{ name, label, text: value }] : [],
  );
  return {
    draft: { key, text: typeof written?.value === 'string' ? written.value : '' },
    unanswered: parse(UnansweredSchema, tried?.value).value,
    leftovers,
  };
}

/** What of a reply is written to its draft. */
export interface ReplyChange {
  readonly text?: string;
  /** Empty when nothing is unanswered any more. */
  readonly unanswered?: Unanswered | '';
}

/** The draft with a change of its reply; `label` names it where nothing else does. */
export function withReply(
  draft: KeptDraft,
  { text: written, unanswered: tried }: ReplyChange,
  { label, ...time }: KeepingTime & { readonly label: string },
): KeptDraft {
  const at = timeAfter(draft, time.now);
  const given = Object.entries({ [QUESTION]: written, tried }).filter(
    ([, value]) => value !== undefined,
  );
  const fields = given.map(([name, value]): [string, KeptField] => [
    name,
    { value, at, type: 'multiline', label },
  ]);
  return changedDraft(draft, { fields: { ...draft.fields, ...Object.fromEntries(fields) } }, time);
}

/**
 * The text of a reply that was kept, with what has been written before that was known: neither is worth
 * less than the other.
 */
export function joinedReply(kept: ReplyDraft, written: ReplyDraft): string {
  if (!written.text || written.key === kept.key || kept.text.includes(written.text)) {
    return kept.text;
  }
  return kept.text ? `${kept.text}\n\n${written.text}` : written.text;
}
