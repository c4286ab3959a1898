import type { Solution, SolutionQuery } from '../../schema/solution.js';
import { type QueryAnalyzer, queryAnalyzers } from './analyzers.js';
import { fitting } from './confidence.js';
import { type Explanation, explain } from './explain.js';
import type { IndexParts } from './index-parts.js';
import type { Language } from './language.js';
import { impactTable } from './occurrence.js';
import { type Wanted, bestPassage, rangesOf, wanted, weightOf } from './passage.js';
import { addCases, addPostings } from './postings.js';
import { QueryTerms, type WeighedTerm } from './query-terms.js';
import { queryWords } from './query-words.js';
import { type Ranked, rank } from './rank.js';

/** What past cases count beside the words of an article. */
const CASES = 2.5;
export interface SearchOptions {
  /** Solutions at most: 5 unless given. */
  readonly limit?: number;
  /** Whether each solution says how its score came about. */
  readonly explain?: boolean;
  /**
   * How near an article is to the query by the host's own reckoning, such as its vectors: from 0, not at
   * all, to 1. It is asked for the few best articles alone and adds to their scores.
   */
  readonly similarity?: (id: string) => number;
}

/** A query; one without a description is its subject alone. */
export type AskedQuery = Omit<SolutionQuery, 'description'> & { readonly description?: string };

/** A solution of an index always has its article's `id`. */
export interface FoundSolution extends Solution {
  id: string;
  /** How its score came about, where that was asked for. */
  explanation?: Explanation;
}

/** Searches an open index. */
export class Searcher {
  readonly #parts: IndexParts;
  readonly #analyzerFor: (text: string) => QueryAnalyzer;
  readonly #terms: QueryTerms;
  readonly #table = impactTable();
  readonly #words: Float32Array;
  readonly #cases: Float32Array | undefined;

  /** @throws IndexError where a part that every search reads is damaged. */
  constructor(parts: IndexParts, languages: readonly Language[]) {
    parts.check();
    this.#parts = parts;
    this.#analyzerFor = queryAnalyzers(
      languages.filter(({ code }) => parts.languages.includes(code)),
    );
    this.#terms = new QueryTerms(parts);
    this.#words = new Float32Array(parts.size);
    this.#cases = parts.cases ? new Float32Array(parts.size) : undefined;
  }

  /** Searches in steps of a few milliseconds at most; a search begins when the one before has ended. */
  *steps(about: AskedQuery, options: SearchOptions = {}): Generator<undefined, FoundSolution[]> {
    const query = { description: '', ...about };
    const analyzer = this.#analyzerFor(`${query.subject}\n${query.description}`);
    const words = queryWords(query, analyzer);
    const wants = this.#terms.of(words, analyzer);
    const { terms, asked } = wants;
    yield* this.#score(terms);
    const ranked = this.#rank(query, words.length, options);
    yield;
    const fit = fitting(ranked, { words, wants, postings: this.#parts.postings.bytes });
    const looked = wanted(terms, analyzer.termsOf);
    const found: FoundSolution[] = [];
    for (const one of fit) {
      yield;
      const solution = this.#solution(one, looked);
      if (options.explain) {
        solution.explanation = explain(one, terms, asked, this.#parts, this.#table);
      }
      found.push(solution);
    }
    return found;
  }

  *#score(terms: readonly WeighedTerm[]): Generator<undefined, void> {
    const { postings, norms } = this.#parts;
    this.#words.fill(0);
    this.#cases?.fill(0);
    for (const { entry, value } of terms) {
      postings.check(entry.start, entry.casesEnd);
      addPostings(postings.bytes, entry, value, this.#table, norms, this.#words);
      if (this.#cases) addCases(postings.bytes, entry, value * CASES, this.#cases);
      yield;
    }
  }

  #rank(query: SolutionQuery, length: number, { limit = 5, similarity }: SearchOptions): Ranked[] {
    const { traits, articles } = this.#parts;
    const near = similarity && ((article: number) => similarity(articles.idOf(article)));
    return rank(this.#words, this.#cases, traits, { query, length, limit, similarity: near });
  }

  #solution({ article }: Ranked, query: Wanted): FoundSolution {
    const { headings, ...stored } = this.#parts.articles.read(article);
    const { id, title, url, excerpt, updated, text } = stored;
    const passage = bestPassage(text, query);
    const isBetter = passage && passage.weight > weightOf(excerpt, query);
    const shown = isBetter || !excerpt ? (passage?.text ?? excerpt) : excerpt;
    return {
      id,
      title,
      url,
      ...(shown && { excerpt: shown }),
      ...(updated && { updated }),
      ...(text && { text }),
      ...(headings.length > 0 && { headings }),
      matches: { title: rangesOf(title, query), excerpt: rangesOf(shown, query) },
    };
  }
}
