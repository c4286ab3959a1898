import type { Case } from '../../schema/case.js';
import type { Issue } from '../../schema/outcome.js';

/** What somebody is writing under a case. The key stays the same until it is there. */
export interface ReplyDraft {
  readonly key: string;
  readonly text: string;
}

/** Why a reply was not sent. */
export type ReplyProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'files'; readonly count: number }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

/** Where a reply is on its way. */
export type Reply =
  | {
      readonly phase: 'writing';
      readonly draft: ReplyDraft;
      readonly problem?: ReplyProblem | undefined;
    }
  | { readonly phase: 'sending'; readonly draft: ReplyDraft }
  /** It may be there, and may not. */
  | { readonly phase: 'failed'; readonly draft: ReplyDraft };

export type ReplyAction =
  /** `isUnanswered` when it was sent before, and nobody knows how that ended. */
  | {
      readonly type: 'restored';
      readonly draft: ReplyDraft;
      readonly isUnanswered?: boolean | undefined;
    }
  | { readonly type: 'written'; readonly text: string }
  | { readonly type: 'sent' }
  | { readonly type: 'kept'; readonly problem?: ReplyProblem | undefined }
  | { readonly type: 'failed' }
  /** These words are there; `key` names the next reply. */
  | { readonly type: 'arrived'; readonly words: string; readonly key: string };

export const newReply = (key: string): Reply => ({ phase: 'writing', draft: { key, text: '' } });

/** The next state; the same one where an action does not apply. */
export function nextReply(reply: Reply, action: ReplyAction): Reply {
  const { draft } = reply;
  switch (action.type) {
    case 'restored':
      return { phase: action.isUnanswered ? 'failed' : 'writing', draft: action.draft };
    case 'written': {
      const written = { ...draft, text: action.text };
      if (reply.phase === 'sending') return reply;
      return { phase: reply.phase, draft: written };
    }
    case 'sent':
      return reply.phase === 'sending' ? reply : { phase: 'sending', draft };
    case 'kept':
      return { phase: 'writing', draft, problem: action.problem };
    case 'failed':
      return { phase: 'failed', draft };
    case 'arrived': {
      // What somebody has gone on to write after a try that nobody answered is not lost when that arrives.
      const text = draft.text === action.words ? '' : draft.text;
      return { phase: 'writing', draft: { key: action.key, text } };
    }
  }
}

/** Whether a reply that nobody answered is there after all: the same words, not from a helper, and new. */
export function hasArrived(
  sent: string,
  before: Pick<Case, 'comments'>,
  after: Pick<Case, 'comments'>,
): boolean {
  const known = new Set(before.comments.map(({ id }) => id));
  return after.comments.some(
    ({ id, author, text }) => !known.has(id) && !author.isStaff && words(text) === words(sent),
  );
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
