import { retryAfterOf, retryDelay } from './retry-delay.js';

/** Tries after which a backend that keeps failing is left alone until the person asks again. */
const MOST_TRIES = 8;

/** How a submission is getting on that has not been answered yet. */
export type Delivery =
  | { readonly phase: 'trying'; readonly attempt: number; readonly isSlow: boolean }
  /** Until `until` (milliseconds since 1970); without a network, until there is one again at the latest. */
  | {
      readonly phase: 'waiting';
      readonly attempt: number;
      readonly why: Reason;
      readonly until: number;
    };

/** Why a try is not made at once: no network, a backend that asks for patience, one that fails. */
export type Reason = 'offline' | 'busy' | 'failing';

/** A try that brought no outcome. */
export interface FailedTry {
  readonly error: unknown;
  /** 1 for the first. */
  readonly attempt: number;
  readonly isOnline: boolean;
  /** Whether the backend knows a `key` again, so that no try can open a second case. */
  readonly isIdempotent: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly random?: () => number;
}

export type NextStep =
  | { readonly kind: 'wait'; readonly why: Reason; readonly ms: number }
  /** `isUnknown`: a case may exist all the same, and another try may open a second one. */
  | { readonly kind: 'giveUp'; readonly isUnknown: boolean };

/** What an error says of an answer: adapters give these, and so may a listener of `case-submit`. */
interface Said {
  /** The status of HTTP; nothing where there was no answer. */
  readonly status: number | undefined;
  /** Milliseconds that the server asks to wait. */
  readonly retryAfter: number | undefined;
}

/**
 * What follows a try without an outcome. A backend that says it has no time has opened no case; after
 * anything else one may exist, and only a backend that knows the key again is asked without a word.
 */
export function afterFailure(failed: FailedTry): NextStep {
  const { error, attempt, isOnline, isIdempotent, now, random } = failed;
  const { status, retryAfter } = said(error, now);
  const wait = (why: Reason): NextStep => {
    if (attempt >= MOST_TRIES && why !== 'offline') return { kind: 'giveUp', isUnknown };
    return {
      kind: 'wait',
      why,
      ms: retryDelay({ attempt, retryAfter, ...(random && { random }) }),
    };
  };
  const isBusy = status === 429 || (status === 503 && (isIdempotent || retryAfter !== undefined));
  const isUnknown = !isIdempotent && !isBusy && !isDecided(status);
  if (isBusy) return wait('busy');
  if (!isIdempotent || !isTransient(status)) return { kind: 'giveUp', isUnknown };
  return wait(isOnline || status !== undefined ? 'failing' : 'offline');
}

/** Whether an answer says for sure that no case was opened. */
const isDecided = (status = 0) => status >= 400 && status < 500 && status !== 408;

/** Whether another try may end better: no answer, one that broke off, or a server that failed. */
const isTransient = (status: number | undefined) =>
  status === undefined || status === 408 || (status >= 200 && status < 300) || status >= 500;

function said(error: unknown, now: number): Said {
  const { status, retryAfter } = Object(error) as Partial<Record<keyof Said, unknown>>;
  const asked = /^(string|number)$/.test(typeof retryAfter) ? String(retryAfter) : undefined;
  return {
    status: typeof status === 'number' ? status : undefined,
    retryAfter: retryAfterOf(asked, now),
  };
}
