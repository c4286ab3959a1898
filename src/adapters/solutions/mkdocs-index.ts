import { decodeEntities } from '../../core/html-entities.js';
import { htmlToText } from '../../core/html-text.js';
import { at, listAt, textAt, wordsAt } from './found-values.js';
import { type IndexFormat, IndexFormatError, jsonOf } from './site-index.js';
import { articlesOf, type Section } from './site-pages.js';

/** What MkDocs and Material for MkDocs write: `search/search_index.json`. */
export const mkdocs: IndexFormat = format('MkDocs', 'search/search_index.json', 'docs');

/** What Zensical writes: `search.json`. */
export const zensical: IndexFormat = format('Zensical', 'search.json', 'items');

function format(name: string, path: string, key: string): IndexFormat {
  const expected = `an object with a list “${key}”, as in ${path}`;
  return {
    name,
    path,
    decode(file, options) {
      const index = jsonOf(file, { name, expected });
      const entries = listAt(index, key);
      if (!entries) throw new IndexFormatError(name, expected);
      // Only the search that MkDocs brings itself has this setting. It writes texts, the others HTML.
      const read = at(at(index, 'config'), 'indexing') === undefined ? section : plainSection;
      const [language = ''] = wordsAt(at(index, 'config'), 'lang');
      return articlesOf(
        entries.map((entry) => ({ ...read(entry), language, keywords: tagsOf(entry) })),
        options,
      );
    },
  };
}

function section(entry: unknown): Section {
  const html = (name: string) => htmlToText(textAt(entry, name)).text;
  return { url: textAt(entry, 'location'), title: html('title'), text: html('text') };
}

function plainSection(entry: unknown): Section {
  const url = textAt(entry, 'location');
  const title = decodeEntities(textAt(entry, 'title'));
  // The entry of a page has the texts of all its sections.
  return url.includes('#') ? { url, title } : { url, title, text: textAt(entry, 'text') };
}

/** Every section has the tags of its page. */
function tagsOf(entry: unknown): readonly string[] {
  return textAt(entry, 'location').includes('#') ? [] : wordsAt(entry, 'tags');
}
