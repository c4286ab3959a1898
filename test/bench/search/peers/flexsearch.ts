import { Charset, Document, Encoder, Index } from 'flexsearch';
import English from 'flexsearch/lang/en';
import { type Article, type Engine, textOf } from '../engine.js';

const fields = ['title', 'excerpt', 'text'];
const english = () => new Encoder(Charset.LatinBalance).assign(English);

/** What all of its indexes can do with a file: parts by name. */
interface Portable {
  export(part: (key: string, data: string) => void): Promise<void> | void;
  import(key: string, data: string): Promise<void> | void;
}

const file = <I extends Portable>(empty: () => I) => ({
  async save(index: I) {
    const parts: [string, string][] = [];
    await index.export((key, data) => void parts.push([key, data]));
    return JSON.stringify(parts);
  },
  async load(saved: string | Uint8Array) {
    const index = empty();
    for (const [key, data] of JSON.parse(saved as string) as [string, string][])
      await index.import(key, data);
    return index;
  },
});

/** One index over all fields of an article in one text. */
function oneText(name: string, options: object, asked: object): Engine<Index & Portable> {
  const empty = () => new Index({ ...options }) as unknown as Index & Portable;
  return {
    name,
    build(articles) {
      const index = empty();
      for (const article of articles) index.add(article.id, whole(article));
      return index;
    },
    search: (index, question, limit) =>
      index.search(textOf(question), { limit, ...asked }) as string[],
    file: file(empty),
  };
}

const whole = ({ title, excerpt = '', text }: Article) => `${title}\n${excerpt}\n${text}`;

/** One index per field, merged in the order of the fields. */
function perField(name: string, options: object, asked: object): Engine<Document & Portable> {
  const empty = () =>
    new Document({
      document: { id: 'id', index: fields },
      ...options,
    }) as unknown as Document & Portable;
  return {
    name,
    build(articles) {
      const index = empty();
      for (const { id, title, excerpt = '', text } of articles)
        index.add({ id, title, excerpt, text });
      return index;
    },
    search(index, question, limit) {
      const found = index.search(textOf(question), { limit, ...asked }) as { result: string[] }[];
      return [...new Set(found.flatMap(({ result }) => result))].slice(0, limit);
    },
    file: file(empty),
  };
}

export const asItComes = perField('FlexSearch', {}, {});
export const suggesting = perField(
  'FlexSearch, forward, suggestions',
  { tokenize: 'forward' },
  { suggest: true },
);
export const inEnglish = oneText(
  'FlexSearch, English, one text, suggestions',
  { encoder: english() },
  { suggest: true },
);
export const inContext = oneText(
  'FlexSearch, English, context, suggestions',
  { encoder: english(), context: true },
  { suggest: true },
);
export const forwardEnglish = oneText(
  'FlexSearch, English, forward, suggestions',
  { encoder: english(), tokenize: 'forward' },
  { suggest: true },
);
