import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Draft } from '../../schema/draft.js';
import { type Revision, RevisionRow } from './case-rows.js';
import type { Connection } from './database.js';

/** The answers of a draft, as often as they were sent with something new in them. */
export class Revisions {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Those of a case, in the order they came in. */
  of(id: number): Revision[] {
    const sql = 'SELECT answers, sensitive, created FROM revisions WHERE case_id = ? ORDER BY id';
    return this.#connection.all(sql, id).map((row) => z.parse(RevisionRow, row));
  }

  /**
   * Keeps the answers of a draft, and says whether they were new.
   *
   * @param sensitive - The names of the fields that are sensitive.
   */
  keep(
    id: number,
    values: Draft['values'],
    { sensitive, now }: { readonly sensitive: readonly string[]; readonly now: string },
  ): boolean {
    const answers = JSON.stringify(values);
    return !!this.#connection.run(
      `INSERT INTO revisions (case_id, digest, answers, sensitive, created) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (case_id, digest) DO NOTHING`,
      id,
      createHash('sha256').update(answers).digest('hex'),
      answers,
      JSON.stringify(sensitive),
      now,
    );
  }
}
