import type { ReactiveControllerHost } from 'lit';
import { afterFailure, type Delivery } from '../core/delivery.js';

/** Milliseconds without an answer after which the person is told, and after which a try is given up. */
const SLOW = 10_000;
const SILENT = 30_000;

/** Makes one try: asks whoever opens cases, and resolves with what they answer. */
export type Try = (signal: AbortSignal) => Promise<unknown>;

export interface DeliverOptions {
  /** Aborts when nobody wants an outcome any more. */
  signal: AbortSignal;
  /** Whether whoever has been asked knows a `key` again. */
  isIdempotent(): boolean;
}

/** A case may exist, and nobody can be asked: another try may open a second one. */
export class UnknownOutcome extends Error {
  override readonly name = 'UnknownOutcome';
}

/** No answer came in time, or the person would not wait for it. */
class Silence extends Error {
  override readonly name = 'Silence';
}

/** Tries until there is an outcome, as patiently as the backend asks, and tells how it is getting on. */
export class DeliveryController {
  /** Nothing while nothing is being sent. */
  state: Delivery | undefined;
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  /** Ends the try or the wait that is under way. */
  #hurry: AbortController | undefined;
  #stopping = new AbortController();

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host;
  }

  /** @throws {UnknownOutcome} When nobody knows whether a case exists; else what the last try threw. */
  async deliver(once: Try, options: DeliverOptions): Promise<unknown> {
    this.#stopping = new AbortController();
    try {
      for (let attempt = 1; ; attempt++) {
        const result = await this.#try(once, attempt, options);
        if ('answer' in result) return result.answer;
        options.signal.throwIfAborted();
        await this.#afterwards(result.error, attempt, options);
      }
    } finally {
      this.#tell(undefined);
    }
  }

  /** Ends the wait: tries at once. A backend that asked for patience gets it all the same. */
  tryNow(): void {
    if (this.state?.phase !== 'waiting' || this.state.why !== 'busy') this.#hurry?.abort();
  }

  /** Ends it all: the draft is the person's again. */
  stop(): void {
    this.#stopping.abort();
    this.#hurry?.abort();
  }

  #tell(state: Delivery | undefined): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  async #try(
    once: Try,
    attempt: number,
    { signal, isIdempotent }: DeliverOptions,
  ): Promise<{ answer: unknown } | { error: unknown }> {
    const trying = new AbortController();
    this.#hurry = trying;
    this.#tell({ phase: 'trying', attempt, isSlow: false });
    const slow = setTimeout(() => this.#tell({ phase: 'trying', attempt, isSlow: true }), SLOW);
    // Who cannot be asked twice is waited for until the person has had enough.
    const silent = setTimeout(() => isIdempotent() && trying.abort(), SILENT);
    const ended = AbortSignal.any([signal, trying.signal]);
    try {
      return { answer: await Promise.race([once(ended), rejected(ended)]) };
    } catch (error) {
      return { error: trying.signal.aborted ? new Silence() : error };
    } finally {
      clearTimeout(slow);
      clearTimeout(silent);
      trying.abort();
    }
  }

  /** Waits for the next try, or throws where there is none. */
  async #afterwards(error: unknown, attempt: number, options: DeliverOptions): Promise<void> {
    const isIdempotent = options.isIdempotent();
    const now = Date.now();
    const step = afterFailure({ error, attempt, isOnline: navigator.onLine, isIdempotent, now });
    if (step.kind === 'giveUp' && step.isUnknown) {
      throw new UnknownOutcome('Nobody knows whether a case exists.', { cause: error });
    }
    if (step.kind === 'giveUp') throw error;
    this.#tell({ phase: 'waiting', attempt, why: step.why, until: now + step.ms });
    if (!this.#stopping.signal.aborted) await this.#pause(step.ms, options.signal);
    if (this.#stopping.signal.aborted) throw error;
  }

  /** Waits for so many milliseconds, for a network, or for the person. */
  async #pause(ms: number, signal: AbortSignal): Promise<void> {
    const hurry = new AbortController();
    this.#hurry = hurry;
    const timer = setTimeout(() => hurry.abort(), ms);
    const goOn = () => this.tryNow();
    globalThis.addEventListener('online', goOn);
    await rejected(AbortSignal.any([signal, hurry.signal])).catch(() => undefined);
    globalThis.removeEventListener('online', goOn);
    clearTimeout(timer);
    signal.throwIfAborted();
  }
}

function rejected(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const leave = () => reject(signal.reason as Error);
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
}
