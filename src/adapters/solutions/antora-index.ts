import { at, listAt, textAt, wordsAt } from './found-values.js';
import { type IndexFormat, IndexFormatError, jsonOf } from './site-index.js';
import { articlesOf, type Section } from './site-pages.js';

const SHAPE = {
  name: 'Antora',
  expected: '“store” with the documents of the Lunr extension, as in search-index.js',
  before: /^\s*(?:window\.)?antora\w+(?:\.\w+\(lunr,|\s*=)\s*/,
};

/** What the Lunr extension of Antora writes: `search-index.js`. */
export const antora: IndexFormat = {
  name: SHAPE.name,
  path: 'search-index.js',
  decode(file, options) {
    const store = at(jsonOf(file, SHAPE), 'store');
    const documents = at(store, 'documents') ?? store;
    if (typeof documents !== 'object' || documents === null) {
      throw new IndexFormatError(SHAPE.name, SHAPE.expected);
    }
    return articlesOf(Object.values(documents).flatMap(sections), options);
  },
};

function sections(document: unknown): Section[] {
  // An address begins at the root of the site, which need not be that of its server.
  const url = textAt(document, 'url').replace(/^\/(?!\/)/, './');
  const page = {
    url,
    title: textAt(document, 'title'),
    text: textAt(document, 'text'),
    keywords: wordsAt(document, 'keyword'),
    product: textAt(document, 'component'),
  };
  const headings = listAt(document, 'titles') ?? [];
  return [page, ...headings.map((heading) => ({ url, title: textAt(heading, 'text') }))];
}
