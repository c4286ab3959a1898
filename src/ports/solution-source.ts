import type { Solution, SolutionQuery } from '../schema/solution.js';

/** Where solutions come from. */
export interface SolutionSource {
  /**
   * Finds articles that may solve what a person writes about, best first.
   *
   * Rejects when it cannot search; the panel then offers to try again. Stops early when `signal` aborts.
   */
  search(query: SolutionQuery, options: { signal: AbortSignal }): Promise<readonly Solution[]>;
}
