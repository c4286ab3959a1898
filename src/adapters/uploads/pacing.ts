import { sleep } from '../../core/sleep.js';

/** What an uploader goes by when it waits. All of it has a default; a test brings a clock of its own. */
export interface Pacing {
  /** How often in a row an attempt may fail without anything having arrived: 10. Being offline does not count. */
  attempts: number;
  /** After how long without any sign an attempt is taken for lost, in milliseconds: 30,000. */
  stallAfter: number;
  /** Milliseconds since 1970. */
  now: () => number;
  /** From 0 to 1, 1 excluded. */
  random: () => number;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Whether there is a connection, as far as the browser knows. */
  isOnline: () => boolean;
  /** Resolves when the browser sees a connection come back. */
  untilOnline: (signal: AbortSignal) => Promise<void>;
}

/** What is given, and the default for the rest. */
export const pacingOf = (given: Partial<Pacing> = {}): Pacing => ({
  attempts: 10,
  stallAfter: 30_000,
  now: Date.now,
  random: Math.random,
  sleep,
  isOnline: () => (globalThis as { navigator?: Navigator }).navigator?.onLine !== false,
  untilOnline: (signal) =>
    new Promise((resolve) => {
      if (!('addEventListener' in globalThis)) return;
      addEventListener('online', () => resolve(), { once: true, signal });
    }),
  ...given,
});
