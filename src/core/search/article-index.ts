import { toTheEnd } from '../to-the-end.js';
import { readParts } from './index-parts.js';
import type { Language } from './language.js';
import { type AskedQuery, Searcher, type FoundSolution, type SearchOptions } from './searcher.js';

/** An open index. */
export interface ArticleIndex {
  /** Articles that it holds. */
  readonly size: number;
  /** Codes of the languages that it was built with. */
  readonly languages: readonly string[];
  /**
   * The articles that fit best, best first; none where nothing fits.
   *
   * @throws IndexError where a part that is read for the first time is damaged.
   */
  search(query: AskedQuery, options?: SearchOptions): FoundSolution[];
  /**
   * The same in steps of a few milliseconds at most, for a page that must not stop meanwhile. A search
   * has to end before the next one begins.
   */
  searchSteps(query: AskedQuery, options?: SearchOptions): Generator<undefined, FoundSolution[]>;
  /**
   * Checks what every search reads, which the first search does otherwise.
   *
   * @throws IndexError where that is damaged.
   */
  check(): void;
}

export interface OpenOptions {
  /** The languages that the index was built with; of others, words are found as they are written. */
  readonly languages?: readonly Language[];
}

/**
 * Opens an index that `buildIndex` made. The bytes are read where they are and must not change.
 *
 * @throws IndexError where they are foreign, of another version or not whole. Damage in between is
 * found by the search that first reads it.
 */
export function openIndex(bytes: Uint8Array, { languages = [] }: OpenOptions = {}): ArticleIndex {
  const parts = readParts(bytes);
  let made: Searcher | undefined;
  const searcher = () => (made ??= new Searcher(parts, languages));
  return {
    size: parts.size,
    languages: parts.languages,
    search: (query, options) => toTheEnd(searcher().steps(query, options)),
    searchSteps: (query, options) => searcher().steps(query, options),
    check: () => void searcher(),
  };
}
