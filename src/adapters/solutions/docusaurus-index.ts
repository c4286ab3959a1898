import { decodeEntities } from '../../core/html-entities.js';
import { listAt, textAt, wordsAt } from './found-values.js';
import { type IndexFormat, IndexFormatError, jsonOf } from './site-index.js';
import { articlesOf, type Section } from './site-pages.js';

const SEARCH_LOCAL = {
  name: 'docusaurus-search-local',
  expected: 'a list of objects with a list “documents”, as in search-index.json',
};

/** What `@easyops-cn/docusaurus-search-local` writes: `search-index.json`. */
export const docusaurus: IndexFormat = {
  name: SEARCH_LOCAL.name,
  path: 'search-index.json',
  decode(file, options) {
    const json = jsonOf(file, SEARCH_LOCAL);
    const lists = Array.isArray(json) ? json.map((part) => listAt(part, 'documents')) : [];
    if (lists.length < 3 || !lists.every((list) => list)) {
      throw new IndexFormatError(SEARCH_LOCAL.name, SEARCH_LOCAL.expected);
    }
    return articlesOf(searchLocalSections(lists as unknown[][]), options);
  },
};

/** Titles, headings, since version 0.41 descriptions and keywords, and last the texts. */
function searchLocalSections(lists: readonly (readonly unknown[])[]): Section[] {
  const [titles = [], headings = [], ...others] = lists;
  const texts = others.pop() ?? [];
  const [descriptions = [], keywords = []] = others;
  const about = (list: readonly unknown[]) =>
    new Map(list.map((entry) => [textAt(entry, 'u'), entry]));
  const [described, named] = [about(descriptions), about(keywords)];
  const placeOf = (entry: unknown) => `${textAt(entry, 'u')}${textAt(entry, 'h')}`;
  const told = new Set(texts.map(placeOf));
  return [
    ...titles.map((entry) => ({
      url: placeOf(entry),
      title: textAt(entry, 't'),
      excerpt: textAt(described.get(placeOf(entry)), 't'),
      keywords: wordsAt(named.get(placeOf(entry)), 't'),
    })),
    ...texts.map((entry) => ({
      url: placeOf(entry),
      title: textAt(entry, 's'),
      text: textAt(entry, 't'),
    })),
    ...headings
      .filter((entry) => !told.has(placeOf(entry)))
      .map((entry) => ({ url: placeOf(entry), title: textAt(entry, 't') })),
  ];
}

const LUNR_SEARCH = {
  name: 'docusaurus-lunr-search',
  expected: 'an object with a list “searchDocs”, as in search-doc.json',
};

/** What `docusaurus-lunr-search` writes: `search-doc.json`. */
export const docusaurusLunr: IndexFormat = {
  name: LUNR_SEARCH.name,
  path: 'search-doc.json',
  decode(file, options) {
    const json = jsonOf(file, LUNR_SEARCH);
    const entries = Array.isArray(json) ? (json as unknown[]) : listAt(json, 'searchDocs');
    const sections = entries?.map(lunrSection);
    if (!sections || (sections.length > 0 && !sections.some(({ url }) => url))) {
      throw new IndexFormatError(LUNR_SEARCH.name, LUNR_SEARCH.expected);
    }
    return articlesOf(sections, options);
  },
};

function lunrSection(entry: unknown): Section {
  return {
    url: textAt(entry, 'url'),
    title: textAt(entry, 'title'),
    text: decodeEntities(textAt(entry, 'content')),
    keywords: wordsAt(entry, 'keywords'),
  };
}
