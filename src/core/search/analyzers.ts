import { Analyzer, wordSet } from './analyze.js';
import type { Language } from './language.js';
import { eachWord } from './tokenize.js';

/** Words of a query that are looked at to tell its language. */
const LOOKED_AT = 200;

/** For words of a language that nobody gave: they are found as they are written. */
const unknown: Language = { code: '', stem: (word) => word, stopWords: '', smallTalk: '' };

/** How the words of queries become terms, in the languages of an index. */
export interface QueryAnalyzer {
  readonly termsOf: (word: string) => readonly string[];
  readonly stem: (word: string) => string;
  readonly smallTalk: ReadonlySet<string>;
}

/**
 * Makes the analyzer of a query: stop words and small talk of the language it is written in, and the
 * terms of all languages of the index, for an article may be in another one.
 */
export function queryAnalyzers(languages: readonly Language[]): (text: string) => QueryAnalyzer {
  const all = (languages.length ? languages : [unknown]).map((language) => {
    const analyzer = new Analyzer(language);
    const smallTalk = wordSet(language.smallTalk);
    return { analyzer, smallTalk, stopWords: wordSet(language.stopWords) };
  });
  const made = all.map(({ analyzer: own, smallTalk }): QueryAnalyzer => {
    const others = all.map(({ analyzer }) => analyzer).filter((other) => other !== own);
    const termsOf = (word: string) => {
      const terms = own.termsOf(word);
      if (!others.length || !terms.length) return terms;
      return [...new Set([...terms, ...others.flatMap((other) => other.termsOf(word))])];
    };
    return { termsOf, stem: (word) => own.stem(word), smallTalk };
  });
  return (text) => {
    const counts = all.map(() => 0);
    let looked = all.length > 1 ? 0 : LOOKED_AT;
    if (looked === 0) {
      eachWord(text.slice(0, LOOKED_AT * 10), (word) => {
        const folded = word.toLowerCase();
        if (looked++ >= LOOKED_AT) return;
        all.forEach(({ stopWords, smallTalk }, index) => {
          if (stopWords.has(folded) || smallTalk.has(folded))
            counts[index] = (counts[index] ?? 0) + 1;
        });
      });
    }
    return made[counts.indexOf(Math.max(...counts))] as QueryAnalyzer;
  };
}
