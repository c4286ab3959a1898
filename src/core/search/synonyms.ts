import type { Analyzer } from './analyze.js';
import { eachWord } from './tokenize.js';

/** Phrases that mean the same, each as its terms. */
type Group = readonly (readonly string[])[];

/** What a host's thesaurus adds to articles. */
export class Synonyms {
  /** For each term, the groups that it is a part of. */
  readonly #groups = new Map<string, Group[]>();

  constructor(thesaurus: Iterable<readonly string[]>, analyzer: Analyzer) {
    for (const phrases of thesaurus) {
      const group = phrases
        .map((phrase) => termsOf(phrase, analyzer))
        .filter(({ length }) => length);
      for (const term of new Set(group.flat())) {
        this.#groups.set(term, [...(this.#groups.get(term) ?? []), group]);
      }
    }
  }

  /** The terms that an article with these terms lacks: those of the other phrases of a group. */
  missingIn(terms: Iterable<string>): Set<string> {
    const missing = new Set<string>();
    if (!this.#groups.size) return missing;
    const own = new Set(terms);
    const groups = new Set(Array.from(own).flatMap((term) => this.#groups.get(term) ?? []));
    for (const group of groups) {
      if (!group.some((phrase) => phrase.every((term) => own.has(term)))) continue;
      for (const term of group.flat()) if (!own.has(term)) missing.add(term);
    }
    return missing;
  }
}

function termsOf(text: string, analyzer: Analyzer): string[] {
  const terms = new Set<string>();
  eachWord(text, (word) => analyzer.termsOf(word).forEach((term) => terms.add(term)));
  return [...terms];
}
