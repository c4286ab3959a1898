import * as z from 'zod/mini';
import type { Consulted } from '../../schema/consulted.js';
import type { Requester } from '../../schema/requester.js';
import type { StoredFile } from './file-records.js';

/** A column that holds JSON, which escapes what the driver would lose: NUL, halves of surrogate pairs. */
export const fromJson = <Value>() =>
  z.pipe(
    z.string(),
    z.transform((json) => JSON.parse(json) as Value),
  );

const word = z.nullable(z.string());

export const CaseRow = z.object({
  id: z.number(),
  token: z.string(),
  number: z.string(),
  form: z.string(),
  status: z.enum(['open', 'awaiting-you', 'solved']),
  created: z.string(),
  /** The articles that the person had been shown before, and what became of each. */
  solutions: fromJson<Consulted[]>(),
  /** The desk's own word for the status. */
  label: z.string(),
  subject: fromJson<string>(),
  severity: word,
  /** The name of who works on it. */
  owner: word,
  queue: word,
  expectation: word,
  tags: fromJson<string[]>(),
  /** Who has opened it, where the host knows them. */
  person: word,
  requester: fromJson<Requester>(),
  organisation: word,
  /** E-mail addresses in small letters. */
  copied: fromJson<string[]>(),
  updated: z.string(),
  /** Counts the changes. */
  version: z.number(),
});

/** What a case is, whatever was written in it. */
export type CaseHead = z.infer<typeof CaseRow>;

export const RevisionRow = z.object({
  answers: fromJson<Record<string, unknown>>(),
  sensitive: fromJson<string[]>(),
  created: z.string(),
});

/** What a person has written, and when it arrived. */
export type Revision = z.infer<typeof RevisionRow>;

export const CommentRow = z.object({
  id: z.number(),
  author: fromJson<string>(),
  is_staff: z.number(),
  is_internal: z.number(),
  text: fromJson<string>(),
  created: z.string(),
});

/** What somebody has written under a case. */
export interface StoredComment {
  readonly id: number;
  /** A name. */
  readonly author: string;
  readonly isStaff: boolean;
  /** Only for those who help. */
  readonly isInternal: boolean;
  readonly text: string;
  readonly created: string;
  readonly files: readonly StoredFile[];
}

/** One whole case. */
export interface StoredCase extends CaseHead {
  /** Oldest first; never empty. */
  readonly revisions: readonly Revision[];
  /** Oldest first, those of comments too. */
  readonly files: readonly StoredFile[];
  /** Oldest first. */
  readonly comments: readonly StoredComment[];
}

/** The desk's own words, and what each means to the person who asks. */
export const STATUS_OF = {
  New: 'open',
  Open: 'open',
  Pending: 'awaiting-you',
  Solved: 'solved',
} as const satisfies Readonly<Record<string, CaseHead['status']>>;

/** The desk's own word for a status. */
export type StatusLabel = keyof typeof STATUS_OF;

/** Whether it is one of those words. */
export const isStatusLabel = (word: unknown): word is StatusLabel =>
  typeof word === 'string' && Object.hasOwn(STATUS_OF, word);
