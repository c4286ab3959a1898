import type { ReactiveControllerHost } from 'lit';
import type { Checked } from '../core/form-model.js';
import {
  EDITING,
  nextSubmission,
  type Submission,
  type SubmissionAction,
} from '../core/submission.js';
import {
  CaseFailedEvent,
  CaseRefusedEvent,
  CaseSubmitEvent,
  CaseSubmittedEvent,
} from '../events/case-events.js';
import type { Draft } from '../schema/draft.js';
import { type Issue, isReceipt, type Outcome, OutcomeSchema } from '../schema/outcome.js';
import { parse } from '../schema/parse.js';

/** What a submission needs of the form it belongs to. */
export interface SubmissionSteps {
  /** Holds the draft to its schema. */
  check(): Promise<Checked>;
  /** Resolves when no file is on its way any more. */
  filesSettled(): Promise<void>;
  /** Sends the draft where no listener of `case-submit` has answered. */
  send(draft: Draft, signal: AbortSignal): Outcome | PromiseLike<Outcome>;
  /** Makes as many tries as it takes; `canRepeat` tells whether `send` has made the last one. */
  deliver(once: Try, options: { signal: AbortSignal; canRepeat: () => boolean }): Promise<unknown>;
}

/** Asks once; resolves with the answer. */
export type Try = (signal: AbortSignal) => Promise<unknown>;

/** What a listener's refusal answers. */
const REFUSED = {};

/**
 * Takes a draft to its case: checks, waits for files, asks, and tells how it went.
 *
 * It takes no part in its host's connecting and disconnecting: a submission outlives its element's place
 * in the page, and moving a form must not lose a case.
 */
export class SubmissionController {
  #state: Submission = EDITING;
  #abort = new AbortController();
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #steps: SubmissionSteps;

  constructor(host: ReactiveControllerHost & EventTarget, steps: SubmissionSteps) {
    this.#host = host;
    this.#steps = steps;
  }

  get state(): Submission {
    return this.#state;
  }

  /** Moves on; tells whether the action applied. */
  dispatch(action: SubmissionAction): boolean {
    const before = this.#state;
    this.#state = nextSubmission(before, action);
    this.#host.requestUpdate();
    return this.#state !== before;
  }

  /** Drops what is under way, and begins anew. */
  restart(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.dispatch({ type: 'restart' });
  }

  /** Sends the draft, unless one is being sent. Never rejects: how it went is told by state and event. */
  async submit(): Promise<void> {
    if (!this.dispatch({ type: 'submit' })) return;
    const { signal } = this.#abort;
    try {
      const checked = await this.#prepare(signal);
      signal.throwIfAborted();
      if ('issues' in checked) this.#refuse(checked.issues);
      else await this.#send(checked.draft, signal);
    } catch (error) {
      if (signal.aborted) return;
      this.dispatch({ type: 'failed', error });
      this.#host.dispatchEvent(new CaseFailedEvent(error));
    }
  }

  /** What is wrong is said at once; what is right is checked again with the files that have arrived. */
  async #prepare(signal: AbortSignal): Promise<Checked> {
    const first = await this.#steps.check();
    if ('issues' in first) return first;
    await this.#steps.filesSettled();
    signal.throwIfAborted();
    this.dispatch({ type: 'filesSettled' });
    return this.#steps.check();
  }

  async #send(draft: Draft, signal: AbortSignal): Promise<void> {
    let isResponded = false;
    const once = (trying: AbortSignal): Promise<unknown> => {
      const event = new CaseSubmitEvent(draft, trying);
      this.#host.dispatchEvent(event);
      isResponded = event.responded;
      return event.defaultPrevented
        ? Promise.resolve(REFUSED)
        : event.answer(() => this.#steps.send(draft, trying));
    };
    const answer = await this.#steps.deliver(once, { signal, canRepeat: () => !isResponded });
    signal.throwIfAborted();
    const { value: outcome } = parse(OutcomeSchema, answer);
    if (answer === REFUSED) this.#refuse([]);
    else if (!outcome) throw new TypeError('case-submit wants { number } or { issues }.');
    else if (isReceipt(outcome)) {
      this.dispatch({ type: 'answered', outcome });
      this.#host.dispatchEvent(new CaseSubmittedEvent(draft, outcome));
    } else this.#refuse(outcome.issues);
  }

  #refuse(issues: readonly Issue[]): void {
    this.dispatch({ type: 'answered', outcome: { issues: [...issues] } });
    this.#host.dispatchEvent(new CaseRefusedEvent(issues));
  }
}
