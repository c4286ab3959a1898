import type { IndexParts } from './index-parts.js';
import { addPostings } from './postings.js';
import type { WeighedTerm } from './query-terms.js';
import type { Ranked } from './rank.js';

/** How the score of a solution came about, for developers. */
export interface Explanation {
  /** What the list is sorted by: words and cases, times the factor. */
  readonly score: number;
  /** What the words of the article bring, and what past cases do. */
  readonly words: number;
  readonly cases: number;
  /** What product, topic, age and the host's own similarity multiply the sum by. */
  readonly factor: number;
  /** The sum as a share of what the query asks for; too low a share is not shown. */
  readonly confidence: number;
  readonly terms: readonly {
    readonly term: string;
    /** The word of the query that it stands for. */
    readonly word: string;
    /** What the term is worth in this query: the word's weight times the term's rarity. */
    readonly value: number;
    /** What the article makes of that. */
    readonly score: number;
  }[];
}

/** Takes the score of one article apart. */
export function explain(
  { article, score, words, cases, factor }: Ranked,
  terms: readonly WeighedTerm[],
  asked: number,
  { postings, norms, size }: IndexParts,
  table: Float32Array,
): Explanation {
  const parts = terms.map(({ term, word, value, entry }) => {
    const scores = new Float32Array(size);
    addPostings(postings.bytes, entry, value, table, norms, scores);
    return { term, word, value, score: scores[article] ?? 0 };
  });
  return {
    score,
    words,
    cases,
    factor,
    confidence: asked ? (words + cases) / asked : 0,
    terms: parts.filter((part) => part.score > 0).sort((one, other) => other.score - one.score),
  };
}
