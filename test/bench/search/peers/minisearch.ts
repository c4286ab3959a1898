import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import { stemmer } from 'stemmer';
import { type Engine, textOf } from '../engine.js';
import { historyOf } from './history.js';
import { stopWords } from './stop-words.js';

const options: Options = { fields: ['title', 'excerpt', 'text'] };

function setUp(name: string, more: Partial<Options>, search: SearchOptions): Engine<MiniSearch> {
  const all = { ...options, ...more };
  return {
    name,
    build(articles, resolved = []) {
      const history = historyOf(resolved);
      const index = new MiniSearch(
        resolved.length ? { ...all, fields: [...all.fields, 'history'] } : all,
      );
      index.addAll(articles.map((article) => ({ ...article, history: history.get(article.id) })));
      return index;
    },
    search: (index, question, limit) =>
      index
        .search(textOf(question), search)
        .slice(0, limit)
        .map(({ id }) => id as string),
    file: {
      save: (index) => JSON.stringify(index),
      load: (saved) => MiniSearch.loadJSON(saved as string, all),
    },
  };
}

const processTerm = (term: string) => {
  const lower = term.toLowerCase();
  return stopWords.has(lower) ? null : stemmer(lower);
};

export const asItComes = setUp('MiniSearch', {}, {});
export const prefixAndFuzzy = setUp(
  'MiniSearch, prefix + fuzzy 0.2',
  {},
  { prefix: true, fuzzy: 0.2 },
);
/** What a panel needs that shows articles to be read in place. */
export const withArticles = setUp(
  'MiniSearch, articles stored',
  { storeFields: ['title', 'url', 'excerpt', 'text'] },
  {},
);
export const expert = setUp(
  'MiniSearch, expert',
  { processTerm },
  { boost: { title: 3 }, prefix: (_term, index, terms) => index === terms.length - 1 },
);
