import type { SolutionQuery } from '../../schema/solution.js';
import { fold } from './analyze.js';
import type { QueryAnalyzer } from './analyzers.js';
import { ownWords } from './own-words.js';
import { eachWord } from './tokenize.js';

/** Words that a query keeps before its small talk counts less. */
const ENOUGH = 4;
/** What small talk counts then. */
const SMALL_TALK = 0.3;
/** What the description says counts beside the subject, and how soon another mention adds little. */
const DESCRIPTION = 1.1;
const SATURATION = 0.7;
/** After so many words of the description another one counts half: people say first what matters. */
const PATIENCE = 120;
/** Different words of a query that are looked up. */
const MOST_WORDS = 200;

/** A word of a query. */
export interface QueryWord {
  /** Folded, as the person wrote it. */
  readonly word: string;
  readonly terms: readonly string[];
  readonly weight: number;
  /** It may be half typed. */
  readonly isLast: boolean;
  readonly isOfSubject: boolean;
  readonly isSmallTalk: boolean;
}

interface Counts {
  readonly terms: readonly string[];
  inSubject: number;
  inDescription: number;
}

/** What a query is about: its words without stop words; small talk counts less where there is enough else. */
export function queryWords(
  { subject, description }: SolutionQuery,
  { termsOf, smallTalk }: QueryAnalyzer,
): QueryWord[] {
  const words = new Map<string, Counts>();
  const own = ownWords(description);
  let last = '';
  const read = (text: string, count: (counts: Counts, place: number) => void) => {
    let place = 0;
    eachWord(text, (written, start) => {
      const terms = termsOf(written);
      const word = fold(written);
      last = start + written.length === text.length ? word : '';
      const counts = words.get(word) ?? { terms, inSubject: 0, inDescription: 0 };
      if (words.size < MOST_WORDS) words.set(word, counts);
      count(counts, place++);
    });
  };
  read(subject, (counts) => (counts.inSubject = 1));
  read(own, (counts, place) => (counts.inDescription += PATIENCE / (PATIENCE + place)));
  const telling = [...words].filter(([word, { terms }]) => terms.length && !smallTalk.has(word));
  const quiet = telling.length < ENOUGH ? 1 : SMALL_TALK;
  return Array.from(words, ([word, { terms, inSubject, inDescription }]) => ({
    word,
    terms,
    weight:
      (smallTalk.has(word) ? quiet : 1) *
      (inSubject + (DESCRIPTION * inDescription) / (inDescription + SATURATION)),
    isLast: word === last,
    isOfSubject: inSubject > 0,
    isSmallTalk: smallTalk.has(word),
  })).filter(({ terms, isLast }) => terms.length || isLast);
}
