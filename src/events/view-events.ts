import type { ActName } from '../core/views/act.js';
import type { CaseRoute } from '../core/views/case-route.js';
import type { Case, CaseFiles, CaseReply, CaseSummary } from '../schema/case.js';
import type { CasePage, CaseQuery } from '../schema/case-query.js';
import type { Issue, Refusal } from '../schema/outcome.js';
import { RespondableEvent } from './respondable-event.js';

const fact: EventInit = { bubbles: true, composed: true };
const request: EventInit = { ...fact, cancelable: true };

/** A case is to be shown: answer with it, with a refusal, or with nothing if `since` is its version. */
export class CaseLoadEvent extends RespondableEvent<Case | Refusal | undefined> {
  constructor(
    readonly number: string,
    readonly since: string | undefined,
    signal: AbortSignal,
  ) {
    super('case-load', signal);
  }
}

/** A reply is ready: answer with the case as it is with the reply, or with a refusal. */
export class CaseReplyEvent extends RespondableEvent<Case | Refusal> {
  constructor(
    readonly number: string,
    readonly reply: CaseReply,
    signal: AbortSignal,
  ) {
    super('case-reply', signal);
  }
}

/** Files are to be added to a case: answer with the case as it is with them, or with a refusal. */
export class CaseAttachEvent extends RespondableEvent<Case | Refusal> {
  constructor(
    readonly number: string,
    readonly files: CaseFiles,
    signal: AbortSignal,
  ) {
    super('case-attach', signal);
  }
}

/** The person says that a case is solved: answer with the case as it is then, or with a refusal. */
export class CaseResolveEvent extends RespondableEvent<Case | Refusal> {
  constructor(
    readonly number: string,
    signal: AbortSignal,
  ) {
    super('case-resolve', signal);
  }
}

/** The person wants a solved case open again: answer with the case as it is then, or with a refusal. */
export class CaseReopenEvent extends RespondableEvent<Case | Refusal> {
  constructor(
    readonly number: string,
    signal: AbortSignal,
  ) {
    super('case-reopen', signal);
  }
}

/** The person wants to follow a case, or no longer: answer with the case, or with a refusal. */
export class CaseFollowEvent extends RespondableEvent<Case | Refusal> {
  constructor(
    readonly number: string,
    readonly isFollowed: boolean,
    signal: AbortSignal,
  ) {
    super('case-follow', signal);
  }
}

/** A case is on screen, for the first time or as it is now. */
export class CaseShownEvent extends Event {
  readonly case: Case;

  constructor(changed: Case) {
    super('case-shown', fact);
    this.case = changed;
  }
}

/** A reply is on the case. */
export class CaseRepliedEvent extends Event {
  readonly case: Case;

  constructor(changed: Case) {
    super('case-replied', fact);
    this.case = changed;
  }
}

/** Files are on the case. */
export class CaseAttachedEvent extends Event {
  readonly case: Case;

  constructor(changed: Case) {
    super('case-attached', fact);
    this.case = changed;
  }
}

/** A case is solved, because the person says so. */
export class CaseResolvedEvent extends Event {
  readonly case: Case;

  constructor(changed: Case) {
    super('case-resolved', fact);
    this.case = changed;
  }
}

/** A solved case is open again. */
export class CaseReopenedEvent extends Event {
  readonly case: Case;

  constructor(changed: Case) {
    super('case-reopened', fact);
    this.case = changed;
  }
}

/** The person follows a case, or no longer: `case.isFollowed` says which. */
export class CaseFollowedEvent extends Event {
  readonly case: Case;

  constructor(changed: Case) {
    super('case-followed', fact);
    this.case = changed;
  }
}

/** What a person did with a case, or what was asked for it. */
export type CaseAction = ActName | 'load' | 'reply';

/** Something was not done; the person has been told why. */
export class CaseActionRefusedEvent extends Event {
  constructor(
    readonly action: CaseAction,
    readonly issues: readonly Issue[],
  ) {
    super('case-action-refused', fact);
  }
}

/** Nobody knows whether something was done; the person has been offered to try again. */
export class CaseActionFailedEvent extends Event {
  constructor(
    readonly action: CaseAction,
    readonly error: unknown,
  ) {
    super('case-action-failed', fact);
  }
}

/** A page of cases is to be shown: answer with it, or with a refusal. */
export class CasesLoadEvent extends RespondableEvent<CasePage | Refusal> {
  constructor(
    readonly query: CaseQuery,
    signal: AbortSignal,
  ) {
    super('cases-load', signal);
  }
}

/** These cases are on screen. */
export class CasesShownEvent extends Event {
  constructor(
    readonly page: CasePage,
    readonly query: CaseQuery,
  ) {
    super('cases-shown', fact);
  }
}

/** The cases could not be loaded; the person has been offered to try again. */
export class CasesFailedEvent extends Event {
  constructor(readonly error: unknown) {
    super('cases-failed', fact);
  }
}

/** The person opens a case of the list: cancel to open it yourself. */
export class CaseOpenEvent extends Event {
  constructor(readonly summary: Pick<CaseSummary, 'number' | 'subject'> & Partial<CaseSummary>) {
    super('case-open', request);
  }
}

/** The person wants to open a new case: cancel to show a form yourself. */
export class CaseNewEvent extends Event {
  constructor() {
    super('case-new', request);
  }
}

/** The person goes to another part of the support page: cancel to go there yourself. */
export class CaseNavigateEvent extends Event {
  constructor(
    readonly route: CaseRoute,
    /** The same as a text: `new`, `cases` or `case/123`. */
    readonly path: string,
  ) {
    super('case-navigate', request);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-load': CaseLoadEvent;
    'case-reply': CaseReplyEvent;
    'case-attach': CaseAttachEvent;
    'case-resolve': CaseResolveEvent;
    'case-reopen': CaseReopenEvent;
    'case-follow': CaseFollowEvent;
    'case-shown': CaseShownEvent;
    'case-replied': CaseRepliedEvent;
    'case-attached': CaseAttachedEvent;
    'case-resolved': CaseResolvedEvent;
    'case-reopened': CaseReopenedEvent;
    'case-followed': CaseFollowedEvent;
    'case-action-refused': CaseActionRefusedEvent;
    'case-action-failed': CaseActionFailedEvent;
    'cases-load': CasesLoadEvent;
    'cases-shown': CasesShownEvent;
    'cases-failed': CasesFailedEvent;
    'case-open': CaseOpenEvent;
    'case-new': CaseNewEvent;
    'case-navigate': CaseNavigateEvent;
  }
}
