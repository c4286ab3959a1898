import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { ResolvedCase } from '../../schema/article.js';
import type { Connection } from './database.js';

/** Cases that are kept for one article, the newest: more would teach nothing, and anyone can send them. */
const MOST_OF_ONE_ARTICLE = 200;

const Row = z.object({ solved: z.string() });

/** What people had written when an article solved their problem. */
export class AcceptedCases {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Keeps one; false when it is known already. */
  add({ articleId, subject, description }: ResolvedCase): boolean {
    // JSON escapes what the driver would lose: NUL and halves of surrogate pairs.
    const article = JSON.stringify(articleId);
    const solved = JSON.stringify({ subject, description, articleId });
    return this.#connection.write(() => {
      const added = this.#connection.run(
        `INSERT INTO accepted (article, digest, solved, created) VALUES (?, ?, ?, ?)
         ON CONFLICT (digest) DO NOTHING`,
        article,
        createHash('sha256').update(solved).digest('hex'),
        solved,
        new Date().toISOString(),
      );
      this.#connection.run(
        `DELETE FROM accepted WHERE article = ?1 AND id NOT IN
         (SELECT id FROM accepted WHERE article = ?1 ORDER BY id DESC LIMIT ?2)`,
        article,
        MOST_OF_ONE_ARTICLE,
      );
      return added > 0;
    });
  }

  /** How many there are. */
  get size(): number {
    return Number(this.#connection.first('SELECT count(*) AS n FROM accepted')?.['n']);
  }

  /** All of them, oldest first. */
  all(): ResolvedCase[] {
    const rows = this.#connection.all('SELECT solved FROM accepted ORDER BY id');
    return rows.map((row) => JSON.parse(z.parse(Row, row).solved) as ResolvedCase);
  }
}
