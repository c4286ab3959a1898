import type { LitElement, ReactiveController } from 'lit';

export interface PageSteps {
  /** The host has come into a page; `signal` aborts when it leaves it. */
  readonly arrived: (signal: AbortSignal) => void;
  /** The page is seen again, after it has slept or been put aside. */
  readonly seen: () => void;
  readonly left: () => void;
}

/** Follows a host into a page and out of it, and the page into sight. A host that is only moved has not left. */
export class PageWatch implements ReactiveController {
  readonly #host: LitElement;
  readonly #steps: PageSteps;
  #connection: AbortController | undefined;

  constructor(host: LitElement, steps: PageSteps) {
    this.#host = host;
    this.#steps = steps;
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.#host.isConnected || this.#connection) return;
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    const look = () => {
      if (document.visibilityState === 'visible') this.#steps.seen();
    };
    document.addEventListener('visibilitychange', look, { signal });
    globalThis.addEventListener('pageshow', look, { signal });
    this.#steps.arrived(signal);
  }

  hostDisconnected(): void {
    // An element that is only moved is in the page again by then.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#connection?.abort();
      this.#connection = undefined;
      this.#steps.left();
    });
  }
}
