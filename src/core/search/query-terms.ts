import type { Analyzer } from './analyze.js';
import type { QueryWord } from './query-words.js';
import { corrections } from './spelling.js';
import type { Entry, WordList } from './word-list.js';

/** Letters from which on a last word is completed. */
const BEGINNING = 2;
const MOST_COMPLETIONS = 6;
/** What all completions together count, where the word as it stands is known and where it is not. */
const BESIDE_KNOWN = 0.25;
const INSTEAD = 0.8;
/** What a word counts that a typing error away. */
const CORRECTED = 0.8;
/** Words of a query that are corrected. */
const MOST_CORRECTED = 4;

/** A term that a query asks for. */
export interface QueryTerm {
  readonly term: string;
  readonly entry: Entry;
  /** How much it counts before its rarity does. */
  readonly weight: number;
  /** The word that it stands for. */
  readonly word: string;
}

type Completion = readonly [term: string, count: number];

/** The words of an index. */
export interface Words {
  readonly terms: WordList;
  readonly forms: WordList;
  readonly alphabet: string;
}

/** The terms of an index that the words of a query stand for. */
export class QueryTerms {
  readonly #words: Words;
  readonly #analyzer: Analyzer;
  readonly #corrections = new Map<string, readonly string[]>();

  constructor(words: Words, analyzer: Analyzer) {
    this.#words = words;
    this.#analyzer = analyzer;
  }

  of(words: readonly QueryWord[]): { terms: QueryTerm[]; unknown: QueryWord[] } {
    const found = new Map<string, QueryTerm>();
    const unknown: QueryWord[] = [];
    const add = ({ word }: QueryWord, term: string, weight: number) => {
      const known = found.get(term);
      const entry = known?.entry ?? this.#words.terms.find(term);
      if (!entry) return false;
      if (!known || known.weight < weight) found.set(term, { term, entry, weight, word });
      return true;
    };
    let corrected = 0;
    for (const word of words) {
      const own = word.terms.filter((term) => add(word, term, word.weight));
      const isKnown = own.length > 0;
      const enough = Math.max(0, ...own.map((term) => found.get(term)?.entry.count ?? 0));
      const endings = word.isLast ? this.#completions(word, enough) : [];
      const total = endings.reduce((sum, [, count]) => sum + count, 0);
      const share = word.weight * (isKnown ? BESIDE_KNOWN : INSTEAD);
      for (const [term, count] of endings) add(word, term, share * Math.sqrt(count / total));
      if (isKnown || endings.length || !word.terms.length) continue;
      const meant = corrected++ < MOST_CORRECTED ? this.#corrected(word.word) : [];
      meant.forEach((term) => add(word, term, word.weight * CORRECTED));
      if (!meant.length) unknown.push(word);
    }
    return { terms: [...found.values()], unknown };
  }

  /** The most frequent terms that begin with a word. */
  #completions({ word, terms: own }: QueryWord, enough: number): Completion[] {
    if (word.length < BEGINNING || !own.length) return [];
    const { terms, forms } = this.#words;
    const best: Completion[] = [];
    terms.eachFrom(word, (count) => {
      const worst = best[MOST_COMPLETIONS - 1];
      if (count <= enough || (worst && count <= worst[1])) return;
      const term = terms.word();
      if (own.includes(term)) return;
      let at = best.length;
      while (at > 0 && (best[at - 1]?.[1] ?? 0) < count) at--;
      best.splice(at, 0, [term, count]);
      best.length = Math.min(best.length, MOST_COMPLETIONS);
    });
    if (best.length || enough || word.length < 4) return best;
    const stems = new Set<string>();
    forms.eachFrom(word, () => {
      if (stems.size < MOST_COMPLETIONS) stems.add(this.#analyzer.stem(forms.word()));
    });
    return Array.from(stems)
      .filter((term) => !own.includes(term))
      .map((term) => [term, terms.find(term)?.count ?? 0]);
  }

  #corrected(word: string): readonly string[] {
    let known = this.#corrections.get(word);
    if (!known) {
      known = corrections(word, this.#words, this.#analyzer);
      if (this.#corrections.size > 500) this.#corrections.clear();
      this.#corrections.set(word, known);
    }
    return known;
  }
}
