import type { Consulted } from '../schema/consulted.js';
import type { Session } from '../schema/session.js';

/** How a session ended: an article solved it, and the person said so; a case; or nobody knows. */
export type SessionEnd = Session['outcome'];

/** What a person did, as far as it tells whether articles helped. */
export type SessionStep =
  | { readonly type: 'written' }
  | { readonly type: 'searched'; readonly words: string; readonly found: number }
  | { readonly type: 'consulted'; readonly articles: readonly Consulted[] }
  | { readonly type: 'submitted'; readonly number: string };

/** What is known of a session. It names no person: only articles, searches, and a case. */
export interface SessionState {
  readonly articles: readonly Consulted[];
  readonly searches: Session['searches'];
  readonly number: string | undefined;
  /** Whether the person did something: who only looks at a page has not been helped, nor left. */
  readonly isBegun: boolean;
}

/** What is told of a session at its end, as the embedded desk takes it. */
export interface SessionReport extends Session {
  /** Of the case that it ended with. */
  readonly number?: string;
}

export const NEW_SESSION: SessionState = {
  articles: [],
  searches: [],
  number: undefined,
  isBegun: false,
};

/** Articles and searches that are told of, and characters of a search. */
const MOST = { articles: 200, searches: 100, words: 200 };

/** How far an article came, least first. */
const STEPS: readonly Consulted['as'][] = ['shown', 'refused', 'opened', 'accepted'];

/** What is known of a session after a step. */
export function nextSession(session: SessionState, step: SessionStep): SessionState {
  switch (step.type) {
    case 'written':
      // Whoever writes on has not been helped after all.
      return { ...session, articles: session.articles.map(unsolved), isBegun: true };
    case 'searched':
      return { ...session, searches: withSearch(session.searches, step) };
    case 'submitted':
      return { ...session, number: step.number, isBegun: true };
    case 'consulted': {
      const isOnlyShown = step.articles.every(({ as }) => as === 'shown');
      const articles = step.articles.reduce(withArticle, session.articles);
      return { ...session, articles, isBegun: session.isBegun || !isOnlyShown };
    }
  }
}

/**
 * How a session ended; nothing while there was none.
 *
 * A case counts as one, whatever was accepted before: who submits after all was not helped enough. An
 * article counts as a solution only when the person has said so. Whoever leaves is not counted as helped.
 */
export function endOf({ isBegun, number, articles }: SessionState): SessionEnd | undefined {
  if (!isBegun) return undefined;
  if (number !== undefined) return 'submitted';
  return articles.some(({ as }) => as === 'accepted') ? 'solved' : 'left';
}

/** What is told of a session at its end, under an id of its own; nothing while there was none. */
export function reportOf(session: SessionState, id: string): SessionReport | undefined {
  const outcome = endOf(session);
  const { articles, searches, number } = session;
  return (
    outcome && {
      id,
      outcome,
      articles: [...articles],
      searches: [...searches],
      ...(number !== undefined && { number }),
    }
  );
}

/** What is searched while a person writes on is one search: its last words count. */
function withSearch(
  searches: Session['searches'],
  { words: asked, found }: Extract<SessionStep, { type: 'searched' }>,
): Session['searches'] {
  const words = asked.trim().slice(0, MOST.words);
  if (!words) return searches;
  const before = searches.at(-1)?.words ?? '';
  const isSame = before && (words.startsWith(before) || before.startsWith(words));
  return [...searches.slice(0, isSame ? -1 : undefined), { words, found }].slice(-MOST.searches);
}

/** Each article is there once, with the furthest that it came. */
function withArticle(articles: readonly Consulted[], article: Consulted): readonly Consulted[] {
  const known = articles.find(({ url }) => url === article.url);
  if (!known) return articles.length < MOST.articles ? [...articles, article] : articles;
  if (STEPS.indexOf(known.as) >= STEPS.indexOf(article.as)) return articles;
  return articles.map((one) => (one === known ? { ...one, as: article.as } : one));
}

const unsolved = (article: Consulted): Consulted =>
  article.as === 'accepted' ? { ...article, as: 'opened' } : article;
