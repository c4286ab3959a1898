import Database from 'libsql';

/** What the driver can bind: it ends the whole process when it is given anything else. */
export type Bindable = string | number;

/** One row, by the names of its columns; whoever reads it parses it. */
export type Row = Readonly<Record<string, unknown>>;

/** Milliseconds that a write waits for another process to finish its own. */
const WAIT = 5000;

/** A connection to a database. What a call does is done when it returns. */
export class Connection {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  /** Opens the database, and makes it on first use. */
  constructor(path: string) {
    this.#database = new Database(path, { timeout: WAIT });
  }

  /** Runs statements without values. */
  exec(sql: string): void {
    this.#database.exec(sql);
  }

  /** Runs a statement that answers nothing; returns how many rows it has changed. */
  run(sql: string, ...values: readonly Bindable[]): number {
    return this.#prepare(sql).run(...bound(values)).changes;
  }

  /** Adds a row; returns its id. */
  insert(sql: string, ...values: readonly Bindable[]): number {
    return Number(this.#prepare(sql).run(...bound(values)).lastInsertRowid);
  }

  /** All rows of an answer. */
  all(sql: string, ...values: readonly Bindable[]): Row[] {
    return this.#prepare(sql).all(...bound(values)) as Row[];
  }

  /** The first row of an answer. */
  first(sql: string, ...values: readonly Bindable[]): Row | undefined {
    return this.#prepare(sql).get(...bound(values)) as Row | undefined;
  }

  /** Does all of `work` or none of it, with no other writer in between, in any process. */
  write<T>(work: () => T): T {
    return this.#database.transaction(work).immediate();
  }

  /** Closes the database, and leaves all of it in its one file, ready to be copied. */
  close(): void {
    this.#statements.clear();
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#database.close();
  }

  #prepare(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

function bound(values: readonly Bindable[]): Bindable[] {
  for (const value of values) {
    // The driver cuts a text at its first NUL, without a word.
    if (typeof value === 'string' && value.includes('\0')) {
      throw new TypeError('A text with a NUL character cannot be stored as it is.');
    }
  }
  return [...values];
}

/** Whether another process has held the database for longer than a write waits. */
export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
