import {
  NEW_SESSION,
  nextSession,
  reportOf,
  type SessionReport,
  type SessionStep,
} from '../core/deflection.js';
import { SessionEndedEvent } from '../events/session-events.js';

export interface SessionWatchOptions {
  /** Where the events of the elements arrive: an element around them, or the document. */
  readonly target: EventTarget;
  /** Hears the page end. */
  readonly page?: EventTarget;
  /** Sends a report while the page goes, as `navigator.sendBeacon` does. */
  readonly send?: (report: SessionReport) => void;
}

/**
 * Follows a session by the events of the elements, and tells once how it ended: `session-ended`, and the
 * report to `send`. A session ends with a case, with a draft that is dropped after an article has solved
 * it, or with the page.
 *
 * @returns What ends the watch, without a report.
 */
export function watchSession({ target, page = globalThis, send }: SessionWatchOptions): () => void {
  const watch = new AbortController();
  const { signal } = watch;
  let session = NEW_SESSION;
  const take = (step: SessionStep) => {
    session = nextSession(session, step);
  };
  const end = () => {
    const report = reportOf(session);
    session = NEW_SESSION;
    if (!report) return;
    const event = new SessionEndedEvent(report);
    target.dispatchEvent(event);
    send?.(report);
  };
  const hear = <Name extends keyof GlobalEventHandlersEventMap>(
    name: Name,
    listener: (event: GlobalEventHandlersEventMap[Name]) => void,
  ) => target.addEventListener(name, listener as EventListener, { signal });

  hear('case-changed', () => take({ type: 'written' }));
  hear('solutions-shown', ({ solutions, query }) => {
    take({ type: 'searched', words: query.subject, found: solutions.length });
    take({ type: 'shown', articles: solutions.map(({ url }) => url) });
  });
  hear('solution-open', ({ solution }) => take({ type: 'opened', articles: [solution.url] }));
  hear('solution-accepted', ({ solution }) => take({ type: 'accepted', articles: [solution.url] }));
  hear('case-submitted', ({ receipt }) => {
    take({ type: 'submitted', number: receipt.number });
    end();
  });
  page.addEventListener('pagehide', end, { signal });
  return () => watch.abort();
}
