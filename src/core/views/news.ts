import { type Case, CaseStatusSchema } from '../../schema/case.js';
import { custom, object } from '../../schema/checks.js';
import { parse } from '../../schema/parse.js';

const count = custom<number>((value) => Number.isSafeInteger(value) && (value as number) >= 0);

/** How much of a case somebody has seen; both lists only grow. */
const SeenSchema = object({ comments: count, attachments: count, status: CaseStatusSchema });
export type Seen = {
  readonly comments: number;
  readonly attachments: number;
  readonly status: Case['status'];
};

/** What is new since somebody last looked. */
export interface News {
  /** The `id`s of comments and attachments. */
  readonly ids: ReadonlySet<string>;
  readonly isStatusNew: boolean;
}

export const NO_NEWS: News = { ids: new Set(), isStatusNew: false };

export function seenOf({ comments, attachments, status }: Case): Seen {
  return { comments: comments.length, attachments: attachments.length, status };
}

/**
 * What somebody had seen before they opened a case. Where nobody knows of an earlier look, a backend that
 * calls the case unread means what the helpers have written last.
 */
export function seenBefore(opened: Case, kept: unknown): Seen {
  const { value } = parse(SeenSchema, kept);
  if (value || !opened.isUnread) return value ?? seenOf(opened);
  const lastOwn = opened.comments.findLastIndex(({ author }) => !author.isStaff);
  return { ...seenOf(opened), comments: lastOwn + 1 };
}

/** What is new in a case, by what had been seen before and the `id`s of what the person has added since. */
export function newsOf(
  { comments, attachments, status }: Case,
  seen: Seen,
  own: ReadonlySet<string> = new Set(),
): News {
  const fresh = [...comments.slice(seen.comments), ...attachments.slice(seen.attachments)];
  const ids = fresh.map(({ id }) => id).filter((id) => !own.has(id));
  return { ids: new Set(ids), isStatusNew: status !== seen.status };
}

/** The `id`s of what somebody has written or added themselves, by the case before and after it. */
export function ownIds(before: Case, after: Case): readonly string[] {
  const known = new Set([...before.comments, ...before.attachments].map(({ id }) => id));
  const own = [...after.comments.filter(({ author }) => !author.isStaff), ...after.attachments];
  return own.map(({ id }) => id).filter((id) => !known.has(id));
}

/** What has come between two states of a case, to be said in a few words. */
export interface Arrived {
  /** Who has written last, and how many comments there are that were not there before. */
  readonly comments: number;
  readonly author: string | undefined;
  readonly attachments: number;
  readonly isStatusNew: boolean;
}

export function arrivedBetween(before: Case, after: Case): Arrived {
  const known = new Set(before.comments.map(({ id }) => id));
  const comments = after.comments.filter(({ id }) => !known.has(id));
  return {
    comments: comments.length,
    author: comments.at(-1)?.author.name,
    attachments: Math.max(0, after.attachments.length - before.attachments.length),
    isStatusNew: before.status !== after.status,
  };
}
