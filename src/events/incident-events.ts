import type { Incident } from '../schema/incident.js';
import { RespondableEvent } from './respondable-event.js';

const fact: EventInit = { bubbles: true, composed: true };

/** The person wants to be told how an incident goes on: answer when that is settled, reject when it is not. */
export class CaseIncidentNotifyEvent extends RespondableEvent<void> {
  constructor(
    readonly incident: Incident,
    /** Where they want to be told; nothing where the page knows them. */
    readonly email: string | undefined,
    signal: AbortSignal,
  ) {
    super('incident-notify', signal);
  }
}

/** The person will be told. */
export class CaseIncidentNotifiedEvent extends Event {
  constructor(
    readonly incident: Incident,
    readonly email: string | undefined,
  ) {
    super('incident-notified', fact);
  }
}

/** These incidents are on screen, those first that may be what the person writes about. */
export class CaseIncidentsShownEvent extends Event {
  constructor(
    readonly incidents: readonly Incident[],
    /** How many of them may be what the person writes about. */
    readonly relevant: number,
  ) {
    super('incidents-shown', fact);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'incident-notify': CaseIncidentNotifyEvent;
    'incident-notified': CaseIncidentNotifiedEvent;
    'incidents-shown': CaseIncidentsShownEvent;
  }
}
