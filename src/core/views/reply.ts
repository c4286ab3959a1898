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
  /** `sent` may be there, and may not. */
  | { readonly phase: 'failed'; readonly draft: ReplyDraft; readonly sent: string };

export type ReplyAction =
  | { readonly type: 'restored'; readonly draft: ReplyDraft }
  | { readonly type: 'written'; readonly text: string }
  | { readonly type: 'sent' }
  | { readonly type: 'kept'; readonly problem?: ReplyProblem | undefined }
  | { readonly type: 'failed' }
  /** It is there; `key` names the next one. */
  | { readonly type: 'arrived'; readonly key: string };

export const newReply = (key: string): Reply => ({ phase: 'writing', draft: { key, text: '' } });

/** The next state; the same one where an action does not apply. */
export function nextReply(reply: Reply, action: ReplyAction): Reply {
  const { draft } = reply;
  switch (action.type) {
    case 'restored':
      return { phase: 'writing', draft: action.draft };
    case 'written': {
      const written = { ...draft, text: action.text };
      if (reply.phase === 'sending') return reply;
      return reply.phase === 'failed'
        ? { ...reply, draft: written }
        : { phase: 'writing', draft: written };
    }
    case 'sent':
      return reply.phase === 'sending' ? reply : { phase: 'sending', draft };
    case 'kept':
      return { phase: 'writing', draft, problem: action.problem };
    case 'failed':
      return { phase: 'failed', draft, sent: draft.text };
    case 'arrived':
      return { phase: 'writing', draft: { key: action.key, text: laterText(reply) } };
  }
}

/** What somebody has gone on to write after a try that nobody answered is not lost when that arrives. */
function laterText(reply: Reply): string {
  const { text } = reply.draft;
  return reply.phase === 'failed' && text !== reply.sent ? text : '';
}

/** Whether a reply that nobody answered is there after all: the same words, not from a helper, and new. */
export function hasArrived(sent: string, before: Case, after: Case): boolean {
  const known = new Set(before.comments.map(({ id }) => id));
  return after.comments.some(
    ({ id, author, text }) => !known.has(id) && !author.isStaff && words(text) === words(sent),
  );
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
