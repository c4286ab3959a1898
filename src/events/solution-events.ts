import type { Solution, SolutionQuery } from '../schema/solution.js';
import { RespondableEvent } from './respondable-event.js';

const fact: EventInit = { bubbles: true, composed: true };

/** The panel wants articles for what the person writes about: answer with them, best first. */
export class SolutionsSearchEvent extends RespondableEvent<readonly Solution[]> {
  constructor(
    readonly query: SolutionQuery,
    signal: AbortSignal,
  ) {
    super('solutions-search', signal);
  }
}

/** The person sees these articles. */
export class SolutionsShownEvent extends Event {
  constructor(
    readonly solutions: readonly Solution[],
    readonly query: SolutionQuery,
  ) {
    super('solutions-shown', fact);
  }
}

/** The person opens an article: cancel to open it yourself. */
export class SolutionOpenEvent extends Event {
  constructor(
    readonly solution: Solution,
    readonly query: SolutionQuery,
  ) {
    super('solution-open', { ...fact, cancelable: true });
  }
}

/** The person says that an article has solved the problem. */
export class SolutionAcceptedEvent extends Event {
  constructor(
    readonly solution: Solution,
    readonly query: SolutionQuery,
  ) {
    super('solution-accepted', fact);
  }
}

/** The person says that an article is not what they need. */
export class SolutionRefusedEvent extends Event {
  constructor(
    readonly solution: Solution,
    readonly query: SolutionQuery,
  ) {
    super('solution-refused', fact);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'solutions-search': SolutionsSearchEvent;
    'solutions-shown': SolutionsShownEvent;
    'solution-open': SolutionOpenEvent;
    'solution-accepted': SolutionAcceptedEvent;
    'solution-refused': SolutionRefusedEvent;
  }
}
