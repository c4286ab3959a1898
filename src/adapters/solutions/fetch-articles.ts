import type { Article } from '../../schema/article.js';
import type { IndexFormat } from './site-index.js';

export interface FetchArticlesOptions extends IndexFormat {
  readonly url: string | URL;
  readonly root: string | URL | undefined;
  readonly fetch: typeof globalThis.fetch | undefined;
}

/** The articles of the file that a site has for its own search. */
export async function fetchArticles(options: FetchArticlesOptions): Promise<Article[]> {
  const { url, name, path, decode, fetch = globalThis.fetch } = options;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${name} has no search index: HTTP status ${response.status}.`);
  const text = await response.text();
  const root = options.root ?? ('../'.repeat(path.split('/').length - 1) || '.');
  return decode(text, { root: absolute(root, response.url || String(url)) });
}

/** The root of a site, from the address of its file; nothing, where that is relative itself. */
function absolute(root: string | URL, file: string): URL | undefined {
  try {
    return new URL(root, file);
  } catch {
    return undefined;
  }
}
