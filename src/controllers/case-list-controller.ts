import type { LitElement, ReactiveController } from 'lit';
import { sleep } from '../core/sleep.js';
import {
  type Counts,
  countsOf,
  type Listing,
  LISTING,
  type ListingAction,
  nextListing,
  queryOfListing,
} from '../core/views/case-listing.js';
import { readAnswer } from '../core/views/read-answers.js';
import { CasesFailedEvent, CasesLoadEvent, CasesShownEvent } from '../events/view-events.js';
import type { CaseBackend } from '../ports/case-backend.js';
import type { CaseStatus } from '../schema/case.js';
import { type CasePage, CasePageSchema, MOST_CASES } from '../schema/case-query.js';
import type { Issue } from '../schema/outcome.js';

/** Milliseconds without a key before a search. */
const QUIET = 300;

/** An element that lists cases. */
export interface ListHost extends LitElement {
  readonly backend: CaseBackend | undefined;
  readonly scope: Listing['scope'];
  readonly status: CaseStatus | '';
  readonly pageSize: number;
  readonly person: string;
}

/** How the page that is asked for is getting on; the one before stays until the next is there. */
export type Listed =
  | { readonly phase: 'blank' }
  | { readonly phase: 'loading' }
  | { readonly phase: 'shown' }
  | { readonly phase: 'refused'; readonly issues: readonly Issue[] }
  | { readonly phase: 'failed' };

/** Asks for one page of cases at a time; the newest question wins. */
export class CaseListController implements ReactiveController {
  listing: Listing = LISTING;
  listed: Listed = { phase: 'blank' };
  page: CasePage | undefined;
  /** What the page on screen was asked with. */
  shown: Listing = LISTING;
  counts: Counts = {};
  readonly #host: ListHost;
  readonly #wait: typeof sleep;
  #run = new AbortController();
  #given: readonly unknown[] = [];
  /** Whose cases these are. */
  #person = '';

  constructor(host: ListHost, { wait = sleep }: { wait?: typeof sleep } = {}) {
    this.#host = host;
    this.#wait = wait;
    host.addController(this);
  }

  /** Rows of a page. */
  get limit(): number {
    return Math.min(Math.max(Math.trunc(this.#host.pageSize) || 1, 1), MOST_CASES);
  }

  hostUpdate(): void {
    const { isConnected, backend, scope, status, person } = this.#host;
    if (this.#person && this.#person !== person) this.#leave();
    this.#person = person;
    const now = isConnected ? [person, backend, scope, status, this.limit] : [];
    if (now.length === this.#given.length && now.every((one, i) => one === this.#given[i])) return;
    this.#given = now;
    this.#run.abort();
    if (!isConnected) return;
    this.listing = { ...this.listing, scope, status: status || undefined, cursors: [] };
    this.counts = {};
    void this.#load();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.hostUpdate();
    });
  }

  /** Whose cases these were has signed out, and what they searched for goes with them. */
  #leave(): void {
    this.page = undefined;
    this.listing = LISTING;
  }

  /** Turns to other cases, or to another page of them. */
  async go(action: ListingAction): Promise<void> {
    const before = this.listing;
    this.listing = nextListing(before, action);
    // Counts are of those that fit, whatever their status or order.
    if (before.search !== this.listing.search || before.scope !== this.listing.scope) {
      this.counts = {};
    }
    await this.#load({ pause: action.type === 'search' ? QUIET : 0 });
  }

  /** Asks for the same page again. Never rejects. */
  refresh(): Promise<void> {
    return this.#load();
  }

  /** Each run aborts the one before, which makes of its wait a debounce. */
  async #load({ pause = 0 } = {}): Promise<void> {
    this.#run.abort();
    this.#run = new AbortController();
    const { signal } = this.#run;
    try {
      await (pause ? this.#wait(pause, signal) : Promise.resolve());
      signal.throwIfAborted();
      await this.#ask(this.listing, signal);
    } catch (error) {
      if (signal.aborted) return;
      this.#tell({ phase: 'failed' });
      const event = new CasesFailedEvent(error);
      this.#host.dispatchEvent(event);
    }
  }

  async #ask(listing: Listing, signal: AbortSignal): Promise<void> {
    const { backend } = this.#host;
    const query = queryOfListing(listing, this.limit);
    const event = new CasesLoadEvent(query, signal);
    this.#host.dispatchEvent(event);
    if (event.defaultPrevented || !(event.responded || backend?.capabilities?.list)) {
      // Nobody answers any more, nor what was asked before.
      if (this.listed.phase === 'loading') this.#tell({ phase: this.page ? 'shown' : 'blank' });
      return;
    }
    this.#tell({ phase: 'loading' });
    const answer: unknown = await event.answer(
      () => backend?.list?.(query, { signal }) as Promise<CasePage>,
    );
    if (signal.aborted) return;
    const { value: page, issues } = readAnswer(CasePageSchema, answer);
    if (issues) {
      this.page = undefined;
      this.#tell({ phase: 'refused', issues });
      return;
    }
    this.page = page;
    this.shown = listing;
    this.counts = { ...this.counts, ...countsOf(page, listing) };
    this.#tell({ phase: 'shown' });
    const shown = new CasesShownEvent(page, query);
    this.#host.dispatchEvent(shown);
  }

  #tell(listed: Listed): void {
    this.listed = listed;
    this.#host.requestUpdate();
  }
}
