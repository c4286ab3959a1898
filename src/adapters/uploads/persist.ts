import { retryAfterOf, retryDelay } from '../../core/retry-delay.js';
import type { UploadOptions } from '../../ports/file-uploader.js';
import { AnswerError } from './answer-error.js';
import type { Pacing } from './pacing.js';

export interface Perseverance {
  file: File;
  pacing: Pacing;
  options: Pick<UploadOptions, 'signal' | 'waiting'>;
  /** How much has arrived for good; an attempt that has brought it on has not been in vain. */
  arrived?: () => number;
  /** Asks for a new token or signature. */
  renew?: (() => void) | undefined;
}

/**
 * Makes attempts until one succeeds, or fails for good: the answer is final, or nothing has come of
 * several in a row.
 */
export async function persist<Value>(
  attempt: () => Promise<Value>,
  { file, pacing, options, arrived = () => 0, renew }: Perseverance,
): Promise<Value> {
  const { signal } = options;
  let course = { failures: 0, offline: 0, mark: arrived(), isRenewed: false };
  for (;;) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      signal.throwIfAborted();
      const mark = arrived();
      if (mark > course.mark) course = { failures: 0, offline: 0, mark, isRenewed: false };
      if (renew && isForbidden(error) && !course.isRenewed) {
        course.isRenewed = true;
        renew();
        continue;
      }
      course[pacing.isOnline() ? 'failures' : 'offline'] += 1;
      if (!mayPass(error) || course.failures >= pacing.attempts) throw error;
      if (error.status === 0) await assertReadable(file);
      await pause(error, course.failures + course.offline, { pacing, options });
    }
  }
}

const isForbidden = (error: unknown): boolean =>
  error instanceof AnswerError && [401, 403].includes(error.status);

const mayPass = (error: unknown): error is AnswerError =>
  error instanceof AnswerError && error.mayPass;

/** A file that has been deleted or changed on the disk looks like a lost connection. */
async function assertReadable(file: File): Promise<void> {
  await file.slice(0, 1).arrayBuffer();
}

async function pause(
  { status, retryAfter }: AnswerError,
  attempt: number,
  { pacing, options }: Pick<Perseverance, 'pacing' | 'options'>,
): Promise<void> {
  const { now, random, sleep, untilOnline } = pacing;
  const asked = retryAfterOf(retryAfter, now());
  const ms = retryDelay({ attempt, retryAfter: asked, random });
  options.waiting?.(ms, asked !== undefined);
  const leaving = new AbortController();
  const signal = AbortSignal.any([options.signal, leaving.signal]);
  // A connection that is back is used at once; a server that asks for time gets it.
  const wakers = [sleep(ms, signal), ...(status === 0 ? [untilOnline(signal)] : [])];
  try {
    await Promise.race(wakers);
  } finally {
    leaving.abort();
  }
}
