import { loadLanguages } from '../../core/languages/load-languages.js';
import { type ArticleIndex, openIndex } from '../../core/search/article-index.js';
import type { Article } from '../../schema/article.js';
import type { Solution, SolutionQuery } from '../../schema/solution.js';

/** Runs steps to their end: at once in a worker, in slices on a page. */
export type Run = <Result>(
  steps: Generator<unknown, Result>,
  signal?: AbortSignal,
) => Result | Promise<Result>;

/** Characters of an article's text that an answer carries: a panel shows no more. */
const READABLE = 100_000;

/** The open indexes of a thread. */
export class SearchEngine {
  readonly #run: Run;
  readonly #indexes = new Map<number, ArticleIndex>();
  #opened = 0;

  constructor(run: Run) {
    this.#run = run;
  }

  /** @throws {IndexError} When the bytes are no index, or not whole. */
  async open(bytes: Uint8Array): Promise<number> {
    // Only an index says which languages it needs.
    const { languages } = openIndex(bytes);
    const index = openIndex(bytes, { languages: await loadLanguages(languages) });
    index.check();
    return this.#add(index);
  }

  async build(articles: readonly Article[]): Promise<number> {
    const codes = articles.map(({ language = 'en' }) => language);
    // Most pages open an index that somebody has built for them.
    const { buildSteps } = await import('../../core/search/build-index.js');
    const languages = await loadLanguages(codes);
    return this.open(await this.#run(buildSteps(articles, { languages })));
  }

  async search(index: number, query: SolutionQuery, limit: number): Promise<Solution[]> {
    const steps = this.#indexes.get(index)?.searchSteps(query, { limit });
    const found = steps ? await this.#run(steps) : [];
    return found.map((solution) => ({ ...solution, text: solution.text?.slice(0, READABLE) }));
  }

  close(index: number): void {
    this.#indexes.delete(index);
  }

  #add(index: ArticleIndex): number {
    this.#indexes.set(++this.#opened, index);
    return this.#opened;
  }
}
