import { withoutTexts } from './without-texts.js';
import { fetchArticles } from './fetch-articles.js';
import { local, type LocalOptions, type LocalSource } from './local.js';
import { vitepressIndex } from './vitepress-index.js';

export { vitepressIndex } from './vitepress-index.js';

export interface VitePressOptions extends Omit<LocalOptions, 'index'> {
  /** The built chunk `assets/chunks/@localSearchIndexroot.….js` of a site. */
  url?: string | URL;
  /**
   * The same as a module, in a page of the site itself: `() => import('@localSearchIndex')` resolves with
   * a function for each language, and this is one of them.
   */
  load?: () => Promise<{ readonly default: unknown }>;
  /** The address of the site; that of the chunk, or of the page, unless given. */
  root?: string | URL;
}

/** Finds pages of a site that VitePress has built with its local search. That index has no texts. */
export function vitepress({ url, load, root, ...options }: VitePressOptions): LocalSource {
  const index = async () => {
    if (url !== undefined)
      return fetchArticles({ ...vitepressIndex, url, root, fetch: options.fetch });
    if (!load) throw new TypeError('vitepress() needs the url of the chunk, or load.');
    const site = root && new URL(root, document.baseURI);
    return vitepressIndex.decode((await load()).default, { root: site });
  };
  return withoutTexts(local({ ...options, index }));
}
