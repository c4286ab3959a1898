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
}

export interface OpenOptions {
  /** The languages that the index was built with; of others, words are found as they are written. */
  readonly languages?: readonly Language[];
}

/**
 * Opens an index that `buildIndex` made. The bytes are read where they are and must not change.
 *
 * @throws IndexError where they are damaged, foreign or of another version.
 */
export function openIndex(bytes: Uint8Array, { languages = [] }: OpenOptions = {}): ArticleIndex {
  const parts = readParts(bytes);
  const searcher = new Searcher(parts, languages);
  return {
    size: parts.size,
    languages: parts.languages,
    search: (query, options) => searcher.search(query, options),
  };
}
