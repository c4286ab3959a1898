import type { SolutionQuery } from '../../schema/solution.js';
import { type Analyzer, fold, wordSet } from './analyze.js';
import type { Language } from './language.js';
import { ownWords } from './own-words.js';
import { eachWord } from './tokenize.js';

/** Words that a query keeps before its small talk is left out. */
const ENOUGH = 4;
/** What a word of the description counts beside one of the subject. */
const DESCRIPTION = 0.8;
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
}

/** What a query is about: its words without stop words, and without small talk if enough is left. */
export function queryWords(
  { subject, description }: SolutionQuery,
  analyzer: Analyzer,
  language: Language,
): QueryWord[] {
  const own = description ? ownWords(description) : '';
  const words = new Map<
    string,
    { inSubject: number; inDescription: number; terms: readonly string[] }
  >();
  const note = (text: string, field: 'inSubject' | 'inDescription') => {
    let last = '';
    eachWord(text, (written, start) => {
      const terms = analyzer.termsOf(written);
      const word = fold(written);
      last = start + written.length === text.length ? word : '';
      if (!terms.length && !last) return;
      const known = words.get(word) ?? { inSubject: 0, inDescription: 0, terms };
      known[field]++;
      if (words.size < MOST_WORDS) words.set(word, known);
    });
    return last;
  };
  const lastOfSubject = note(subject, 'inSubject');
  const lastOfDescription = note(own, 'inDescription');
  const smallTalk = wordSet(language.smallTalk);
  const all = [...words].filter(([, { terms }]) => terms.length);
  const telling = all.filter(([word]) => !smallTalk.has(word));
  const kept = telling.length >= ENOUGH ? telling : all;
  const last = description.trim() ? lastOfDescription : lastOfSubject;
  return kept.map(([word, { inSubject, inDescription, terms }]) => ({
    word,
    terms,
    weight: (inSubject ? 1 : 0) + (DESCRIPTION * inDescription) / (inDescription + 1),
    isLast: word === last,
  }));
}
