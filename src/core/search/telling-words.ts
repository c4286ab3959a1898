import type { SolutionQuery } from '../../schema/solution.js';
import { en } from '../languages/en.js';
import { Analyzer, fold, wordSet } from './analyze.js';
import type { Language } from './language.js';
import { ownWords } from './own-words.js';
import { eachWord } from './tokenize.js';

export interface TellingOptions {
  /** The language people write in; English unless given. */
  readonly language?: Language;
  /** Words of the description at most: 12 unless given. */
  readonly limit?: number;
}

/**
 * What to ask a search engine that does not rank long texts: the subject, and the most telling words
 * of the description, in the order in which they are written.
 */
export function tellingWords(
  { subject, description }: SolutionQuery,
  { language = en, limit = 12 }: TellingOptions = {},
): string {
  const analyzer = new Analyzer(language);
  const smallTalk = wordSet(language.smallTalk);
  const said = new Set<string>();
  eachWord(subject, (word) => analyzer.termsOf(word).forEach((term) => said.add(term)));
  const found = new Map<string, { word: string; worth: number; at: number }>();
  eachWord(ownWords(description), (word, at) => {
    const terms = analyzer.termsOf(word);
    const [term] = terms;
    if (!term || smallTalk.has(fold(word)) || terms.every((one) => said.has(one))) return;
    const known = found.get(term) ?? { word, worth: worth(word, at), at };
    found.set(term, { ...known, worth: known.worth + 0.5 });
  });
  const telling = [...found.values()].sort((one, other) => other.worth - one.worth).slice(0, limit);
  const words = telling.sort((one, other) => one.at - other.at).map(({ word }) => word);
  return [subject.trim(), ...words].join(' ').trim();
}

/** How much a word seems to tell: codes and names most, then long words, early ones before late ones. */
function worth(word: string, at: number): number {
  const isName = /\p{N}|[_.\\/]/u.test(word) && /\p{L}/u.test(word);
  const isCapital = at > 0 && /^\p{Lu}/u.test(word);
  return Math.min(word.length, 12) / 6 + (isName ? 1.5 : 0) + (isCapital ? 0.5 : 0) - at / 4000;
}
