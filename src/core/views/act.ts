import type { Case } from '../../schema/case.js';
import type { Issue } from '../../schema/outcome.js';

/** What a person can do with a case, beside a reply. */
export type ActName = 'attach' | 'resolve' | 'reopen' | 'follow';

/** How the last one went. One at a time. */
export type Act =
  | { readonly phase: 'none' }
  | { readonly phase: 'doing'; readonly name: ActName }
  | { readonly phase: 'refused'; readonly name: ActName; readonly issues: readonly Issue[] }
  /** It may have been done, and can be asked for again. */
  | { readonly phase: 'failed'; readonly name: ActName };

export const NO_ACT: Act = { phase: 'none' };

/** What of a backend's abilities is looked at here. */
export type Abilities = Readonly<Partial<Record<keyof Case['can'], boolean>>>;

/**
 * Whether something is offered: the case allows it, and the backend can do it. Where there is no
 * backend, the page answers, and the case alone decides.
 */
export function isOffered(
  name: keyof Case['can'],
  { can }: Case,
  backend: { readonly capabilities?: Abilities | undefined } | undefined,
): boolean {
  return can[name] && (!backend || backend.capabilities?.[name] === true);
}

/**
 * Whether a case shows what was asked of it, and nobody has answered.
 *
 * @param isFollowed - Whether the person wanted to follow it.
 */
export function hasHappened(name: ActName, shown: Case, isFollowed: boolean): boolean {
  if (name === 'attach') return false; // Others may have added files, too.
  return name === 'follow'
    ? shown.isFollowed === isFollowed
    : (shown.status === 'solved') === (name === 'resolve');
}
