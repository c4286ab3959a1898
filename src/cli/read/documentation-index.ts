import { IndexFormatError, type IndexFormat } from '../../adapters/solutions/site-index.js';
import { antora } from '../../adapters/solutions/antora-index.js';
import { docusaurus, docusaurusLunr } from '../../adapters/solutions/docusaurus-index.js';
import { hugo } from '../../adapters/solutions/hugo-index.js';
import { mdbook } from '../../adapters/solutions/mdbook-index.js';
import { mkdocs, zensical } from '../../adapters/solutions/mkdocs-index.js';
import { decode as decodeSphinx } from '../../adapters/solutions/sphinx-index.js';
import { vitepressIndex } from '../../adapters/solutions/vitepress-index.js';
import type { Article } from '../../schema/article.js';
import type { Listed } from './article-list.js';

const sphinx: IndexFormat = { name: 'Sphinx', path: 'searchindex.js', decode: decodeSphinx };

/** From the most to the least particular: Hugo's themes agree on little. */
const formats: readonly IndexFormat[] = [
  mkdocs,
  zensical,
  sphinx,
  vitepressIndex,
  mdbook,
  antora,
  docusaurus,
  docusaurusLunr,
  hugo,
];

/** Their files have the words of each page in place of its text. */
const ofWords: readonly IndexFormat[] = [sphinx, vitepressIndex];

/** An origin that no site has: the root of a site may be known without it. */
const NOWHERE = 'https://root.invalid';

/**
 * The articles of a search index that a generator of documentation has made, whichever it is; nothing if
 * it is none.
 *
 * @param root - The root of the site, as an address or as a path.
 */
export function documentationRecords(
  text: string,
  where: string,
  root: (usualPath: string) => string,
): Listed[] | undefined {
  if (isArticleList(text)) return undefined;
  for (const format of formats) {
    try {
      const articles = format.decode(text, { root: new URL(root(format.path), NOWHERE) });
      const isWords = ofWords.includes(format);
      return articles.map((article) => ({ ...listed(article, where), isWords }));
    } catch (error) {
      if (!(error instanceof IndexFormatError)) throw error;
    }
  }
  return undefined;
}

function listed(article: Article, where: string): Listed {
  const url = article.url.startsWith(NOWHERE) ? article.url.slice(NOWHERE.length) : article.url;
  return { where: `${where}, ${article.id}`, value: { ...article, id: url, url } };
}

/** Whether a text is a list in our own words, which some themes of Hugo use, too. */
function isArticleList(text: string): boolean {
  const beginning = text.slice(0, 100_000);
  const isList = /^\s*(\[\s*)?\{/.test(beginning);
  const hasAll = ['title', 'url', 'text'].every((name) => beginning.includes(`"${name}"`));
  return isList && hasAll && !/"(docs|items|documents|documentIds|config)"\s*:/.test(beginning);
}
