import lunr, { type Index } from 'lunr';
import { type Engine, textOf } from '../engine.js';

/** Lunr's language of queries would find commands in what people write. */
const plain = (text: string) => text.replace(/[:~^+\-*]/g, ' ');

function setUp(name: string, ask: (text: string) => string): Engine<Index> {
  return {
    name,
    build: (articles) =>
      lunr(function () {
        this.ref('id');
        for (const field of ['title', 'excerpt', 'text']) this.field(field);
        for (const article of articles) this.add(article);
      }),
    search: (index, question, limit) =>
      index
        .search(ask(plain(textOf(question))))
        .slice(0, limit)
        .map(({ ref }) => ref),
    file: {
      save: (index) => JSON.stringify(index),
      load: (saved) => lunr.Index.load(JSON.parse(saved as string) as object),
    },
  };
}

export const asItComes = setUp('Lunr', (text) => text);
/** What its guide shows for a search while somebody types. */
export const lastWordCompleted = setUp('Lunr, last word completed', (text) =>
  text.replace(/(\S+)$/, '$1 $1*'),
);
