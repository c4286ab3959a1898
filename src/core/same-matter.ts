import type { CaseSummary } from '../schema/case.js';
import type { DraftMatter } from './draft-matter.js';
import { type MatterReader, type MatterWord, sharedWords } from './matter-words.js';

/** Words that two subjects must share, and the share of the shorter one that these must be. */
const ENOUGH = 2;
const CONTAINED = 0.8;
/** The share of both together: a few words are in many long subjects. */
const ALIKE = 0.5;
/** Cases that are shown at most. */
const MOST = 3;

/**
 * The open cases that seem to be about what a draft is about, most alike first.
 *
 * It looks at subjects alone, which is what a list tells, and would rather say nothing: somebody who adds to
 * the wrong case is helped later than by a new one. The shorter subject must be in the other one but for a
 * fifth of its words; the name of the product, which is in all of them, does not count; and where each
 * subject names something that the other does not (another invoice, another person), they are not the same.
 */
export function sameMatter(
  cases: readonly CaseSummary[],
  draft: DraftMatter,
  read: MatterReader,
): CaseSummary[] {
  const common = read([draft.product, draft.topic].join('\n'));
  const telling = (subject: string) => {
    const words = read(subject);
    const { own } = sharedWords(words, common);
    return own;
  };
  const said = telling(draft.subject);
  const alike = cases
    .filter(({ status }) => status !== 'solved')
    .map((summary) => ({ summary, likeness: likeness(said, telling(summary.subject)) }))
    .filter(({ likeness }) => likeness > 0);
  alike.sort((one, other) => other.likeness - one.likeness);
  return alike.slice(0, MOST).map(({ summary }) => summary);
}

/** From 0, which is another matter, to 1, the same words. */
function likeness(one: readonly MatterWord[], other: readonly MatterWord[]): number {
  const { shared, own } = sharedWords(one, other);
  const { own: theirs } = sharedWords(other, one);
  const isOther = own.some(({ isName }) => isName) && theirs.some(({ isName }) => isName);
  const shorter = Math.min(one.length, other.length);
  const alike = (2 * shared.length) / (one.length + other.length);
  const isSame =
    !isOther && shared.length >= ENOUGH && shared.length >= CONTAINED * shorter && alike >= ALIKE;
  return isSame ? alike : 0;
}
