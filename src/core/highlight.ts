import type { SolutionQuery, TextRange } from '../schema/solution.js';

interface Word {
  readonly start: number;
  readonly written: string;
  readonly folded: string;
}

/** Characters that are looked at of any one text: what is shown is shorter, what is sent may not be. */
const LOOKED_AT = 1000;
/** Letters that a word may have more in another form: password, passwords. */
const ENDING = 3;

// Accents and vowel points of alphabets. In other scripts a mark makes another letter.
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]/g;
const ABBREVIATION = /.[\p{Lu}\p{N}]/u;

/**
 * Finds the words of a query in texts, whatever their case and accents.
 *
 * A word counts in another form too, and the last word of the subject and of the description, which
 * may be half typed, by its beginning. Short words, which are mostly articles and prepositions, count
 * only where a text writes them as an abbreviation; those of a description have to be longer still.
 */
export function highlighter({
  subject,
  description,
}: SolutionQuery): (text: string) => TextRange[] {
  const parts = [words(subject), words(description)];
  // A description tells a story, mostly in short words; what it is about is in the long ones.
  const asked = [...words(subject), ...words(description).filter(isLong)];
  const begun = parts.flatMap((part) => part.slice(-1));
  const isMatch = (word: Word) =>
    asked.some((one) => isForm(one.folded, word)) ||
    begun.some(({ folded }) => isTelling(folded, 3) && word.folded.startsWith(folded));
  return (text) =>
    words(text)
      .filter(isMatch)
      .map(({ start, written }) => [start, start + written.length]);
}

/** Whether a text's word is one that was asked for, or differs from it by its ending alone. */
function isForm(asked: string, { written, folded }: Word): boolean {
  if (asked === folded && ABBREVIATION.test(written)) return true;
  if (folded.startsWith(asked)) {
    return folded.length - asked.length <= ENDING && isTelling(asked, 4);
  }
  // Thanks is no form of than, but passwords is one of password.
  return asked.startsWith(folded) && asked.length - folded.length <= ENDING && isTelling(folded, 5);
}

function isLong({ written, folded }: Word): boolean {
  return isTelling(folded, 6) || ABBREVIATION.test(written);
}

/** Whether a word is long enough to mean something; scripts without case have shorter words. */
function isTelling(folded: string, letters: number): boolean {
  return folded.length >= (folded === folded.toLowerCase() ? 2 : letters);
}

/** The words of a text; none in a browser that cannot tell them apart. */
function words(text: string): Word[] {
  const { Segmenter } = Intl as Partial<typeof Intl>;
  if (!Segmenter) return [];
  const segmenter = new Segmenter([], { granularity: 'word' });
  return [...segmenter.segment(text.slice(0, LOOKED_AT))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ start: index, written: segment, folded: fold(segment) }));
}

/** Upper case, for it alone makes one of ß and ss, and of the two small sigmas. */
function fold(word: string): string {
  return word.normalize('NFKD').replace(ACCENTS, '').toUpperCase();
}
