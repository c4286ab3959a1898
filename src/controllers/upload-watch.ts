import type { FileRow } from '../core/attachments.js';

/** Milliseconds without progress after which a person is told. */
const PATIENCE = 30_000;
const SECOND = 1000;

export interface Countdown {
  /** Milliseconds until the file is tried again. */
  readonly ms: number;
  /** The server has asked for them: nobody may shorten them. */
  readonly isAsked: boolean;
  /** Ends it early. */
  readonly signal: AbortSignal;
  readonly show: () => void;
  readonly over: () => void;
}

/**
 * Lets a file wait for its next attempt, and shows for how long, second by second. They are counted, and
 * not read off a clock, since somebody may set that.
 */
export function countDown(row: FileRow, { ms, isAsked, signal, show, over }: Countdown): void {
  let timer: ReturnType<typeof setTimeout>;
  const step = (left: number): void => {
    row.wait = { seconds: Math.max(Math.ceil(left / SECOND), 1), isAsked };
    show();
    timer = setTimeout(
      () => {
        if (left > SECOND) step(left - SECOND);
        else {
          row.wait = undefined;
          over();
        }
      },
      Math.min(left, SECOND),
    );
  };
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    row.wait = undefined;
  });
  step(ms);
}

/** Watches an attempt: says when nothing arrives any more, and how far the next try is away. */
export class UploadWatch {
  readonly #row: FileRow;
  readonly #signal: AbortSignal;
  readonly #show: () => void;
  #furthest = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: AbortController | undefined;

  /** `signal` ends the attempt. */
  constructor(row: FileRow, signal: AbortSignal, show: () => void) {
    this.#row = row;
    this.#signal = signal;
    this.#show = show;
    signal.addEventListener('abort', () => this.stop());
    this.#begin();
  }

  progress(fraction: number): void {
    if (!(fraction > this.#furthest) && !this.#row.wait) return;
    this.#furthest = Math.max(fraction, this.#furthest);
    this.#begin();
  }

  /** Whoever sends it has failed, and tries again by itself. */
  waiting(ms: number, isAsked: boolean): void {
    if (this.#signal.aborted) return;
    this.stop();
    this.#waiting = new AbortController();
    const { signal } = this.#waiting;
    const over = () => {
      this.#begin();
      this.#show();
    };
    countDown(this.#row, { ms, isAsked, signal, show: this.#show, over });
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting?.abort();
    // The row may be in the hands of a later attempt.
    if (!this.#signal.aborted) this.#row.isStalled = false;
  }

  /** Something has moved; it may still arrive after the person has been told that nothing does. */
  #begin(): void {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#row.isStalled = true;
      this.#show();
    }, PATIENCE);
  }
}
