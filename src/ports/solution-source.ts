import type { Solution, SolutionQuery } from '../schema/solution.js';

/** Where solutions come from. */
export interface SolutionSource {
  /**
   * Finds articles that may solve what a person writes about, best first.
   *
   * Rejects when it cannot search; the panel then offers to try again. Stops early when `signal` aborts.
   */
  search(query: SolutionQuery, options: { signal: AbortSignal }): Promise<readonly Solution[]>;

  /**
   * Hears that an article which it has found solved the problem that was asked about, so that it can learn.
   *
   * Nobody waits for it, and nobody is told when it fails: the panel has thanked the person already.
   */
  accepted?(solution: Solution, query: SolutionQuery): void | Promise<void>;
}
