import type { Solution, SolutionQuery } from '../schema/solution.js';
import { highlighter, type Range } from './highlight.js';

/** A solution of a list, and where its texts match what was searched for. */
export interface SolutionRow {
  /** Names the solution from one answer to the next. */
  readonly key: string;
  readonly solution: Solution;
  readonly title: readonly Range[];
  readonly excerpt: readonly Range[];
}

/** The rows of an answer: each solution once, `limit` at most. */
export function solutionRows(
  solutions: readonly Solution[],
  query: SolutionQuery,
  limit: number,
): readonly SolutionRow[] {
  const byKey = new Map<string, Solution>();
  for (const solution of solutions) {
    const key = solution.id ?? solution.url;
    if (byKey.size < limit && !byKey.has(key)) byKey.set(key, solution);
  }
  const highlight = highlighter(query);
  return Array.from(byKey, ([key, solution]) => ({
    key,
    solution,
    title: highlight(solution.title),
    excerpt: highlight(solution.excerpt ?? ''),
  }));
}
