import type { Language } from '../../core/search/language.js';
import { tellingWords } from '../../core/search/telling-words.js';
import type { SolutionQuery } from '../../schema/solution.js';

/** Which words of a query a search is asked for. */
export interface WordOptions {
  /** The language whose small talk is left out; English when not given. */
  language?: Language;
}

/** Bytes of words that every search takes: Algolia refuses more. */
const BYTES = 512;

/** What searches take for more than a word: quotes make a phrase, a hyphen before a word excludes it. */
const OPERATORS = /["“”]|(?<!\S)-+/g;

/** The words of a query that say what it is about, without operators, as many as every search takes. */
export function askedWords(query: SolutionQuery, { language }: WordOptions): string {
  const told = tellingWords(query, { ...(language && { language }) });
  return fitting(told.replace(OPERATORS, ' ').replace(/\s+/g, ' ').trim());
}

/** Whole words of a beginning that fits; where a script has no blanks, as many letters. */
function fitting(text: string): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(BYTES));
  const beginning = text.slice(0, read);
  const isWhole = read === text.length || text.charAt(read) === ' ';
  return isWhole ? beginning : beginning.replace(/ \S*$/, '');
}
