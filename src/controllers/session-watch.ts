import {
  endOf,
  NEW_SESSION,
  nextSession,
  reportOf,
  type SessionReport,
  type SessionStep,
} from '../core/deflection.js';
import { newKey } from '../core/key.js';
import { SessionEndedEvent } from '../events/session-events.js';
import type { Consulted } from '../schema/consulted.js';
import type { Solution } from '../schema/solution.js';

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
 * report to `send`.
 *
 * A session is about one draft. It ends with the case, with a case that was open already, when the draft is
 * dropped, when another one is begun after an article has solved it, or with the page. An article has solved it when the person says so and
 * does not write on.
 *
 * @returns What ends the watch, without a report.
 */
export function watchSession({ target, page = globalThis, send }: SessionWatchOptions): () => void {
  const watch = new AbortController();
  const { signal } = watch;
  let session = NEW_SESSION;
  let draft: string | undefined;
  const take = (step: SessionStep) => {
    session = nextSession(session, step);
  };
  const end = () => {
    const report = reportOf(session, newKey());
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
  const consulted = (solutions: readonly Solution[], as: Consulted['as']) =>
    take({
      type: 'consulted',
      articles: solutions.map(({ id, title, url }) => ({ ...(id && { id }), title, url, as })),
    });

  hear('case-changed', ({ draft: { key } }) => {
    const isOther = draft !== undefined && draft !== key;
    draft = key;
    // A form that begins anew says so by the same event.
    if (!isOther) take({ type: 'written' });
    else if (endOf(session) === 'solved') end();
  });
  hear('solutions-shown', ({ solutions, query }) => {
    take({ type: 'searched', words: query.subject, found: solutions.length });
    consulted(solutions, 'shown');
  });
  hear('solution-open', ({ solution }) => consulted([solution], 'opened'));
  hear('solution-refused', ({ solution }) => consulted([solution], 'refused'));
  hear('solution-accepted', ({ solution }) => consulted([solution], 'accepted'));
  hear('case-submitted', ({ receipt }) => {
    take({ type: 'submitted', number: receipt.number });
    end();
  });
  // A person answers it as they answer a case of its own.
  hear('case-joined', (event) => {
    take({ type: 'submitted', number: event.case.number });
    end();
  });
  hear('case-discarded', end);
  page.addEventListener('pagehide', end, { signal });
  return () => watch.abort();
}
