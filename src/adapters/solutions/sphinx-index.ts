import { at, listAt, textAt } from './found-values.js';
import { type DecodeOptions, IndexFormatError, jsonOf } from './site-index.js';
import type { Article } from '../../schema/article.js';
import { articlesOf, plainText, type Section } from './site-pages.js';

const SHAPE = {
  name: 'Sphinx',
  expected: '“docnames”, “titles” and “terms”, as in searchindex.js',
  before: /^\s*Search\.setIndex\(\s*/,
};

export interface SphinxDecodeOptions extends DecodeOptions {
  /** What addresses of pages end in: `.html` unless given, `/` for a site that `dirhtml` has built. */
  readonly suffix?: string | undefined;
}

/**
 * The articles of a `searchindex.js`. It has no texts: in their place stand the stems of the words that a
 * page has, which are good to search and nothing to read.
 */
export function decode(file: unknown, options: SphinxDecodeOptions = {}): Article[] {
  const index = jsonOf(file, SHAPE);
  const names = listAt(index, 'docnames');
  const titles = listAt(index, 'titles');
  const terms = at(index, 'terms');
  if (!names || !titles || typeof terms !== 'object' || terms === null) {
    throw new IndexFormatError(SHAPE.name, SHAPE.expected);
  }
  const words = byPage(terms, ([term]) => term);
  const headings = byPage(at(index, 'alltitles') ?? {}, ([title]) => title);
  return articlesOf(
    names.flatMap((name, number): Section[] => {
      if (typeof name !== 'string') return [];
      const url = addressOf(name, options.suffix);
      const title = plainText(textAt(titles, String(number)));
      const others = headings.get(number) ?? [];
      return [
        { url, title, text: words.get(number)?.join(' ') ?? '' },
        ...others.map((heading) => ({ url, title: heading })),
      ];
    }),
    options,
  );
}

/** The keys of an object whose values say on which pages they are: a number, or a list of numbers or pairs. */
function byPage(object: object, name: (entry: [string, unknown]) => string): Map<number, string[]> {
  const pages = new Map<number, string[]>();
  for (const entry of Object.entries(object)) {
    for (const place of [entry[1]].flat() as unknown[]) {
      const number: unknown = Array.isArray(place) ? place[0] : place;
      if (typeof number !== 'number') continue;
      const names = pages.get(number) ?? [];
      names.push(name(entry));
      pages.set(number, names);
    }
  }
  return pages;
}

function addressOf(name: string, suffix = '.html'): string {
  const path = name.split('/').map(encodeURIComponent).join('/') + suffix;
  return suffix === '/' ? path.replace(/(^|\/)index\/$/, '$1') : path;
}
