import type { ArticleInView, RequestContext } from '../core/request-context.js';
import type { Said, VoteCount } from '../core/votes.js';
import { RespondableEvent } from './respondable-event.js';

const fact: EventInit = { bubbles: true, composed: true };

/** The person says whether an article helped, or why not: answer with the count of votes, if there is one. */
export class HelpfulVoteEvent extends RespondableEvent<VoteCount | undefined> {
  constructor(
    readonly article: ArticleInView,
    readonly said: Said,
    /** What they had said before; their vote then counts no longer. */
    readonly before: Said | undefined,
    signal: AbortSignal,
  ) {
    super('helpful-vote', signal);
  }
}

/** The vote has been taken. */
export class HelpfulVotedEvent extends Event {
  constructor(
    readonly article: ArticleInView,
    readonly said: Said,
  ) {
    super('helpful-voted', fact);
  }
}

/** The person has more questions: cancel to open a form yourself, with what is known of how they came. */
export class RequestOpenEvent extends Event {
  constructor(readonly context: RequestContext) {
    super('request-open', { ...fact, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'helpful-vote': HelpfulVoteEvent;
    'helpful-voted': HelpfulVotedEvent;
    'request-open': RequestOpenEvent;
  }
}
