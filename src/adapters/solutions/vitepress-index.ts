import { htmlToText } from '../../core/html-text.js';
import { at, textAt } from './found-values.js';
import { type IndexFormat, IndexFormatError, jsonOf } from './site-index.js';
import { articlesOf, type Section } from './site-pages.js';

const SHAPE = {
  name: 'VitePress',
  expected: 'the index of its local search, as in assets/chunks/@localSearchIndexroot.….js',
  before: /^\s*(?:export\s+default|(?:const|let|var)\s+[\w$]+\s*=)\s*/,
};

/** A word says no more by standing in a text more often than this. */
const OFTEN = 3;

/**
 * What VitePress builds for its local search. It has no texts: in their place stand the words that a page
 * has, which are good to search and nothing to read.
 */
export const vitepressIndex: IndexFormat = {
  name: SHAPE.name,
  path: 'assets/chunks/@localSearchIndexroot.js',
  decode(file, options) {
    const index = jsonOf(file, SHAPE);
    const [ids, fields] = [at(index, 'documentIds'), at(index, 'storedFields')];
    const terms = at(index, 'index');
    if (!isObject(ids) || !isObject(fields) || !Array.isArray(terms)) {
      throw new IndexFormatError(SHAPE.name, SHAPE.expected);
    }
    const words = wordsOfSections(terms, String(at(at(index, 'fieldIds'), 'text')));
    const sections = Object.entries(ids).map(([number, id]): Section => {
      const title = htmlToText(textAt(at(fields, number), 'title')).text;
      return {
        url: typeof id === 'string' ? id : '',
        title,
        text: words.get(number)?.join(' ') ?? '',
      };
    });
    return articlesOf(sections, options);
  },
};

/** The words of each section's text: MiniSearch keeps, of every word, where it is and how often. */
function wordsOfSections(terms: readonly unknown[], field: string): Map<string, string[]> {
  const sections = new Map<string, string[]>();
  for (const entry of terms) {
    const [term, fields] = Array.isArray(entry) ? (entry as unknown[]) : [];
    const found = at(fields, field);
    if (typeof term !== 'string' || !isObject(found)) continue;
    for (const [number, count] of Object.entries(found)) {
      const words = sections.get(number) ?? [];
      for (let times = 0; times < Math.min(Number(count), OFTEN); times++) words.push(term);
      sections.set(number, words);
    }
  }
  return sections;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
