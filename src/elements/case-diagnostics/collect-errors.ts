import { bounded } from '../../core/diagnostics.js';
import type { DiagnosticsCollector } from './collectors.js';

export interface CollectErrorsOptions {
  /** How many of the last errors are remembered; 20 when not given. */
  readonly limit?: number;
  /** Where errors arrive; the window when not given. */
  readonly target?: EventTarget;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Remembers the last errors of the page, from its start on. */
export interface ErrorCollector extends DiagnosticsCollector {
  readonly label: 'errors';
  /** The errors, oldest first. */
  collect(): string[];
  /** Ends it: nothing is heard any more, and what was remembered is forgotten. */
  stop(): void;
}

/** What an event tells of an error; what was thrown may be anything. */
type Failure = Partial<Omit<ErrorEvent, 'error'>> & { readonly error?: unknown };

/** Lines and characters of one error. */
const MOST = { lines: 5, characters: 500 };

/**
 * Remembers the last errors that nobody has caught, from now on and until it is stopped. What was before is
 * not known, nothing is sent anywhere, and nothing of the page is replaced.
 */
export function collectErrors({
  limit = 20,
  target = globalThis,
  now = Date.now,
}: CollectErrorsOptions = {}): ErrorCollector {
  const listening = new AbortController();
  const { signal } = listening;
  const errors: string[] = [];
  const remember = (thrown: unknown, place = '') => {
    const time = new Date(now()).toISOString().slice(11, 19);
    errors.push(bounded(`${time} ${wordsOf(thrown)}${place && ` (${place})`}`, MOST));
    if (errors.length > limit) errors.shift();
  };
  target.addEventListener(
    'error',
    (event) => {
      const { error, message, filename, lineno } = event as Failure;
      // Where a picture or a script could not be loaded, there is no error, and the address is not ours.
      if (message === undefined) return;
      remember(error ?? message, filename && `${fileOf(filename)}:${lineno ?? 0}`);
    },
    { signal },
  );
  target.addEventListener(
    'unhandledrejection',
    (event) => remember((event as PromiseRejectionEvent).reason),
    { signal },
  );
  return {
    label: 'errors',
    collect: () => [...errors],
    stop() {
      listening.abort();
      errors.length = 0;
    },
  };
}

/** What was thrown may be anything, and may throw when it is looked at. */
function wordsOf(thrown: unknown): string {
  try {
    if (!(thrown instanceof Error)) return withoutQueries(String(thrown));
    const stack = thrown.stack?.split('\n').find((line) => /^\s+at |@/.test(line)) ?? '';
    return withoutQueries(`${thrown.name}: ${thrown.message}${stack && `\n${stack}`}`);
  } catch {
    return '?';
  }
}

/**
 * An address up to its query or its fragment, or one of these alone, and all that belongs to it: up to what
 * no address holds, or up to the line and column that a stack has there.
 */
const QUERY =
  /(?:(\b[a-z][a-z+.-]*:\/\/[^\s?#"<>]*)[?#]|[?#][\w.~%[\]-]+=)[^\s"<>]*?(?=(?:(?::\d+){1,2}\)*,?)?(?:[\s"<>]|$))/gi;

/** Query and fragment of an address may hold what opens something. */
const withoutQueries = (text: string) =>
  // Of an endless text no more is read than could be shown.
  text.slice(0, MOST.characters * 2).replace(QUERY, '$1');

const fileOf = (url: string) => url.replace(/[?#].*$/s, '').replace(/^.*\//, '');
