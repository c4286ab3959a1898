import { withoutTexts } from './without-texts.js';
import { fetchArticles } from './fetch-articles.js';
import { local, type LocalOptions, type LocalSource } from './local.js';
import { decode, type SphinxDecodeOptions } from './sphinx-index.js';

export { decode, type SphinxDecodeOptions } from './sphinx-index.js';

export interface SphinxOptions extends Omit<LocalOptions, 'index'>, SphinxDecodeOptions {
  /** The `searchindex.js` of the site. */
  url: string | URL;
}

/** Finds pages of a site that Sphinx has built, by their titles, headings and words; it has no texts. */
export function sphinx({ url, root, suffix, ...options }: SphinxOptions): LocalSource {
  const format = {
    name: 'Sphinx',
    path: 'searchindex.js',
    decode: (file: unknown, where?: object) => decode(file, { ...where, suffix }),
  };
  const index = () => fetchArticles({ ...format, url, root, fetch: options.fetch });
  return withoutTexts(local({ ...options, index }));
}
