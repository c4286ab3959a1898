import type { Connection } from './database.js';

/** What one person has to do with one case. */
export interface Involvement {
  /** The version that they have seen; absent when the case was never theirs to look at. */
  readonly seen?: number;
  readonly isFollowed: boolean;
}

/** Who has seen which version of a case, and who follows it. */
export class People {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  of(caseId: number, person: string): Involvement {
    const sql = 'SELECT seen, follows FROM people WHERE case_id = ? AND person = ?';
    const row = this.#connection.first(sql, caseId, person);
    return row
      ? { seen: Number(row['seen']), isFollowed: !!row['follows'] }
      : { isFollowed: false };
  }

  saw(caseId: number, person: string, version: number): void {
    this.#connection.run(
      `INSERT INTO people (case_id, person, seen) VALUES (?1, ?2, ?3)
       ON CONFLICT (case_id, person) DO UPDATE SET seen = ?3 WHERE seen < ?3`,
      caseId,
      person,
      version,
    );
  }

  follow(caseId: number, person: string, isFollowed: boolean): void {
    this.#connection.run(
      `INSERT INTO people (case_id, person, follows) VALUES (?1, ?2, ?3)
       ON CONFLICT (case_id, person) DO UPDATE SET follows = ?3`,
      caseId,
      person,
      Number(isFollowed),
    );
  }
}
