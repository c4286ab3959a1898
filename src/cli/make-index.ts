import { loadLanguages } from '../core/languages/load-languages.js';
import { buildIndex } from '../core/search/index.js';
import { type Collection, readArticles } from './read/read-articles.js';
import type { ReadOptions } from './read/read-options.js';
import { readResolvedCases } from './read/resolved-cases.js';

export interface MakeOptions extends ReadOptions {
  /** Folders, files and addresses. */
  readonly from: readonly string[];
  /** A file of cases that articles have solved. */
  readonly resolved?: string | undefined;
  /** The language of articles that name none; English unless told. */
  readonly language?: string | undefined;
}

/** An index, and what is in it and what is not. */
export interface Made extends Collection {
  readonly bytes: Uint8Array;
  /** Cases that were learned from. */
  readonly resolved: number;
}

/**
 * Reads articles and builds their index.
 *
 * @throws {Error} When there is no article at all, or when the resolved cases cannot be read.
 */
export async function makeIndex(options: MakeOptions): Promise<Made> {
  const { from, language = 'en' } = options;
  const cases = options.resolved ? await readResolvedCases(options.resolved) : [];
  const { articles, leftOut, faults } = await readArticles(from, options);
  if (articles.length === 0) throw new NothingToIndex(leftOut, faults);
  const codes = new Set(articles.map((article) => article.language ?? language));
  const ids = new Set(articles.map(({ id }) => id));
  const resolved = cases.filter(({ articleId }) => ids.has(articleId));
  const refused = new Map<string, string>();
  options.onProgress?.('Building the index', 0, articles.length);
  const bytes = buildIndex(articles, {
    resolved,
    language,
    languages: await loadLanguages([language, ...codes]),
    onProgress: (done) => options.onProgress?.('Building the index', done, articles.length),
    onLeftOut: (id, why) => refused.set(id, why),
  });
  return {
    bytes,
    articles: articles.filter(({ id }) => !refused.has(id)),
    leftOut,
    faults: [...faults, ...[...refused].map(([where, why]) => ({ where, why }))],
    resolved: resolved.length,
  };
}

/** There was no article in any source: the index would answer nothing. */
export class NothingToIndex extends Error {
  override readonly name = 'NothingToIndex';

  constructor(
    readonly leftOut: Collection['leftOut'],
    readonly faults: Collection['faults'],
  ) {
    super('There is no article in these sources.');
  }
}
