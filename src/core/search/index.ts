import { en } from '../languages/en.js';
import { type ArticleIndex, type OpenOptions, openIndex as open } from './article-index.js';

export type { Article, ResolvedCase } from '../../schema/article.js';
export type { Solution, SolutionQuery } from '../../schema/solution.js';
export { en } from '../languages/en.js';
export { buildIndex, buildSteps, type BuildOptions } from './build-index.js';
export { IndexError } from './index-error.js';
export type { Language } from './language.js';
export type { Explanation } from './explain.js';
export type { ArticleIndex, OpenOptions } from './article-index.js';
export type { AskedQuery, FoundSolution, SearchOptions } from './searcher.js';
export { tellingWords, type TellingOptions } from './telling-words.js';

/**
 * Opens an index that `buildIndex` made, an English one unless languages are given. The bytes are read
 * where they are and must not change.
 *
 * @throws IndexError where they are foreign, of another version or not whole. Damage in between is
 * found by the search that first reads it.
 */
export function openIndex(bytes: Uint8Array, { languages = [en] }: OpenOptions = {}): ArticleIndex {
  return open(bytes, { languages });
}
