import type { Case, CaseReply, CaseSummary } from '../schema/case.js';
import type { Draft } from '../schema/draft.js';
import type { Refusal } from '../schema/outcome.js';
import { RespondableEvent } from './respondable-event.js';

const fact: EventInit = { bubbles: true, composed: true };

/** Open cases that seem to be about the same as the draft are on screen. */
export class ExistingShownEvent extends Event {
  constructor(readonly cases: readonly CaseSummary[]) {
    super('existing-shown', fact);
  }
}

/** A draft is to join a case that exists: answer with the case as it is then, or with a refusal. */
export class CaseJoinEvent extends RespondableEvent<Case | Refusal> {
  constructor(
    readonly number: string,
    /** What goes to the case; sent twice with one key, it is there once. */
    readonly reply: CaseReply,
    readonly draft: Draft,
    signal: AbortSignal,
  ) {
    super('case-join', signal);
  }
}

/** What was written is on a case that existed; no new one was opened. */
export class CaseJoinedEvent extends Event {
  readonly case: Case;

  constructor(
    changed: Case,
    readonly draft: Draft,
  ) {
    super('case-joined', fact);
    this.case = changed;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'existing-shown': ExistingShownEvent;
    'case-join': CaseJoinEvent;
    'case-joined': CaseJoinedEvent;
  }
}
