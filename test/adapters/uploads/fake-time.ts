import type { Pacing } from '../../../src/adapters/uploads/pacing.js';
import { sleep } from '../../../src/core/sleep.js';

/** The shortest waits there can be. */
export const atOnce: Partial<Pacing> = { random: () => 0, attempts: 3, isOnline: () => true };

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** Time that passes only when somebody waits for it, and a connection that a test can take away. */
export class FakeTime {
  now = Date.UTC(2026, 10, 22, 9);
  isOnline = true;
  /** How long each wait for the next attempt was, in milliseconds. */
  readonly waits: number[] = [];
  #sleepers: Sleeper[] = [];
  #online: (() => void)[] = [];

  readonly pacing: Partial<Pacing> = {
    now: () => this.now,
    random: () => 0.5,
    isOnline: () => this.isOnline,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { until: this.now + ms, wake: resolve };
        this.#sleepers.push(sleeper);
        signal.addEventListener('abort', () => {
          this.#sleepers = this.#sleepers.filter((one) => one !== sleeper);
          reject(signal.reason);
        });
      }),
    untilOnline: () => new Promise((resolve) => void this.#online.push(resolve)),
  };

  readonly waiting = (ms: number) => void this.waits.push(ms);

  /** Lets so many milliseconds pass, and wakes who has slept until then. */
  pass(ms: number): void {
    this.now += ms;
    const due = this.#sleepers.filter(({ until }) => until <= this.now);
    this.#sleepers = this.#sleepers.filter((one) => !due.includes(one));
    due.forEach(({ wake }) => wake());
  }

  connect(): void {
    this.isOnline = true;
    this.#online.splice(0).forEach((tell) => tell());
  }

  /** Lets time pass until something is done. */
  async until<Value>(promise: Promise<Value>, step = 500): Promise<Value> {
    const course = { isDone: false };
    const end = () => void (course.isDone = true);
    promise.then(end, end);
    while (!course.isDone) {
      await sleep(0, new AbortController().signal);
      this.pass(step);
    }
    return promise;
  }
}
