import type { LitElement, ReactiveController } from 'lit';
import { sleep } from '../core/sleep.js';
import { BLANK, type Look, type LookAction, nextLook } from '../core/views/look.js';
import {
  type News,
  newsOf,
  NO_NEWS,
  ownIds,
  type Seen,
  seenBefore,
  seenOf,
} from '../core/views/news.js';
import { nextDelay } from '../core/views/pace.js';
import { readCase } from '../core/views/read-answers.js';
import { readRecent, withRecent } from '../core/views/recent-cases.js';
import {
  CaseActionFailedEvent,
  CaseActionRefusedEvent,
  CaseLoadEvent,
  CaseShownEvent,
} from '../events/view-events.js';
import type { CaseBackend } from '../ports/case-backend.js';
import type { Case } from '../schema/case.js';
import { caseMemory } from './case-memory.js';

/** An element that shows one case. */
export interface LookHost extends LitElement {
  readonly number: string;
  readonly case: Case | undefined;
  readonly backend: CaseBackend | undefined;
  readonly poll: number;
  readonly person: string;
}

export interface LookOptions {
  /** Whether what is on screen may move: nobody is writing on it. */
  mayMove: () => boolean;
  /** Hears of each state that a look has brought, with the one before it, shown or waiting. */
  arrived: (after: Case, before: Case | undefined) => void;
  /** Resolves after so many milliseconds; a test has a clock of its own. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** What came of a question. */
type Heard = 'new' | 'same' | 'failed' | 'ended';

/** Loads a case, looks for changes as long as somebody can see it, and remembers what they have seen. */
export class CaseLookController implements ReactiveController {
  look: Look = BLANK;
  news: News = NO_NEWS;
  readonly #host: LookHost;
  readonly #options: LookOptions;
  #run = new AbortController();
  /** What the present look depends on. */
  #given: readonly unknown[] = [];
  #seen: Seen | undefined;
  #own = new Set<string>();

  constructor(host: LookHost, options: LookOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The newest state that is known of the case. */
  get newest(): Case | undefined {
    const { look } = this;
    return look.phase === 'shown' ? (look.waiting ?? look.case) : undefined;
  }

  /** What a backend is told that the case is called. */
  get number(): string {
    return this.#host.number || (this.#host.case?.number ?? '');
  }

  hostUpdate(): void {
    const { isConnected, number, case: given, person, backend, poll } = this.#host;
    const [, , before] = this.#given;
    const now = isConnected ? [number, given, person, backend, poll] : [];
    const isSame = (length: number) =>
      now.slice(0, length).every((one, i) => one === this.#given[i]);
    if (now.length === this.#given.length && isSame(now.length)) return;
    // Whose case it was has signed out: it may be none of whoever is here now.
    const isLeft = !!before && before !== person;
    const isOther = !this.#given.length || !isSame(2) || isLeft;
    this.#given = now;
    if (!isConnected) this.#run.abort();
    else if (isOther) this.#open(given, isLeft);
    else void this.#start({ isAsking: this.look.phase !== 'shown' });
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    // An element that is only moved is in the page again by then.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.hostUpdate();
    });
  }

  /** Looks for changes now. Never rejects: what is on screen tells. */
  async refresh(): Promise<void> {
    if (this.look.phase !== 'shown') this.#dispatch({ type: 'open' });
    await this.#start({ isAsking: true });
  }

  /** What has waited is shown. */
  showWaiting(): void {
    this.#dispatch({ type: 'showWaiting' });
    this.#note();
  }

  /** Shows what somebody's own doing has made of the case. */
  take(changed: Case): void {
    const before = this.newest;
    if (before) for (const id of ownIds(before, changed)) this.#own.add(id);
    if (this.#seen) this.#seen = { ...this.#seen, status: changed.status };
    this.#dispatch({ type: 'changed', case: changed });
    this.#note();
    void this.#start({ isAsking: false });
  }

  #open(given: Case | undefined, isLeft: boolean): void {
    const known = this.look.phase === 'shown' ? this.look.case.number : undefined;
    if (isLeft || !given || given.number !== known) {
      this.#seen = undefined;
      this.#own = new Set();
      this.news = NO_NEWS;
      this.#dispatch({ type: this.number && !given ? 'open' : 'close' });
    }
    if (given) this.#read(given);
    void this.#start({ isAsking: !given });
  }

  /** Asks now or later, then again and again with pauses that grow; resolves after the first answer. */
  async #start({ isAsking }: { isAsking: boolean }): Promise<void> {
    this.#run.abort();
    this.#run = new AbortController();
    const { signal } = this.#run;
    await Promise.resolve(); // The update that this may be part of goes first.
    if (signal.aborted) return;
    const first = isAsking ? await this.#ask(signal) : 'new';
    // A look that is no longer wanted ends as a wait that is broken off.
    void this.#goOn(first, signal).catch(() => undefined);
  }

  async #goOn(first: Heard, signal: AbortSignal): Promise<void> {
    const base = this.#host.poll * 1000;
    let quiet = 0;
    let failures = 0;
    for (let heard = first; heard !== 'ended' && base > 0; heard = await this.#ask(signal)) {
      failures = heard === 'failed' ? failures + 1 : 0;
      quiet = heard === 'same' ? quiet + 1 : heard === 'new' ? 0 : quiet;
      await this.#pause(nextDelay({ base, quiet, failures }), signal);
    }
  }

  /** Waits, until the person comes back at the latest; nobody is asked for a page that nobody sees. */
  async #pause(ms: number, signal: AbortSignal): Promise<void> {
    const { wait = sleep } = this.#options;
    const over = new AbortController();
    const either = AbortSignal.any([signal, over.signal]);
    await Promise.race([wait(ms, either), comesBack(either)]).finally(() => over.abort());
    if (document.hidden) await comesBack(signal);
  }

  async #ask(signal: AbortSignal): Promise<Heard> {
    const { number } = this;
    const { backend } = this.#host;
    const since = this.newest?.version;
    if (!number) return 'ended';
    const event = new CaseLoadEvent(number, since, signal);
    this.#host.dispatchEvent(event);
    if (event.defaultPrevented || !(event.responded || backend?.get)) return 'ended';
    try {
      const answer: unknown = await event.answer(() =>
        backend?.get?.(number, { signal, ...(since && { since }) }),
      );
      if (signal.aborted) return 'ended';
      return answer === undefined && since ? this.#same() : this.#read(answer);
    } catch (error) {
      return signal.aborted ? 'ended' : this.#fail(error);
    }
  }

  #same(): Heard {
    this.#dispatch({ type: 'unchanged' });
    if (this.#options.mayMove()) this.showWaiting();
    return 'same';
  }

  #read(answer: unknown): Heard {
    const { value, issues } = readCase(answer);
    if (issues) {
      this.#dispatch({ type: 'refused', issues });
      const event = new CaseActionRefusedEvent('load', issues);
      this.#host.dispatchEvent(event);
      return 'ended';
    }
    const before = this.newest;
    const isNewer = before?.version !== value.version;
    const memory = caseMemory(this.#host.person);
    if (!before) this.#seen = seenBefore(value, memory.read(`seen:${value.number}`));
    this.#dispatch({ type: 'found', case: value, mayMove: this.#options.mayMove() });
    if (isNewer) this.#options.arrived(value, before);
    this.#note();
    return isNewer ? 'new' : 'same';
  }

  #fail(error: unknown): Heard {
    this.#dispatch({ type: 'failed', error });
    const event = new CaseActionFailedEvent('load', error);
    this.#host.dispatchEvent(event);
    return 'failed';
  }

  /** What is on screen has been seen, and was new until now. */
  #note(): void {
    if (this.look.phase !== 'shown') return;
    const { case: shown } = this.look;
    this.#seen ??= seenOf(shown);
    this.news = newsOf(shown, this.#seen, this.#own);
    const memory = caseMemory(this.#host.person);
    memory.write(`seen:${shown.number}`, seenOf(shown));
    const recent = readRecent(memory.read('recent'));
    memory.write('recent', withRecent(recent, { number: this.number, subject: shown.subject }));
    const event = new CaseShownEvent(shown);
    this.#host.dispatchEvent(event);
  }

  #dispatch(action: LookAction): void {
    this.look = nextLook(this.look, action);
    this.#host.requestUpdate();
  }
}

/** Resolves when the person comes back to the page; never, when the signal aborts first. */
function comesBack(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.hidden) resolve();
    };
    document.addEventListener('visibilitychange', look, { signal });
  });
}
