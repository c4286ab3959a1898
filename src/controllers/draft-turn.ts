/** Milliseconds to wait for whoever sends the same draft. Then it is sent here, too: one key is one case. */
const LONGEST = 30_000;

/**
 * The turn to do something with a draft that must happen once: a submission, or a reply that it becomes.
 * One has it at a time, in all tabs together; a page without locks gives it to everybody.
 */
export class DraftTurn {
  /** The draft that it is about, which may still be waited for. */
  #key = '';
  #over = new AbortController();
  /** Settles when the turn that was had last is free again. */
  #held: Promise<unknown> | undefined;

  /**
   * Resolves when nobody else has the turn, after half a minute, or when it is not wanted any more; `waiting`
   * is called if somebody has it.
   */
  async take(key: string, waiting: () => void): Promise<void> {
    const isHad = this.takeAtOnce(key);
    const { signal } = this.#over;
    // It may have been left while that was asked.
    if ((await isHad) || signal.aborted) return;
    waiting();
    const tooLong = AbortSignal.timeout(LONGEST);
    await this.#hold(key, signal, { signal: AbortSignal.any([signal, tooLong]) });
  }

  /** Resolves with whether the turn is had, without waiting for it. */
  async takeAtOnce(key: string): Promise<boolean> {
    this.leave();
    this.#key = key;
    this.#over = new AbortController();
    const { signal } = this.#over;
    await this.#held?.catch(() => undefined);
    return this.#hold(key, signal, { ifAvailable: true });
  }

  /** Lets the next one have it, or waits for it no longer; not if it is about another draft than `key`. */
  leave(key = this.#key): void {
    if (key === this.#key) this.#over.abort();
  }

  /** Resolves when the lock is had, which it is until `signal` says so, or when it is not to be had. */
  #hold(key: string, signal: AbortSignal, options: LockOptions): Promise<boolean> {
    const { locks } = navigator as Partial<Navigator>;
    if (!locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      const hold = (lock: Lock | null) => {
        resolve(!!lock);
        return lock && !signal.aborted ? over(signal) : undefined;
      };
      this.#held = locks.request(`case-elements drafts ${key}`, options, hold);
      // The wait is over; or it is a page that may not have any, such as one in a sandbox.
      this.#held.catch(() => resolve(true));
    });
  }
}

const over = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
