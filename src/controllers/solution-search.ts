import type { LitElement, ReactiveController } from 'lit';
import { sleep } from '../core/sleep.js';
import { isSameQuery, isSearchable } from '../core/solution-query.js';
import type { SolutionRow, solutionRows } from '../core/solution-rows.js';
import { SolutionsSearchEvent } from '../events/solution-events.js';
import type { SolutionSource } from '../ports/solution-source.js';
import type { SolutionQuery } from '../schema/solution.js';

/** Milliseconds without a change before a search, and before what it found may be announced. */
const QUIET = 300;
const SETTLED = 1400;

/** What a search found; nothing when there was nothing to search for, or nobody answered. */
export type Found = readonly SolutionRow[] | 'failed' | undefined;

/** What a search depends on: when one of them changes, it starts anew. */
export interface Asked {
  readonly query: SolutionQuery;
  readonly source: SolutionSource | undefined;
}

type Rows = typeof solutionRows;

/** Searches while the person writes. What was found last stays until the next is there. */
export class SolutionSearch implements ReactiveController {
  found: Found;
  /** What was found, once the person has paused. */
  settled: Found;

  /** What it was asked last. */
  asked: Asked | undefined;

  readonly #host: LitElement;
  readonly #ask: () => Asked;
  readonly #prepare: () => Promise<Rows>;
  #run = new AbortController();

  /**
   * `prepare` brings what is needed to show an answer, and what makes rows of it. Nobody waits for it
   * before there is something to search for.
   */
  constructor(host: LitElement, ask: () => Asked, prepare: () => Promise<Rows>) {
    this.#host = host;
    this.#ask = ask;
    this.#prepare = prepare;
    host.addController(this);
  }

  /** Searches once more for the same. */
  retry(): void {
    this.found = undefined;
    void this.#start();
  }

  hostUpdate(): void {
    const asked = this.#host.isConnected ? this.#ask() : undefined;
    if (isSame(this.asked, asked)) return;
    this.asked = asked;
    void this.#start();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#host.requestUpdate();
  }

  /** Each run aborts the one before, which makes of its first sleep a debounce. */
  async #start(): Promise<void> {
    this.#run.abort();
    this.#run = new AbortController();
    const { signal } = this.#run;
    if (!this.asked) return;
    // A source may do without a network: what shows an answer is there before it is asked for.
    const pause = sleep(SETTLED, signal).then(() => this.asked?.source && this.#prepare());
    await Promise.allSettled([this.#find(this.asked, signal), pause]);
    if (signal.aborted) return;
    this.settled = this.found;
    this.#host.requestUpdate();
  }

  async #find(asked: Asked, signal: AbortSignal): Promise<void> {
    let found: Found;
    if (isSearchable(asked.query)) {
      await sleep(QUIET, signal);
      found = await this.#answer(asked, signal).catch(() => 'failed' as const);
    }
    if (signal.aborted) return;
    this.found = found;
    this.#host.requestUpdate();
  }

  async #answer({ query, source }: Asked, signal: AbortSignal): Promise<Found> {
    const event = new SolutionsSearchEvent(query, signal);
    this.#host.dispatchEvent(event);
    if (event.defaultPrevented || !(event.responded || source)) return undefined;
    const [answer, rows] = await Promise.all([
      event.answer(() => (source ? source.search(query, { signal }) : [])),
      this.#prepare(),
    ]);
    return rows(answer, query, event.responded ? undefined : source);
  }
}

function isSame(one: Asked | undefined, other: Asked | undefined): boolean {
  if (!one || !other) return one === other;
  return isSameQuery(one.query, other.query) && one.source === other.source;
}
