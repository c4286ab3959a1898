export type { Article, ResolvedCase } from '../../schema/article.js';
export type { Solution, SolutionQuery } from '../../schema/solution.js';
export { en } from '../languages/en.js';
export { buildIndex, buildSteps, type BuildOptions } from './build-index.js';
export { IndexError } from './index-error.js';
export type { Language } from './language.js';
export {
  openIndex,
  type ArticleIndex,
  type FoundSolution,
  type OpenOptions,
  type SearchOptions,
} from './article-index.js';
export { tellingWords, type TellingOptions } from './telling-words.js';
