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
  return decode(text, { root: options.root ?? rootOf(response.url || String(url), path) });
}

/** The root of the site that has a file at its usual place; nothing, where the address is relative. */
function rootOf(address: string, path: string): URL | undefined {
  try {
    return new URL('../'.repeat(path.split('/').length - 1) || '.', address);
  } catch {
    return undefined;
  }
}
