import { at, listAt, textAt } from './found-values.js';
import { type IndexFormat, IndexFormatError, jsonOf } from './site-index.js';
import { articlesOf, type Section } from './site-pages.js';

const SHAPE = {
  name: 'mdBook',
  expected: '“doc_urls” and the documents of an index, as in searchindex.js or searchindex.json',
  before: /^\s*(?:window\.search\s*=\s*)?(?:Object\.assign\(window\.search,\s*)?(?:JSON\.parse\()?/,
};

/** What mdBook writes: `searchindex.js`, since version 0.5 with a hash in its name, or `searchindex.json`. */
export const mdbook: IndexFormat = {
  name: SHAPE.name,
  path: 'searchindex.js',
  decode(file, options) {
    const index = jsonOf(file, SHAPE);
    const urls = listAt(index, 'doc_urls');
    const documents = at(at(at(index, 'index'), 'documentStore'), 'docs');
    if (!urls || typeof documents !== 'object' || documents === null) {
      throw new IndexFormatError(SHAPE.name, SHAPE.expected);
    }
    const sections = urls.map((url, number): Section => {
      const document = at(documents, number);
      const title = textAt(document, 'title', 'breadcrumbs');
      return { url: typeof url === 'string' ? url : '', title, text: textAt(document, 'body') };
    });
    return articlesOf(sections, options);
  },
};
