import { stemmer } from 'stemmer';
import { type Article, type Engine, textOf } from '../engine.js';
import { historyOf } from './history.js';
import { luceneStopWords, stopWords } from './stop-words.js';

const K1 = 1.2;
const B = 0.75;

interface Statistics {
  readonly ids: readonly string[];
  /** Terms of each article, counted. */
  readonly lengths: readonly number[];
  readonly average: number;
  /** How often which article holds a term. */
  readonly postings: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

/** Plain BM25 as Lucene computes it: one field, stemmed by Porter, every term of the query. */
function setUp(name: string, dropped: ReadonlySet<string>): Engine<Statistics> {
  const termsOf = (text: string) =>
    (text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu) ?? [])
      .map((word) => word.replace(/['’]s$/, ''))
      .filter((word) => !dropped.has(word))
      .map(stemmer);
  return {
    name,
    build(articles, resolved = []) {
      const history = historyOf(resolved);
      const texts = articles.map((article) =>
        termsOf(`${whole(article)}\n${history.get(article.id) ?? ''}`),
      );
      const postings = new Map<string, Map<number, number>>();
      for (const [article, terms] of texts.entries())
        for (const term of terms) {
          const counts = postings.get(term) ?? new Map<number, number>();
          postings.set(term, counts.set(article, (counts.get(article) ?? 0) + 1));
        }
      const lengths = texts.map(({ length }) => length);
      const average = lengths.reduce((a, b) => a + b, 0) / lengths.length;
      return { ids: articles.map(({ id }) => id), lengths, average, postings };
    },
    search(index, question, limit) {
      const scores = new Map<number, number>();
      for (const term of termsOf(textOf(question))) addTerm(index, term, scores);
      return [...scores]
        .sort(([a, one], [b, other]) => other - one || a - b)
        .slice(0, limit)
        .map(([article]) => index.ids[article] ?? '');
    },
  };
}

const whole = ({ title, excerpt = '', text }: Article) => `${title}\n${excerpt}\n${text}`;

function addTerm(
  { postings, lengths, average }: Statistics,
  term: string,
  scores: Map<number, number>,
) {
  const counts = postings.get(term);
  if (!counts) return;
  const idf = Math.log(1 + (lengths.length - counts.size + 0.5) / (counts.size + 0.5));
  for (const [article, count] of counts) {
    const length = lengths[article] ?? 0;
    const weight = count / (count + K1 * (1 - B + (B * length) / average));
    scores.set(article, (scores.get(article) ?? 0) + idf * weight);
  }
}

export const asInLucene = setUp('BM25 as in Lucene', luceneStopWords);
export const moreStopWords = setUp('BM25 as in Lucene, longer stop list', stopWords);
