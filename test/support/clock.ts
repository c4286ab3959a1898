/** Timers at or above this many milliseconds are waits of the code under test; shorter ones are not. */
const WAIT = 100;

const { setTimeout, clearTimeout } = globalThis;
const { random } = Math;

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/**
 * Holds back the page's waits, so that a test can let time pass at once, and say when it does. A wait whose
 * length is left to chance is as long as nearly any: by chance it could be one that is not held back.
 */
export class Clock {
  readonly #timers = new Map<number, Timer>();
  #now = 0;
  #last = 1_000_000_000;
  readonly #settled: () => Promise<void>;

  /** Code that loads modules has settled when these are there. */
  constructor(hasSettled: () => Promise<void> = settled) {
    this.#settled = hasSettled;
  }

  /** Takes over. Give the time back with `stop()`. */
  start(): void {
    Object.assign(globalThis, {
      setTimeout: (run: () => void, ms = 0, ...rest: unknown[]): number => {
        if (ms < WAIT) return setTimeout(run, ms, ...rest);
        this.#timers.set((this.#last += 1), { at: this.#now + ms, run });
        return this.#last;
      },
      clearTimeout: (id: number) => {
        if (!this.#timers.delete(id)) clearTimeout(id);
      },
    });
    Math.random = () => 0.9;
  }

  stop(): void {
    Object.assign(globalThis, { setTimeout, clearTimeout });
    Math.random = random;
    this.#timers.clear();
  }

  /** Lets this many milliseconds pass, and everything happen that follows from it. */
  async pass(ms: number): Promise<void> {
    await this.#settled();
    const end = this.#now + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      const [id, { at, run }] = next;
      this.#timers.delete(id);
      this.#now = at;
      run();
      await this.#settled();
    }
    this.#now = end;
    await this.#settled();
  }

  #next(end: number): [number, Timer] | undefined {
    const due = [...this.#timers].filter(([, { at }]) => at <= end);
    return due.sort(([, one], [, other]) => one.at - other.at)[0];
  }
}

/** Resolves when nothing is left to do but to wait. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
