/** How a session ended: an article solved it, and the person said so; a case; or nobody knows. */
export type SessionEnd = 'solved' | 'submitted' | 'left';

/** What a person did, as far as it tells whether articles helped. */
export type SessionStep =
  | { readonly type: 'written' }
  | { readonly type: 'searched'; readonly words: string; readonly found: number }
  | { readonly type: 'shown' | 'opened' | 'accepted'; readonly articles: readonly string[] }
  | { readonly type: 'submitted'; readonly number: string };

/** What is known of a session. It names no person: only articles, searches that found nothing, and a case. */
export interface Session {
  /** Addresses of the articles that were on screen, in the order in which they came. */
  readonly shown: readonly string[];
  readonly opened: readonly string[];
  readonly accepted: readonly string[];
  /** What was searched for last and found nothing. */
  readonly nothing: string | undefined;
  readonly number: string | undefined;
  /** Whether the person did something: who only looks at a page has not been helped, nor left. */
  readonly isBegun: boolean;
}

export interface SessionReport extends Omit<Session, 'isBegun'> {
  readonly end: SessionEnd;
}

export const NEW_SESSION: Session = {
  shown: [],
  opened: [],
  accepted: [],
  nothing: undefined,
  number: undefined,
  isBegun: false,
};

/** Articles of one kind that are remembered, and characters of a search. */
const MOST = 50;
const LONGEST = 200;

/** What is known of a session after a step. */
export function nextSession(session: Session, step: SessionStep): Session {
  switch (step.type) {
    case 'written':
      return { ...session, isBegun: true };
    case 'searched': {
      const words = step.words.trim().slice(0, LONGEST);
      return { ...session, nothing: step.found || !words ? undefined : words };
    }
    case 'submitted':
      return { ...session, number: step.number, isBegun: true };
    default: {
      const { type, articles } = step;
      const urls = [...new Set([...session[type], ...articles])].slice(0, MOST);
      return { ...session, [type]: urls, isBegun: session.isBegun || type !== 'shown' };
    }
  }
}

/**
 * How a session ended; nothing while there was none.
 *
 * A case counts as one, whatever was accepted before: who submits after all was not helped enough. An
 * article counts as a solution only when the person has said so. Whoever leaves is not counted as helped.
 */
export function endOf(session: Session): SessionEnd | undefined {
  if (!session.isBegun) return undefined;
  if (session.number !== undefined) return 'submitted';
  return session.accepted.length ? 'solved' : 'left';
}

/** What is told of a session at its end; nothing while there was none. */
export function reportOf(session: Session): SessionReport | undefined {
  const end = endOf(session);
  const { shown, opened, accepted, nothing, number } = session;
  return end && { end, shown, opened, accepted, nothing, number };
}
