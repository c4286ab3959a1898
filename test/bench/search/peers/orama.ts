import { type AnyOrama, create, insertMultiple, load, save, search } from '@orama/orama';
import { type Article, type Engine, textOf } from '../engine.js';
import { stopWords } from './stop-words.js';

const schema = { title: 'string', excerpt: 'string', text: 'string' } as const;

interface SetUp {
  readonly tokenizer?: { stemming: boolean; stopWords: string[] };
  readonly boost?: { title: number };
  readonly tolerance?: number;
  readonly threshold?: number;
}

function setUp(name: string, { tokenizer, ...options }: SetUp): Engine<AnyOrama> {
  const empty = () =>
    create({ schema, ...(tokenizer && { components: { tokenizer: { ...tokenizer } } }) });
  return {
    name,
    async build(articles) {
      const index = empty();
      await insertMultiple(index, articles.map(fields), 1000);
      return index;
    },
    async search(index, question, limit) {
      const { hits } = await search(index, { term: textOf(question), limit, ...options });
      return hits.map(({ id }) => id);
    },
    file: {
      save: (index) => JSON.stringify(save(index)),
      load(saved) {
        const index = empty();
        load(index, JSON.parse(saved as string) as ReturnType<typeof save>);
        return index;
      },
    },
  };
}

const fields = ({ id, title, text, excerpt = '' }: Article) => ({ id, title, excerpt, text });
const tokenizer = { stemming: true, stopWords: [...stopWords] };

export const asItComes = setUp('Orama', {});
export const tuned = setUp('Orama, stemming, stop words, title ×3', {
  tokenizer,
  boost: { title: 3 },
});
export const tolerant = setUp('Orama, the same, one typo forgiven', {
  tokenizer,
  boost: { title: 3 },
  tolerance: 1,
});
