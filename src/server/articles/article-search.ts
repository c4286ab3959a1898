import { setImmediate } from 'node:timers/promises';
import { loadLanguages } from '../../core/languages/load-languages.js';
import { type ArticleIndex, buildSteps, openIndex } from '../../core/search/index.js';
import type { Article as IndexedArticle, ResolvedCase } from '../../schema/article.js';
import type { Solution, SolutionQuery } from '../../schema/solution.js';
import { HttpError } from '../http/http-error.js';
import type { Article } from './article.js';

/** Milliseconds that the building of an index may hold up requests at a time. */
const SLICE = 10;

export interface ArticleSearchOptions {
  /** Where an article is read. */
  readonly url: (article: Article) => string;
  /** The language of articles that name none. */
  readonly language: string;
  /** The cases to learn from, as they are when an index is built. */
  readonly resolved: () => readonly ResolvedCase[];
  readonly onError: (error: unknown) => void;
}

/**
 * Finds the articles that may solve what a person writes about, in an index in memory: the articles are
 * given anew at every start. It is built beside the requests; the first searches wait for it.
 */
export class ArticleSearch {
  readonly #articles: ReadonlyMap<string, Article>;
  readonly #options: ArticleSearchOptions;
  #index: Promise<ArticleIndex>;
  #renewal: Promise<void> | undefined;
  #isOpen = true;

  constructor(articles: ReadonlyMap<string, Article>, options: ArticleSearchOptions) {
    this.#articles = articles;
    this.#options = options;
    this.#index = this.#build();
    // Whoever searches is told.
    this.#index.catch(() => undefined);
  }

  /** The best articles, best first; none when nothing fits. */
  async search(query: SolutionQuery, limit: number): Promise<Solution[]> {
    const index = await this.#index;
    return index.search(query, { limit }).map((solution) => {
      const { updated, headings } = this.#articles.get(solution.id) ?? {};
      return { ...solution, updated, headings };
    });
  }

  /** Builds the index anew, with the cases that are known by now; until then the old one answers. */
  renew(): void {
    this.#renewal ??= this.#replace().finally(() => (this.#renewal = undefined));
  }

  close(): void {
    this.#isOpen = false;
  }

  async #replace(): Promise<void> {
    try {
      this.#index = Promise.resolve(await this.#build());
    } catch (error) {
      if (this.#isOpen) this.#options.onError(error);
    }
  }

  async #build(): Promise<ArticleIndex> {
    const { language, resolved } = this.#options;
    const articles = [...this.#articles.values()];
    const named = articles.flatMap((article) => article.language ?? []);
    const languages = await loadLanguages(new Set([language, ...named]));
    this.#mustBeOpen();
    const steps = buildSteps(this.#indexed(articles), {
      resolved: resolved(),
      language,
      ...(languages.length && { languages }),
    });
    for (let until = performance.now() + SLICE; ;) {
      const { done, value } = steps.next();
      if (done) return openIndex(value, languages.length ? { languages } : {});
      if (performance.now() < until) continue;
      await setImmediate();
      this.#mustBeOpen();
      until = performance.now() + SLICE;
    }
  }

  *#indexed(articles: readonly Article[]): Generator<IndexedArticle> {
    for (const article of articles) {
      const given = Object.entries({ ...article, url: this.#options.url(article) });
      const known = Object.fromEntries(given.filter(([, value]) => value !== undefined));
      yield known as unknown as IndexedArticle;
    }
  }

  #mustBeOpen(): void {
    if (!this.#isOpen) throw new HttpError(503, 'The desk is closed.');
  }
}
