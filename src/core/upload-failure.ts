import { issuesOf } from './file-progress.js';

/** What an error may say beside its message; an `UploadError` does. */
interface Told {
  /** Of the server's answer; 0 when there was none. */
  readonly status?: unknown;
  /** Milliseconds that the server asks to wait. */
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

/** Whether the same may go well a little later. An error that does not say why it is one is not tried again. */
export function willPass(error: unknown): boolean {
  if (isRefusal(error)) return false;
  // `fetch` rejects with a `TypeError` where there is no connection.
  const isConnection = /^(TypeError|NetworkError|TimeoutError)$/.test(
    (Object(error) as Error).name,
  );
  return passes(statusOf(error)) || isConnection;
}

/** Milliseconds that a server has asked to wait, where it has. */
export function retryWait(error: unknown): number | undefined {
  const { retryAfter } = Object(error) as Told;
  return typeof retryAfter === 'number' && retryAfter >= 0 ? retryAfter : undefined;
}
