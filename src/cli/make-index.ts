import { languageCode } from '../core/languages/language-code.js';
import { loadLanguages } from '../core/languages/load-languages.js';
import { type Language, buildIndex } from '../core/search/index.js';
import type { Article, ResolvedCase } from '../schema/article.js';
import { type Collection, type Remark, readArticles } from './read/read-articles.js';
import type { ReadOptions } from './read/read-options.js';
import { readResolvedCases } from './read/resolved-cases.js';

export interface MakeOptions extends ReadOptions {
  /** Folders, files and addresses. */
  readonly from: readonly string[];
  /** A file of cases that articles have solved. */
  readonly resolved?: string | undefined;
  /** The language of articles that name none; English unless given. */
  readonly language?: string | undefined;
}

/** An index, and what is in it and what is not. */
export interface Made extends Collection {
  readonly bytes: Uint8Array;
  /** Cases that were learned from, of all that were given. */
  readonly learned: { readonly from: number; readonly of: number };
  /** What somebody may have meant otherwise, though nothing is missing. */
  readonly notices: readonly Remark[];
}

/**
 * Reads articles and builds their index.
 *
 * @throws {Error} When there is no article at all, or when the resolved cases cannot be read.
 */
export async function makeIndex(options: MakeOptions): Promise<Made> {
  const { from, language = 'en' } = options;
  const cases = options.resolved ? await readResolvedCases(options.resolved) : [];
  const collection = await readArticles(from, options);
  const { articles, isWords, leftOut, faults } = collection;
  if (articles.length === 0) throw new NothingToIndex(leftOut, faults);
  const tags = new Set(articles.map((article) => article.language ?? language));
  const languages = await loadLanguages([language, ...tags]);
  const { known, lost } = sorted(cases, articles);
  const refused: Remark[] = [];
  options.onProgress?.('Building the index', 0, articles.length);
  const bytes = buildIndex(articles, {
    resolved: known,
    language,
    languages,
    texts: !isWords,
    onProgress: (done) => options.onProgress?.('Building the index', done, articles.length),
    onLeftOut: (where, why) => refused.push({ where, why }),
  });
  const isRefused = new Set(refused.map(({ where }) => where));
  const unlearned = lost && { where: options.resolved ?? '', why: lost };
  return {
    ...collection,
    bytes,
    articles: articles.filter(({ id }) => !isRefused.has(id)),
    faults: [...faults, ...refused, ...(unlearned && known.length === 0 ? [unlearned] : [])],
    learned: { from: known.length, of: cases.length },
    notices: [
      ...(unlearned && known.length > 0 ? [unlearned] : []),
      ...withoutRules([language, ...tags], languages),
    ],
  };
}

/** The cases of articles that are there, and what is to be said of the others. */
function sorted(cases: readonly ResolvedCase[], articles: readonly Article[]) {
  const ids = new Set(articles.map(({ id }) => id));
  const known = cases.filter(({ articleId }) => ids.has(articleId));
  const others = new Set(cases.map(({ articleId }) => articleId).filter((id) => !ids.has(id)));
  const [first] = others;
  const more = others.size > 1 ? `, and none that of ${others.size - 1} more` : '';
  return { known, lost: first === undefined ? '' : `no article has the id “${first}”${more}` };
}

/** The languages whose words are taken as they are written, once each. */
function withoutRules(tags: readonly string[], languages: readonly Language[]): Remark[] {
  const known = new Set(languages.map(({ code }) => code));
  const unknown = new Set(tags.filter((tag) => !known.has(languageCode(tag))));
  const why = 'there are no rules for this language: other forms of a word may not be found';
  return Array.from(unknown, (where) => ({ where, why }));
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
