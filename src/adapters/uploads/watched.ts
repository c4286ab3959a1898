import { AnswerError } from './answer-error.js';
import type { Pacing } from './pacing.js';

export interface Watch {
  pacing: Pick<Pacing, 'now' | 'sleep' | 'stallAfter'>;
  signal: AbortSignal;
}

/**
 * Runs what may hang. When it has not said `moved()` for too long, it is aborted and counts as a lost
 * connection.
 */
export async function watched<Value>(
  run: (moved: () => void, signal: AbortSignal) => Promise<Value>,
  { pacing, signal }: Watch,
): Promise<Value> {
  const { now, sleep, stallAfter } = pacing;
  const ending = new AbortController();
  const either = AbortSignal.any([signal, ending.signal]);
  let last = now();
  const stall = async (): Promise<never> => {
    for (let left = stallAfter; left > 0; left = last + stallAfter - now()) {
      await sleep(left, either);
    }
    throw new AnswerError(0);
  };
  try {
    return await Promise.race([run(() => (last = now()), either), stall()]);
  } finally {
    ending.abort();
  }
}
