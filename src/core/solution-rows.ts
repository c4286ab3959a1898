import type { Solution } from '../schema/solution.js';
import type { Range } from './highlight.js';

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
  limit: number,
  highlight: (text: string) => Range[],
): readonly SolutionRow[] {
  const rows = solutions.map((solution) => ({ key: solution.id ?? solution.url, solution }));
  return rows
    .filter(({ key }, index) => rows.findIndex((row) => row.key === key) === index)
    .slice(0, limit)
    .map((row) => ({
      ...row,
      title: highlight(row.solution.title),
      excerpt: highlight(row.solution.excerpt ?? ''),
    }));
}
