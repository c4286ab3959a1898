import type { Case } from '../../schema/case.js';
import type { Issue } from '../../schema/outcome.js';
import { refusalCode } from './read-answers.js';

/** What a person sees of a case. */
export type Look =
  /** Nothing has been asked for. */
  | { readonly phase: 'blank' }
  | { readonly phase: 'loading' }
  | {
      readonly phase: 'shown';
      readonly case: Case;
      /** A newer one, which waits until nothing moves under somebody who writes. */
      readonly waiting?: Case | undefined;
      /** Why what is shown may not be the newest. */
      readonly trouble?: Trouble | undefined;
    }
  | { readonly phase: 'refused'; readonly issues: readonly Issue[] }
  | { readonly phase: 'failed'; readonly error: unknown };

/** No answer came, or one that says that the person has to sign in again. */
export type Trouble = 'failed' | 'identity';

export type LookAction =
  | { readonly type: 'open' }
  /** The page has given the case, or a look for changes has brought it. */
  | { readonly type: 'found'; readonly case: Case; readonly mayMove: boolean }
  | { readonly type: 'unchanged' }
  /** What the person did has been answered: that is shown at once. */
  | { readonly type: 'changed'; readonly case: Case }
  | { readonly type: 'refused'; readonly issues: readonly Issue[] }
  | { readonly type: 'failed'; readonly error: unknown }
  | { readonly type: 'showWaiting' }
  | { readonly type: 'close' };

export const BLANK: Look = { phase: 'blank' };

/** The next look. A case that is on screen stays there while nobody can be reached. */
export function nextLook(look: Look, action: LookAction): Look {
  switch (action.type) {
    case 'open':
      return { phase: 'loading' };
    case 'close':
      return BLANK;
    case 'changed':
      return { phase: 'shown', case: action.case };
    case 'found':
      return found(look, action);
    case 'unchanged':
      return look.phase === 'shown' ? { ...look, trouble: undefined } : look;
    case 'showWaiting':
      return look.phase === 'shown' && look.waiting ? { phase: 'shown', case: look.waiting } : look;
    case 'failed':
      return look.phase === 'shown'
        ? { ...look, trouble: 'failed' }
        : { phase: 'failed', error: action.error };
    case 'refused':
      return refused(look, action.issues);
  }
}

function found(look: Look, { case: newer, mayMove }: Extract<LookAction, { type: 'found' }>): Look {
  if (look.phase !== 'shown' || mayMove) return { phase: 'shown', case: newer };
  const isNewer = look.case.version !== newer.version;
  return { phase: 'shown', case: look.case, waiting: isNewer ? newer : undefined };
}

/** Who has to sign in again keeps what is on screen, and what they have written under it. */
function refused(look: Look, issues: readonly Issue[]): Look {
  const code = refusalCode(issues);
  if (look.phase !== 'shown' || code === 'notFound' || code === 'notAllowed') {
    return { phase: 'refused', issues };
  }
  return { ...look, trouble: code === 'identity' ? code : 'failed' };
}
