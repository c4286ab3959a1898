import { type Issue, isReceipt, type Outcome, type Receipt } from '../schema/outcome.js';
import type { Solution } from '../schema/solution.js';

/** Where a draft is on its way to a case. */
export type Submission =
  | { readonly phase: 'editing'; readonly issues: readonly Issue[] }
  | { readonly phase: 'sending'; readonly step: 'files' | 'case' }
  | { readonly phase: 'submitted'; readonly receipt: Receipt }
  | { readonly phase: 'failed'; readonly error: unknown }
  | { readonly phase: 'solved'; readonly solution: Solution };

export type SubmissionAction =
  /** The person presses Submit. */
  | { readonly type: 'submit' }
  /** All files have arrived; the case goes off. */
  | { readonly type: 'filesSettled' }
  | { readonly type: 'answered'; readonly outcome: Outcome }
  | { readonly type: 'failed'; readonly error: unknown }
  /** What is left of the issues after the person has changed something. */
  | { readonly type: 'revised'; readonly issues: readonly Issue[] }
  | { readonly type: 'solved'; readonly solution: Solution }
  /** A blank form, or back to one that an article had ended. */
  | { readonly type: 'restart' };

/** A form that nobody has submitted yet. */
export const EDITING: Submission = { phase: 'editing', issues: [] };

/**
 * The next state; the same one where an action does not apply, so that a second press of Submit, or
 * an answer that comes after the person has left, changes nothing.
 */
export function nextSubmission(state: Submission, action: SubmissionAction): Submission {
  const isSending = state.phase === 'sending';
  const isWriting = state.phase === 'editing' || state.phase === 'failed';
  switch (action.type) {
    case 'submit':
      return isWriting ? { phase: 'sending', step: 'files' } : state;
    case 'filesSettled':
      return isSending ? { phase: 'sending', step: 'case' } : state;
    case 'answered':
      return isSending ? afterAnswer(action.outcome) : state;
    case 'failed':
      return isSending ? { phase: 'failed', error: action.error } : state;
    case 'revised':
      return state.phase === 'editing' ? { phase: 'editing', issues: action.issues } : state;
    case 'solved':
      return isWriting ? { phase: 'solved', solution: action.solution } : state;
    case 'restart':
      return EDITING;
  }
}

const afterAnswer = (outcome: Outcome): Submission =>
  isReceipt(outcome)
    ? { phase: 'submitted', receipt: outcome }
    : { phase: 'editing', issues: outcome.issues };
