import type { LocalOptions, LocalSource } from './local.js';
import { local } from './local.js';
import { fetchArticles } from './fetch-articles.js';
import type { IndexFormat } from './site-index.js';

export { antora } from './antora-index.js';
export { docusaurus, docusaurusLunr } from './docusaurus-index.js';
export { hugo } from './hugo-index.js';
export { mdbook } from './mdbook-index.js';
export { mkdocs, zensical } from './mkdocs-index.js';
export { type DecodeOptions, type IndexFormat, IndexFormatError } from './site-index.js';

export interface JsonIndexOptions extends Omit<LocalOptions, 'index'> {
  /** The file that the site has for its own search. */
  url: string | URL;
  /** The generator that has written it. */
  format: IndexFormat;
  /** The address of the site; found from that of the file unless given. */
  root?: string | URL;
}

/** Finds solutions in the file that a site has for its own search, with a ranking that is better. */
export function jsonIndex({ url, format, root, ...options }: JsonIndexOptions): LocalSource {
  const { name, path, decode } = format;
  const index = () => fetchArticles({ url, root, name, path, decode, fetch: options.fetch });
  return local({ ...options, index });
}
