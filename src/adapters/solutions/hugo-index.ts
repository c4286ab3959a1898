import { listAt, textAt, wordsAt } from './found-values.js';
import { type IndexFormat, IndexFormatError, jsonOf } from './site-index.js';
import { articlesOf, plainText, type Section } from './site-pages.js';

const SHAPE = {
  name: 'Hugo',
  expected:
    'a list of pages with “title” and “permalink”, “url”, “uri”, “href” or “ref”, as in index.json',
  before: /^\s*(?:(?:var|let|const)\s+)?[\w$.]+\s*=\s*/,
};

/**
 * What themes of Hugo write: a list of pages as JSON, in `index.json` as a rule. Each theme names the
 * parts in its own way; the usual names are known.
 */
export const hugo: IndexFormat = {
  name: SHAPE.name,
  path: 'index.json',
  decode(file, options) {
    const json = jsonOf(file, SHAPE);
    const lists = ['pages', 'data', 'items', 'docs', 'index'].map((name) => listAt(json, name));
    const pages = Array.isArray(json) ? (json as unknown[]) : lists.find((list) => list);
    const sections = pages?.map(section);
    const isEmpty = sections?.length === 0;
    if (!sections || !(isEmpty || sections.some(({ url, title }) => url && title))) {
      throw new IndexFormatError(SHAPE.name, SHAPE.expected);
    }
    return articlesOf(
      sections.filter(({ url }) => url),
      options,
    );
  },
};

function section(page: unknown): Section {
  const names = ['tags', 'categories', 'keywords'];
  return {
    url: textAt(
      page,
      'permalink',
      'relpermalink',
      'relPermalink',
      'url',
      'uri',
      'href',
      'ref',
      'link',
    ),
    title: plainText(textAt(page, 'title', 'name')),
    text: plainText(textAt(page, 'contents', 'content', 'body', 'text', 'plain', 'summary')),
    excerpt: plainText(textAt(page, 'description', 'excerpt')),
    keywords: names.flatMap((name) => wordsAt(page, name)),
    updated: textAt(page, 'lastmod', 'updated', 'date'),
    language: textAt(page, 'language', 'lang'),
  };
}
