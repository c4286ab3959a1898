import { AnswerError } from './answer-error.js';
import type { Pacing } from './pacing.js';

/** How often it is looked whether something has moved, in the time after which nothing has. */
const LOOKS = 4;

export interface Watch {
  pacing: Pick<Pacing, 'sleep' | 'stallAfter'>;
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
  const { sleep, stallAfter } = pacing;
  const ending = new AbortController();
  const either = AbortSignal.any([signal, ending.signal]);
  let quiet = 0;
  // It is counted, and not read off a clock, since somebody may set that.
  const stall = async (): Promise<never> => {
    for (quiet = 1; quiet <= LOOKS; quiet++) await sleep(stallAfter / LOOKS, either);
    throw new AnswerError(0);
  };
  try {
    return await Promise.race([run(() => (quiet = 0), either), stall()]);
  } finally {
    ending.abort();
  }
}
