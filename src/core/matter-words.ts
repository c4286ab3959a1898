import { Analyzer, fold, wordSet } from './search/analyze.js';
import type { Language } from './search/language.js';
import { eachWord } from './search/tokenize.js';

/** Characters of a text that are looked at. */
const LOOKED_AT = 5000;

/** A word that tells what a text is about. */
export interface MatterWord {
  /** What it has in common with its other forms; a word with a hyphen is also its parts. */
  readonly terms: readonly string[];
  /** Whether it names one thing among others of its kind: it holds a digit, or has a capital amidst the text. */
  readonly isName: boolean;
}

/** Reads texts: gives the words that tell what they are about, without those that say nothing of it. */
export type MatterReader = (text: string) => MatterWord[];

/** For texts of a language; of one that nobody knows every word tells, as it is written. */
export function matterReader(language: Language = UNKNOWN): MatterReader {
  const analyzer = new Analyzer(language);
  const smallTalk = wordSet(language.smallTalk);
  return (text) => {
    const words = new Map<string, MatterWord>();
    eachWord(text.slice(0, LOOKED_AT), (written, start) => {
      const terms = analyzer.termsOf(written);
      const word = fold(written);
      if (!terms.length || smallTalk.has(word) || words.has(word)) return;
      const isAmidst = /[^\s.!?:][\s,;]+$/.test(text.slice(0, start));
      const isName = /\p{N}/u.test(written) || (isAmidst && /^\p{Lu}/u.test(written));
      words.set(word, { terms, isName });
    });
    return [...words.values()];
  };
}

/** Whether two words mean the same. */
export const isSameWord = (one: MatterWord, other: MatterWord): boolean =>
  one.terms.some((term) => other.terms.includes(term));

/** Those of some words that are among others, and those that are not. */
export function sharedWords(
  words: readonly MatterWord[],
  others: readonly MatterWord[],
): { readonly shared: MatterWord[]; readonly own: MatterWord[] } {
  const isShared = (word: MatterWord) => others.some((other) => isSameWord(word, other));
  return { shared: words.filter(isShared), own: words.filter((word) => !isShared(word)) };
}

const UNKNOWN: Language = { code: '', stem: (word) => word, stopWords: '', smallTalk: '' };
