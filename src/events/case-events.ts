import type { Draft } from '../schema/draft.js';
import type { Issue, Outcome, Receipt } from '../schema/outcome.js';
import { RespondableEvent } from './respondable-event.js';

const fact: EventInit = { bubbles: true, composed: true };
const request: EventInit = { ...fact, cancelable: true };

/** The person has changed an answer. */
export class CaseChangedEvent extends Event {
  constructor(
    readonly draft: Draft,
    readonly changed: readonly string[],
  ) {
    super('case-changed', fact);
  }
}

/** A draft is ready to become a case: answer with a receipt or a refusal. */
export class CaseSubmitEvent extends RespondableEvent<Outcome> {
  constructor(
    readonly draft: Draft,
    signal: AbortSignal,
  ) {
    super('case-submit', signal);
  }
}

/** The case exists. */
export class CaseSubmittedEvent extends Event {
  constructor(
    readonly draft: Draft,
    readonly receipt: Receipt,
  ) {
    super('case-submitted', fact);
  }
}

/** The draft did not become a case; the person has been told why. */
export class CaseRefusedEvent extends Event {
  constructor(readonly issues: readonly Issue[]) {
    super('case-refused', fact);
  }
}

/** Nobody knows whether the case exists; the person has been offered to try again. */
export class CaseFailedEvent extends Event {
  constructor(readonly error: unknown) {
    super('case-failed', fact);
  }
}

/** The person wants to drop the draft and has confirmed it: cancel to keep it. */
export class CaseDiscardEvent extends Event {
  constructor(readonly draft: Draft) {
    super('case-discard', request);
  }
}

/** The draft is gone. */
export class CaseDiscardedEvent extends Event {
  constructor(readonly draft: Draft) {
    super('case-discarded', fact);
  }
}

/** No form could be built from the definition (a `DefinitionError` says why); the default one shows. */
export class DefinitionRejectedEvent extends Event {
  constructor(readonly error: unknown) {
    super('definition-rejected', fact);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-changed': CaseChangedEvent;
    'case-submit': CaseSubmitEvent;
    'case-submitted': CaseSubmittedEvent;
    'case-refused': CaseRefusedEvent;
    'case-failed': CaseFailedEvent;
    'case-discard': CaseDiscardEvent;
    'case-discarded': CaseDiscardedEvent;
    'definition-rejected': DefinitionRejectedEvent;
  }
}
