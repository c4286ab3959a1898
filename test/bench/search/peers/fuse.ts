import Fuse from 'fuse.js';
import { type Article, type Engine, textOf } from '../engine.js';

const keys = ['title', 'excerpt', 'text'];

function setUp(name: string, options: object): Engine<Fuse<Article>> {
  return {
    name,
    build: (articles) => new Fuse(articles, { keys, ...options }),
    search: (index, question, limit) =>
      index.search(textOf(question), { limit }).map(({ item }) => item.id),
  };
}

export const asItComes = setUp('Fuse.js', {});
export const tokens = setUp('Fuse.js, token search', {
  useTokenSearch: true,
  ignoreLocation: true,
});
