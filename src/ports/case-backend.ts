import type { Draft } from '../schema/draft.js';
import type { Outcome } from '../schema/outcome.js';

/** The ticketing system that cases go to. */
export interface CaseBackend {
  /**
   * Opens a case for a draft.
   *
   * Resolves with a receipt (the case exists) or a refusal (it does not, and why, per field). Rejects
   * only when it cannot tell: no connection, no answer, an answer that makes no sense. The draft's
   * `key` stays the same when the person tries again; a backend that sees it twice answers with the
   * receipt of the first time.
   */
  submit(draft: Draft, options: { signal: AbortSignal }): Promise<Outcome>;
}
