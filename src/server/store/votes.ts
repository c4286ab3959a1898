import * as z from 'zod/mini';
import type { VoteCount } from '../../core/votes.js';
import type { ArticleVote } from '../../schema/vote.js';
import type { Connection } from './database.js';

/** What people have said of articles. */
export interface Verdicts {
  /** The articles that have not helped somebody, by how many say so. */
  readonly articles: readonly ArticleVerdict[];
  /** Why an article did not help, newest first. */
  readonly reasons: readonly VoteReason[];
}

export interface ArticleVerdict extends VoteCount {
  readonly title: string;
  readonly url: string;
}

export interface VoteReason {
  readonly title: string;
  /** The value of a reason; empty where there is none. */
  readonly reason: string;
  /** Words of the person’s own. */
  readonly comment: string;
  /** ISO 8601. */
  readonly created: string;
}

/** Votes that are kept, since anyone can send some, and rows that are shown. */
const MOST = { votes: 100_000, shown: 50 };

const Counted = z.object({ yes: z.number(), total: z.number() });
const Verdict = z.extend(Counted, { title: z.string(), url: z.string() });
const Reason = z.object({
  title: z.string(),
  reason: z.string(),
  comment: z.string(),
  created: z.string(),
});

/** Whether articles have helped, as those say who have read them. */
export class Votes {
  readonly #connection: Connection;
  readonly #now: () => string;

  constructor(connection: Connection, now: () => string) {
    this.#connection = connection;
    this.#now = now;
  }

  /** Keeps a vote, in the place of an earlier one of the same person, and tells the count of the article. */
  keep({ id, article, vote, reason = '', comment = '' }: ArticleVote): VoteCount {
    const { title, url } = article;
    const called = article.id ?? url;
    this.#connection.write(() => {
      this.#connection.run(
        `INSERT INTO votes (article, voter, title, url, vote, reason, comment, created)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (article, voter) DO UPDATE SET
           title = ?3, url = ?4, vote = ?5, reason = ?6, comment = ?7, created = ?8`,
        called,
        id,
        title,
        url,
        vote,
        reason,
        comment,
        this.#now(),
      );
      const oldest = 'SELECT max(id) - ? FROM votes';
      this.#connection.run(`DELETE FROM votes WHERE id <= (${oldest})`, MOST.votes);
    });
    return this.count(called);
  }

  /** How many found an article helpful, by its id or its address. */
  count(article: string): VoteCount {
    const row = this.#connection.first(
      `SELECT coalesce(sum(vote = 'yes'), 0) AS yes, count(*) AS total FROM votes WHERE article = ?`,
      article,
    );
    return z.parse(Counted, row);
  }

  /** All of it, as far as it is shown. */
  verdicts(): Verdicts {
    const articles = this.#connection.all(
      `SELECT title, url, sum(vote = 'yes') AS yes, count(*) AS total, max(id) FROM votes
       GROUP BY article HAVING total > yes ORDER BY total - yes DESC, total DESC, article LIMIT ?`,
      MOST.shown,
    );
    const reasons = this.#connection.all(
      `SELECT title, reason, comment, created FROM votes
       WHERE vote = 'no' AND (reason <> '' OR comment <> '')
       ORDER BY created DESC, id DESC LIMIT ?`,
      MOST.shown,
    );
    return {
      articles: articles.map((row) => z.parse(Verdict, row)),
      reasons: reasons.map((row) => z.parse(Reason, row)),
    };
  }
}
