import { createHash, randomBytes, randomInt } from 'node:crypto';
import * as z from 'zod/mini';
import type { Consulted } from '../../schema/consulted.js';
import type { Draft } from '../../schema/draft.js';
import type { Connection } from './database.js';
import type { FileRecords, StoredFile } from './file-records.js';

const fromJson = <Value>() =>
  z.pipe(
    z.string(),
    z.transform((json) => JSON.parse(json) as Value),
  );

const CaseRow = z.object({
  id: z.number(),
  token: z.string(),
  number: z.string(),
  form: z.string(),
  status: z.enum(['open', 'awaiting-you', 'solved']),
  created: z.string(),
  /** The articles that the person had been shown before, and what became of each. */
  solutions: fromJson<Consulted[]>(),
});

const RevisionRow = z.object({
  answers: fromJson<Record<string, unknown>>(),
  sensitive: fromJson<string[]>(),
  created: z.string(),
});

/** What a case is, whatever was written in it. */
export type CaseHead = z.infer<typeof CaseRow>;

/** What a person has written, and when it arrived. */
export type Revision = z.infer<typeof RevisionRow>;

/** One whole case. */
export interface StoredCase extends CaseHead {
  /** Oldest first; never empty. */
  readonly revisions: readonly Revision[];
  readonly files: readonly StoredFile[];
}

/** What became of a draft: a case, new or known, or the attachments that are not there. */
export type Opening =
  { readonly case: CaseHead; readonly isNew: boolean } | { readonly missing: readonly number[] };

/** Articles that are kept with one case; whoever posts more is no person who has read them. */
const MOST_SOLUTIONS = 100;

/** 192 random bits. */
const TOKEN = /^[\w-]{32}$/;

/** Cases, of which there is one for each key. */
export class CaseStore {
  readonly #connection: Connection;
  readonly #files: FileRecords;

  constructor(connection: Connection, files: FileRecords) {
    this.#connection = connection;
    this.#files = files;
  }

  /**
   * Opens a case for a draft, or finds the one that its key has opened before.
   *
   * A known case takes what is new in the draft: other answers as a revision, and its files.
   *
   * @param sensitive - The names of the fields that are sensitive as the draft is written.
   */
  open(
    { key, form, values, attachments, solutions = [] }: Draft,
    sensitive: readonly string[],
  ): Opening {
    return this.#connection.write(() => {
      const uploaded = this.#files.ofKey(key);
      const files = attachments.map(({ ref }) => uploaded.find((file) => file.ref === ref));
      const missing = files.flatMap((file, index) => (file ? [] : [index]));
      if (missing.length) return { missing };
      const known = this.#head('key', key);
      const head = known ?? this.#insert(key, form);
      this.#keep(head.id, values, sensitive);
      if (solutions.length) this.#note(head.id, solutions);
      this.#files.join(
        head.id,
        files.filter((file) => file !== undefined),
      );
      return { case: head, isNew: !known };
    });
  }

  /** The case behind a link. */
  find(token: string): StoredCase | undefined {
    const head = TOKEN.test(token) ? this.#head('token', token) : undefined;
    return (
      head && { ...head, revisions: this.#revisions(head.id), files: this.#files.ofCase(head.id) }
    );
  }

  #head(column: 'key' | 'token', value: string): CaseHead | undefined {
    const row = this.#connection.first(`SELECT * FROM cases WHERE ${column} = ?`, value);
    return row && z.parse(CaseRow, row);
  }

  #revisions(id: number): Revision[] {
    const sql = 'SELECT answers, sensitive, created FROM revisions WHERE case_id = ? ORDER BY id';
    return this.#connection.all(sql, id).map((row) => z.parse(RevisionRow, row));
  }

  #insert(key: string, form: string): CaseHead {
    const head = {
      token: randomBytes(24).toString('base64url'),
      number: this.#freeNumber(),
      form,
      status: 'open',
      created: new Date().toISOString(),
    } as const;
    const id = this.#connection.insert(
      'INSERT INTO cases (key, token, number, form, status, created) VALUES (?, ?, ?, ?, ?, ?)',
      key,
      ...Object.values(head),
    );
    return { id, ...head, solutions: [] };
  }

  /** Eight digits, as people read them out; random, so that a number tells nothing of other cases. */
  #freeNumber(): string {
    for (;;) {
      const number = String(randomInt(10_000_000, 100_000_000));
      if (!this.#connection.first('SELECT 1 FROM cases WHERE number = ?', number)) return number;
    }
  }

  #note(id: number, solutions: readonly Consulted[]): void {
    const noted = JSON.stringify(solutions.slice(0, MOST_SOLUTIONS));
    this.#connection.run('UPDATE cases SET solutions = ? WHERE id = ?', noted, id);
  }

  #keep(id: number, values: Draft['values'], sensitive: readonly string[]): void {
    // JSON escapes what the driver would lose: NUL and halves of surrogate pairs.
    const answers = JSON.stringify(values);
    this.#connection.run(
      `INSERT INTO revisions (case_id, digest, answers, sensitive, created) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (case_id, digest) DO NOTHING`,
      id,
      createHash('sha256').update(answers).digest('hex'),
      answers,
      JSON.stringify(sensitive),
      new Date().toISOString(),
    );
  }
}
