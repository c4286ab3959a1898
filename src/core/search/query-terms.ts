import type { QueryAnalyzer } from './analyzers.js';
import type { QueryWord } from './query-words.js';
import { corrections } from './spelling.js';
import type { Entry, WordList } from './word-list.js';

/** Letters from which on a last word is completed. */
const BEGINNING = 2;
const MOST_COMPLETIONS = 6;
/** What all completions together count, where the word as it stands is known and where it is not. */
const BESIDE_KNOWN = 0.25;
const INSTEAD = 0.8;
/** What the likeliest word counts that is one typing error away. */
const CORRECTED = 1;
/** A word in so few articles may be a typing error of theirs, where another is in so many times more. */
const RARE = 2;
const MUCH_MORE = 20;
/** What a word that no article holds counts against a fit. */
const UNKNOWN = 0.8;
/** Words of a query that are corrected. */
const MOST_CORRECTED = 6;

/** A term that a query asks for. */
interface QueryTerm {
  readonly term: string;
  readonly entry: Entry;
  /** How much it counts before its rarity does. */
  readonly weight: number;
  /** The word that it stands for. */
  readonly word: string;
}

/** The same with what it is worth: its weight times its rarity. */
export interface WeighedTerm extends QueryTerm {
  readonly value: number;
}

/** What a query asks for. */
export interface Asked {
  readonly terms: WeighedTerm[];
  /** What all its words are worth, those that no article holds included. */
  readonly asked: number;
  /** The same of its subject alone. */
  readonly askedBySubject: number;
  readonly subjectTerms: WeighedTerm[];
}

type Completion = readonly [term: string, count: number];

/** The words of an index. */
export interface Words {
  readonly terms: WordList;
  readonly forms: WordList;
  readonly alphabet: string;
  /** Articles. */
  readonly size: number;
}

/** The terms of an index that the words of a query stand for. */
export class QueryTerms {
  readonly #words: Words;
  readonly #corrections = new Map<string, readonly string[]>();

  constructor(words: Words) {
    this.#words = words;
  }

  of(words: readonly QueryWord[], analyzer: QueryAnalyzer): Asked {
    const found = new Map<string, QueryTerm>();
    let unknown = 0;
    let unknownOfSubject = 0;
    let corrected = 0;
    const add = ({ word }: QueryWord, term: string, weight: number) => {
      const known = found.get(term);
      const entry = known?.entry ?? this.#words.terms.find(term);
      if (!entry) return false;
      if (!known || known.weight < weight) found.set(term, { term, entry, weight, word });
      return true;
    };
    for (const word of words) {
      const own = word.terms.filter((term) => add(word, term, word.weight));
      const enough = Math.max(0, ...own.map((term) => found.get(term)?.entry.count ?? 0));
      const endings = word.isLast ? this.#completions(word, enough, analyzer) : [];
      const total = endings.reduce((sum, [, count]) => sum + count, 0);
      const share = word.weight * (own.length ? BESIDE_KNOWN : INSTEAD);
      for (const [term, count] of endings) add(word, term, share * Math.sqrt(count / total));
      const isRare = own.length > 0 && enough <= RARE && !endings.length;
      // A stop word that is typed last asks for nothing: “sign in” is “sign”.
      if ((own.length && !isRare) || endings.length || !word.terms.length) continue;
      const meant = corrected++ < MOST_CORRECTED ? this.#corrected(word.word, analyzer) : [];
      for (const [place, term] of meant.entries()) {
        const count = this.#words.terms.find(term)?.count ?? 0;
        if (isRare && count < MUCH_MORE * enough) continue;
        add(word, term, (word.weight * CORRECTED) / (1 + place / 2));
      }
      if (meant.length || isRare || word.isSmallTalk) continue;
      const missing = UNKNOWN * word.weight * this.#rarity(0);
      unknown += missing;
      if (word.isOfSubject) unknownOfSubject += missing;
    }
    const terms = Array.from(found.values(), (one): WeighedTerm => {
      return { ...one, value: one.weight * this.#rarity(one.entry.count) };
    });
    const ofSubject = new Set(words.flatMap((one) => (one.isOfSubject ? [one.word] : [])));
    const subjectTerms = terms.filter(({ word }) => ofSubject.has(word));
    return {
      terms,
      asked: worth(terms, unknown),
      subjectTerms,
      askedBySubject: worth(subjectTerms, unknownOfSubject),
    };
  }

  /** The inverse document frequency of BM25. */
  #rarity(count: number): number {
    return Math.log(1 + Math.max(this.#words.size - count + 0.5, 0.5) / (count + 0.5));
  }

  /** The most frequent terms that begin with a word. */
  #completions(
    { word, terms: own }: QueryWord,
    enough: number,
    { stem }: QueryAnalyzer,
  ): Completion[] {
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
      if (stems.size < MOST_COMPLETIONS) stems.add(stem(forms.word()));
    });
    return Array.from(stems)
      .filter((term) => !own.includes(term))
      .map((term) => [term, terms.find(term)?.count ?? 0]);
  }

  #corrected(word: string, analyzer: QueryAnalyzer): readonly string[] {
    let known = this.#corrections.get(word);
    if (!known) {
      known = corrections(word, this.#words, analyzer);
      if (this.#corrections.size > 500) this.#corrections.clear();
      this.#corrections.set(word, known);
    }
    return known;
  }
}

function worth(terms: readonly WeighedTerm[], unknown: number): number {
  return terms.reduce((sum, { value }) => sum + value, unknown);
}
