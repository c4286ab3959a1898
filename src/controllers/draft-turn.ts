/** Milliseconds to wait for whoever sends the same draft. Then it is sent here, too: one key is one case. */
const LONGEST = 30_000;

/**
 * The turn to do something with a draft that must happen once: a submission, or a reply that it becomes.
 * One has it at a time, in all tabs together; a browser without locks gives it to everybody.
 */
export class DraftTurn {
  #leave: (() => void) | undefined;
  /** Settles when the turn that was had last is free again. */
  #held: Promise<unknown> | undefined;

  /** Resolves when nobody else has the turn, or after half a minute; `waiting` is called if somebody has. */
  async take(key: string, waiting: () => void): Promise<void> {
    if (await this.takeAtOnce(key)) return;
    waiting();
    await this.#hold(key, { signal: AbortSignal.timeout(LONGEST) });
  }

  /** Resolves with whether the turn is had, without waiting for it. */
  async takeAtOnce(key: string): Promise<boolean> {
    this.leave();
    await this.#held?.catch(() => undefined);
    return this.#hold(key, { ifAvailable: true });
  }

  /** Lets the next one have it. */
  leave(): void {
    this.#leave?.();
    this.#leave = undefined;
  }

  /** Resolves when the lock is had, which it is until somebody leaves, or when it is not to be had. */
  #hold(key: string, options: LockOptions): Promise<boolean> {
    const { locks } = navigator as Partial<Navigator>;
    if (!locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      this.#held = locks.request(`case-elements drafts ${key}`, options, (lock) => {
        resolve(!!lock);
        return lock ? new Promise<void>((leave) => (this.#leave = leave)) : undefined;
      });
      this.#held.catch(() => resolve(false));
    });
  }
}
