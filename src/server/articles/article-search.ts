import * as z from 'zod/mini';
import type { Solution, SolutionQuery } from '../../schema/solution.js';
import { Connection } from '../store/database.js';
import type { Article } from './article.js';
import { anyOf, searchTerms } from './search-terms.js';

/** How much a match counts. */
const WEIGHT = {
  title: 5,
  text: 1,
  subject: 3,
  description: 1,
  sameProduct: 1.25,
  sameTopic: 1.25,
};

/** Words of one text that are searched for at most. */
const MOST_TERMS = 64;

/** Words of an excerpt. */
const PASSAGE = 40;

/** Around a match in an excerpt, until it is known whether there is one. */
const MARK = '\u0002';

const Passage = z._default(z.string(), '');

/** Finds the articles that may solve what a person writes about, with SQLite's full-text search. */
export class ArticleSearch {
  readonly #articles: readonly Article[];
  readonly #url: (article: Article) => string;
  // In memory: the articles are given anew at every start, and each process has its own.
  readonly #index = new Connection(':memory:');

  /** @param url - Where an article is read. */
  constructor(articles: Iterable<Article>, url: (article: Article) => string) {
    this.#articles = [...articles];
    this.#url = url;
    this.#index.exec(
      `CREATE VIRTUAL TABLE articles USING fts5 (
         title, text, tokenize = 'porter unicode61 remove_diacritics 2'
       )`,
    );
    this.#index.write(() => {
      const sql = 'INSERT INTO articles (rowid, title, text) VALUES (?, ?, ?)';
      for (const [index, { title, text }] of this.#articles.entries()) {
        this.#index.run(sql, index, plain(title), plain(text));
      }
    });
  }

  /** The best articles, best first; none when the query holds no word to search for. */
  search(query: SolutionQuery, limit: number): Solution[] {
    const subject = searchTerms(query.subject, MOST_TERMS);
    const description = searchTerms(query.description, MOST_TERMS);
    const words = anyOf([...new Set([...subject, ...description])]);
    return this.#scores(subject, description)
      .map(({ article, score }) => ({ article, score: score * likeness(article, query) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ article }) => this.#solution(article, words));
  }

  close(): void {
    this.#index.close();
  }

  #scores(subject: readonly string[], description: readonly string[]) {
    const parts = [
      { terms: subject, weight: WEIGHT.subject },
      { terms: description, weight: WEIGHT.description },
    ].filter(({ terms }) => terms.length);
    const scores = new Map<number, number>();
    for (const { terms, weight } of parts) {
      // bm25() is the smaller the better.
      const sql = `SELECT rowid, -bm25(articles, ${WEIGHT.title}, ${WEIGHT.text}) AS score
                   FROM articles WHERE articles MATCH ?`;
      for (const row of this.#index.all(sql, anyOf(terms))) {
        const id = Number(row['rowid']);
        scores.set(id, (scores.get(id) ?? 0) + weight * Number(row['score']));
      }
    }
    return this.#articles.flatMap((article, id) => {
      const score = scores.get(id);
      return score === undefined ? [] : [{ article, score }];
    });
  }

  #solution(article: Article, words: string): Solution {
    const { id, title, updated, text } = article;
    return {
      id,
      title,
      url: this.#url(article),
      excerpt: this.#excerpt(article, words),
      updated,
      text,
    };
  }

  #excerpt(article: Article, words: string): string {
    const sql = `SELECT snippet(articles, 1, '${MARK}', '', '…', ${PASSAGE}) AS passage
                 FROM articles WHERE articles MATCH ? AND rowid = ?`;
    const row = this.#index.first(sql, words, this.#articles.indexOf(article));
    const passage = z.parse(Passage, row?.['passage']);
    // Without a match this is merely how the text begins; the author's own words are better then.
    const best = passage.includes(MARK) ? passage : (article.excerpt ?? passage);
    return best.replaceAll(MARK, '').replaceAll(/\s+/g, ' ').trim();
  }
}

/** A gentle boost: the person may have chosen in haste. */
function likeness(article: Article, query: SolutionQuery): number {
  const isSame = (key: 'product' | 'topic') => !!article[key] && article[key] === query[key];
  return (isSame('product') ? WEIGHT.sameProduct : 1) * (isSame('topic') ? WEIGHT.sameTopic : 1);
}

/** Without the controls that the database cuts a text at, or that mark a match. */
function plain(text: string): string {
  return text.replaceAll(/[\0\u0002]/g, ' ');
}
