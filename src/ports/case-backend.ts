import type { Draft } from '../schema/draft.js';
import type { Outcome } from '../schema/outcome.js';

/** What a backend can do. */
export interface BackendCapabilities {
  /**
   * Whether a `key` that was seen before is answered with the receipt of the first time: yes unless
   * `false`. Without it nothing is sent again before the person has said so.
   */
  readonly idempotent?: boolean;
  /** When files go along: before the case exists (the default), with it, after it, as links, or never. */
  readonly attachments?: 'before' | 'with' | 'after' | 'link' | 'none';
}

/** The ticketing system that cases go to. */
export interface CaseBackend {
  /** What is not declared is as described there. */
  readonly capabilities?: BackendCapabilities;
  /**
   * Opens a case for a draft.
   *
   * Resolves with a receipt (the case exists) or a refusal (it does not, and why, per field). Rejects
   * only when it cannot tell: no connection, no answer, an answer that makes no sense. An error may say
   * which `status` of HTTP came, and in `retryAfter` when another try is welcome (seconds or a date, as
   * in the header of that name). The draft's `key` stays the same when it is sent again; a backend that sees it twice answers with
   * the receipt of the first time.
   */
  submit(draft: Draft, options: { signal: AbortSignal }): Promise<Outcome>;
}
