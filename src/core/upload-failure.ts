import { issuesOf } from './file-progress.js';
import { retryAfterOf } from './retry-delay.js';

/** What an error may say beside its message; an `UploadError` does. */
interface Told {
  /** Of the server's answer; 0 when there was none. */
  readonly status?: unknown;
  /** When another try is welcome: in so many milliseconds, or as the header `Retry-After` says it. */
  readonly retryAfter?: unknown;
}

const statusOf = (error: unknown): unknown => (Object(error) as Told).status;

/** No answer, a timeout, too early, too many; and whatever is the server's own trouble. */
const passes = (status: unknown): boolean =>
  typeof status === 'number' && ([0, 408, 423, 425, 429].includes(status) || status >= 500);

/** Whether a file is not wanted, so that it would be sent again in vain. */
export function isRefusal(error: unknown): boolean {
  const status = statusOf(error);
  const isAnswer = typeof status === 'number' && !passes(status);
  const wasCancelled = (Object(error) as Error).name === 'AbortError';
  return isAnswer || wasCancelled || issuesOf(error).length > 0;
}

/** Whether it is the server itself that asks for time, which is not to be shortened. */
export const isAsking = (error: unknown): boolean => [429, 503].includes(Number(statusOf(error)));

/** Whether the same may go well a little later. An error that does not say why it is one is not tried again. */
export function willPass(error: unknown): boolean {
  if (isRefusal(error)) return false;
  // `fetch` rejects with a `TypeError` where there is no connection.
  const isConnection = /^(TypeError|NetworkError|TimeoutError)$/.test(
    (Object(error) as Error).name,
  );
  return passes(statusOf(error)) || isConnection;
}

/** Milliseconds that a server has asked to wait, where it has; `now` in milliseconds since 1970. */
export function retryWait(error: unknown, now: number): number | undefined {
  const { retryAfter } = Object(error) as Told;
  if (typeof retryAfter === 'string') return retryAfterOf(retryAfter, now);
  return typeof retryAfter === 'number' && retryAfter >= 0 ? retryAfter : undefined;
}
