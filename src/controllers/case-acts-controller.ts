import type { LitElement } from 'lit';
import { type Act, type ActName, NO_ACT } from '../core/views/act.js';
import { readCase } from '../core/views/read-answers.js';
import type { RespondableEvent } from '../events/respondable-event.js';
import { CaseActionFailedEvent, CaseActionRefusedEvent } from '../events/view-events.js';
import type { Case } from '../schema/case.js';
import type { Refusal } from '../schema/outcome.js';

type Changed = Case | Refusal;

/** How a case is changed. */
export interface CaseChange {
  /** What the page is asked. */
  request: (signal: AbortSignal) => RespondableEvent<Changed>;
  /** What the backend is asked where the page does not answer. */
  ask: (signal: AbortSignal) => Promise<Changed> | undefined;
  /** What is told once it has happened, and is on screen. */
  done: (changed: Case) => Event;
}

/** What the page or its backend made of a change; nothing when the page has refused it. */
export async function askForChange(
  host: LitElement,
  { request, ask }: Omit<CaseChange, 'done'>,
  signal: AbortSignal,
): Promise<ReturnType<typeof readCase> | undefined> {
  const event = request(signal);
  host.dispatchEvent(event);
  if (event.defaultPrevented) return undefined;
  const answer = await event.answer(() => {
    const asked = ask(signal);
    if (!asked) throw new TypeError(`Answer "${event.type}", or set a backend that can do it.`);
    return asked;
  });
  return readCase(answer);
}

/** Does one thing at a time with a case, and tells how it went. Each can be asked for again. */
export class CaseActsController {
  act: Act = NO_ACT;
  readonly #host: LitElement;
  readonly #take: (changed: Case) => void;
  #run = new AbortController();
  #again: (() => Promise<Act>) | undefined;

  constructor(host: LitElement, take: (changed: Case) => void) {
    this.#host = host;
    this.#take = take;
  }

  /** Forgets how the last one went, and drops what is under way. */
  reset(): void {
    this.#run.abort();
    this.#tell(NO_ACT);
  }

  /** Asks once more for what nobody answered. Resolves with how it went. */
  async retry(): Promise<Act> {
    return (this.act.phase === 'failed' && (await this.#again?.())) || this.act;
  }

  /** Resolves with how it went; never rejects. */
  async do(name: ActName, change: CaseChange): Promise<Act> {
    if (this.act.phase === 'doing') return this.act;
    this.#again = () => this.do(name, change);
    this.#run = new AbortController();
    const { signal } = this.#run;
    this.#tell({ phase: 'doing', name });
    try {
      const answer = await askForChange(this.#host, change, signal);
      if (!signal.aborted) this.#heard(name, answer, change);
    } catch (error) {
      if (!signal.aborted) this.#fail(name, error);
    }
    return this.act;
  }

  #heard(name: ActName, answer: Awaited<ReturnType<typeof askForChange>>, { done }: CaseChange) {
    if (answer?.issues) {
      this.#tell({ phase: 'refused', name, issues: answer.issues });
      const event = new CaseActionRefusedEvent(name, answer.issues);
      this.#host.dispatchEvent(event);
      return;
    }
    this.#tell(NO_ACT);
    if (!answer) return;
    this.#take(answer.value);
    const event = done(answer.value);
    this.#host.dispatchEvent(event);
  }

  #fail(name: ActName, error: unknown): void {
    this.#tell({ phase: 'failed', name });
    const event = new CaseActionFailedEvent(name, error);
    this.#host.dispatchEvent(event);
  }

  #tell(act: Act): void {
    this.act = act;
    this.#host.requestUpdate();
  }
}
