/**
 * What makes the desk more than a letter box: who may see which case, what is said under it, and how the
 * searches before it went. Whoever may see a case is an audience, and each audience has its own rows in
 * `listing`: a page of a list is then one walk along an index, however many cases there are.
 */
export const CONVERSATIONS = `
  ALTER TABLE cases ADD COLUMN label TEXT NOT NULL DEFAULT 'New';
  ALTER TABLE cases ADD COLUMN subject TEXT NOT NULL DEFAULT '""';
  ALTER TABLE cases ADD COLUMN severity TEXT;
  ALTER TABLE cases ADD COLUMN owner TEXT;
  ALTER TABLE cases ADD COLUMN queue TEXT;
  ALTER TABLE cases ADD COLUMN expectation TEXT;
  ALTER TABLE cases ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE cases ADD COLUMN person TEXT;
  ALTER TABLE cases ADD COLUMN requester TEXT NOT NULL DEFAULT '{}';
  ALTER TABLE cases ADD COLUMN organisation TEXT;
  ALTER TABLE cases ADD COLUMN copied TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE cases ADD COLUMN updated TEXT NOT NULL DEFAULT '';
  ALTER TABLE cases ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
  UPDATE cases SET updated = created, subject = coalesce((
    SELECT json_quote(json_extract(answers, '$.subject')) FROM revisions
    WHERE case_id = cases.id AND json_type(answers, '$.subject') = 'text'
      AND NOT EXISTS (SELECT 1 FROM json_each(sensitive) WHERE value = 'subject')
    ORDER BY id DESC LIMIT 1), '""');

  -- With a key of their own, so that a comment which is sent twice is there once.
  CREATE TABLE comments (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    key TEXT NOT NULL,
    author TEXT NOT NULL,
    is_staff INTEGER NOT NULL,
    is_internal INTEGER NOT NULL,
    text TEXT NOT NULL,
    created TEXT NOT NULL,
    UNIQUE (case_id, key)
  ) STRICT;
  ALTER TABLE files ADD COLUMN comment_id INTEGER REFERENCES comments (id);
  ALTER TABLE files ADD COLUMN added_by TEXT;

  -- Up to which version somebody has seen a case, and whether they follow it.
  CREATE TABLE people (
    case_id INTEGER NOT NULL REFERENCES cases (id),
    person TEXT NOT NULL,
    seen INTEGER NOT NULL DEFAULT 0,
    follows INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (case_id, person)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE listing (
    case_id INTEGER NOT NULL REFERENCES cases (id),
    audience TEXT NOT NULL,
    updated TEXT NOT NULL,
    created TEXT NOT NULL,
    subject TEXT NOT NULL,
    status TEXT NOT NULL,
    PRIMARY KEY (case_id, audience)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX listing_updated ON listing (audience, updated, case_id);
  CREATE INDEX listing_created ON listing (audience, created, case_id);
  CREATE INDEX listing_subject ON listing (audience, subject, case_id);
  CREATE INDEX listing_status_updated ON listing (audience, status, updated, case_id);
  CREATE INDEX listing_status_created ON listing (audience, status, created, case_id);
  CREATE INDEX listing_status_subject ON listing (audience, status, subject, case_id);
  INSERT INTO listing (case_id, audience, updated, created, subject, status)
    SELECT id, 'desk', updated, created, '', status FROM cases;

  CREATE VIRTUAL TABLE case_words USING fts5 (
    who, words, tokenize = 'unicode61 remove_diacritics 2'
  );

  CREATE TABLE secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  -- How a person's search for help ended, and what was searched for in vain.
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    outcome TEXT NOT NULL,
    articles TEXT NOT NULL CHECK (json_valid(articles)),
    created TEXT NOT NULL,
    searched INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE vain_searches (
    words TEXT PRIMARY KEY,
    times INTEGER NOT NULL,
    last TEXT NOT NULL
  ) STRICT;
  CREATE INDEX vain_searches_times ON vain_searches (times, last);
`;

/** Whether articles have helped. A vote has an id of its own, so that one which is sent twice counts once. */
export const VOTES = `
  CREATE TABLE votes (
    id INTEGER PRIMARY KEY,
    article TEXT NOT NULL,
    voter TEXT NOT NULL,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    vote TEXT NOT NULL CHECK (vote IN ('yes', 'no')),
    reason TEXT NOT NULL,
    comment TEXT NOT NULL,
    created TEXT NOT NULL,
    UNIQUE (article, voter)
  ) STRICT;
`;
