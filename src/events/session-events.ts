import type { SessionReport } from '../core/deflection.js';

/** A session has ended: solved by an article, submitted, or left without a word. */
export class SessionEndedEvent extends Event {
  constructor(readonly report: SessionReport) {
    super('session-ended', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'session-ended': SessionEndedEvent;
  }
}
