import { closeSync, openSync } from 'node:fs';
import { Connection } from './database.js';
import { CONVERSATIONS, VOTES } from './desk-steps.js';

/**
 * The steps that lead from an empty database to the present one; `user_version` counts those taken.
 * A step that has been released is never changed: add another.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    token TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL UNIQUE,
    form TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'awaiting-you', 'solved')),
    created TEXT NOT NULL
  ) STRICT;

  -- What a person has written for a case; more than one row when an answer was lost and they wrote on.
  CREATE TABLE revisions (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    digest TEXT NOT NULL,
    answers TEXT NOT NULL CHECK (json_valid(answers)),
    created TEXT NOT NULL,
    UNIQUE (case_id, digest)
  ) STRICT;

  -- A file belongs to a key from the start, and to a case from its submission on.
  CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL,
    upload TEXT NOT NULL,
    case_id INTEGER REFERENCES cases (id),
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    created TEXT NOT NULL,
    UNIQUE (key, upload)
  ) STRICT;
  CREATE INDEX files_of_case ON files (case_id);
  `,
  `
  -- The names of the fields that were sensitive when the answers were written. Of older rows nobody knows:
  -- they hide what is sensitive today, as every row does.
  ALTER TABLE revisions ADD COLUMN
    sensitive TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(sensitive));
  `,
  `
  -- The articles that a person was shown before the case was opened, and what became of each.
  ALTER TABLE cases ADD COLUMN
    solutions TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(solutions));

  -- What people had written when an article solved their problem. The id of the article is JSON, too.
  CREATE TABLE accepted (
    id INTEGER PRIMARY KEY,
    article TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    solved TEXT NOT NULL CHECK (json_valid(solved)),
    created TEXT NOT NULL
  ) STRICT;
  CREATE INDEX accepted_of_article ON accepted (article);
  `,
  CONVERSATIONS,
  VOTES,
];

/**
 * Opens the desk's database, and makes it on first use. What is written to it survives a crash of the
 * process and of the machine.
 *
 * @throws {Error} When a later version of the package has written it, or its disk takes no write-ahead log.
 */
export function openDeskDatabase(path: string): Connection {
  // Made before the database is, whose other files then get the same mode.
  closeSync(openSync(path, 'a', 0o600));
  const connection = new Connection(path);
  const mode = connection.first('PRAGMA journal_mode = WAL')?.['journal_mode'];
  if (mode !== 'wal') {
    throw new Error(`${path} cannot have a write-ahead log: choose a folder on a local disk.`);
  }
  connection.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  connection.write(() => migrate(connection));
  return connection;
}

function migrate(connection: Connection): void {
  const version = Number(connection.first('PRAGMA user_version')?.['user_version']);
  if (version > MIGRATIONS.length) {
    throw new Error(
      `The desk's data has version ${version}, this package knows ${MIGRATIONS.length}: update case-elements.`,
    );
  }
  for (const sql of MIGRATIONS.slice(version)) connection.exec(sql);
  connection.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
}
