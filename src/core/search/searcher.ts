import type { Solution, SolutionQuery } from '../../schema/solution.js';
import { type QueryAnalyzer, queryAnalyzers } from './analyzers.js';
import { type Explanation, explain } from './explain.js';
import type { IndexParts } from './index-parts.js';
import type { Language } from './language.js';
import { impactTable } from './occurrence.js';
import { type Wanted, bestPassage, rangesOf, wanted, weightOf } from './passage.js';
import { addCases, addPostings } from './postings.js';
import { type Asked, QueryTerms, type WeighedTerm } from './query-terms.js';
import { queryWords } from './query-words.js';
import { type Ranked, rank } from './rank.js';

/** What past cases count beside the words of an article. */
const CASES = 2.5;
/**
 * The share of what a query asks for that an article must have to fit: for one word, and less by the
 * cube root of how many there are, for a long description tells much that no article repeats.
 */
const CONFIDENCE = 0.32;
/** The share of what a subject asks for that makes an article fit, however long it is. */
const HELD = 0.8;
/** Words that a query is judged by at least: of one or two, chance decides too much. */
const FEW = 4;

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

  constructor(parts: IndexParts, languages: readonly Language[]) {
    this.#parts = parts;
    this.#analyzerFor = queryAnalyzers(
      languages.filter(({ code }) => parts.languages.includes(code)),
    );
    this.#terms = new QueryTerms(parts);
    this.#words = new Float32Array(parts.size);
    this.#cases = parts.cases ? new Float32Array(parts.size) : undefined;
  }

  search(about: AskedQuery, options: SearchOptions = {}): FoundSolution[] {
    const query = { description: '', ...about };
    const { limit = 5, similarity } = options;
    const analyzer = this.#analyzerFor(`${query.subject}\n${query.description}`);
    const words = queryWords(query, analyzer);
    const wants = this.#terms.of(words, analyzer);
    const { terms, asked, askedBySubject } = wants;
    this.#score(terms);
    const { traits, articles } = this.#parts;
    const near = similarity && ((article: number) => similarity(articles.idOf(article)));
    const ranked = rank(this.#words, this.#cases, traits, {
      query,
      length: words.length,
      limit,
      similarity: near,
    });
    const bySubject = words.filter(({ isOfSubject }) => isOfSubject).length;
    // What fits the subject goes on fitting when the description tells a long story.
    const least = bySubject
      ? Math.min(enough(asked, words.length), enough(askedBySubject, bySubject))
      : enough(asked, words.length);
    const sure = ranked.some(({ words: own, cases }) => own + cases >= least);
    const fit = sure
      ? ranked.filter(({ words: own, cases }) => own + cases >= least / 2)
      : this.#holders(ranked, wants);
    const weights = new Map(terms.map(({ term, value }) => [term, value]));
    const looked = wanted(
      weights,
      terms.map(({ word }) => word),
      analyzer.termsOf,
    );
    return fit.map((one) => {
      const solution = this.#solution(one, looked);
      if (!options.explain) return solution;
      return { ...solution, explanation: explain(one, terms, asked, this.#parts, this.#table) };
    });
  }

  /** The articles that hold most of what the subject asks for; the score of a long one says too little. */
  #holders(ranked: readonly Ranked[], wants: Asked): readonly Ranked[] {
    const { postings, norms, size } = this.#parts;
    const isAll = wants.subjectTerms.length === 0;
    const terms = isAll ? wants.terms : wants.subjectTerms;
    const held = new Map<Ranked, number>();
    for (const { entry, value } of terms) {
      const scores = new Float32Array(size);
      addPostings(postings.bytes, entry, 1, this.#table, norms, scores);
      for (const one of ranked) {
        if (scores[one.article]) held.set(one, (held.get(one) ?? 0) + value);
      }
    }
    const least = HELD * (isAll ? wants.asked : wants.askedBySubject);
    return ranked.filter((one) => (held.get(one) ?? 0) >= least);
  }

  #score(terms: readonly WeighedTerm[]): void {
    const { postings, norms } = this.#parts;
    this.#words.fill(0);
    this.#cases?.fill(0);
    for (const { entry, value } of terms) {
      postings.check(entry.start, entry.casesEnd);
      addPostings(postings.bytes, entry, value, this.#table, norms, this.#words);
      if (this.#cases) addCases(postings.bytes, entry, value * CASES, this.#cases);
    }
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

/** What an article has to have of what is asked in so many words. */
function enough(asked: number, words: number): number {
  return (CONFIDENCE * asked) / Math.cbrt(Math.max(words, FEW));
}
