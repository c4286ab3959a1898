import { parse } from '../schema/parse.js';
import {
  type Solution,
  type SolutionQuery,
  SolutionsSchema,
  type TextRange,
} from '../schema/solution.js';
import { highlighter } from './highlight.js';

/** What has found articles, and may learn that one of them has helped. */
interface Giver {
  accepted?(solution: Solution, query: SolutionQuery): void | Promise<void>;
}

/** A solution of a list, and where its texts match what was searched for. */
export interface SolutionRow {
  /** Names the solution from one answer to the next. */
  readonly key: string;
  readonly solution: Solution;
  readonly title: readonly TextRange[];
  readonly excerpt: readonly TextRange[];
  /** The source that gave it; none where a listener did. */
  readonly giver?: Giver | undefined;
}

/** Rows that are kept: some to be shown, and some to move up. */
const ROWS_AT_MOST = 20;

/**
 * The rows of an answer from outside, each solution once.
 *
 * @throws {TypeError} When the answer is no list.
 */
export function solutionRows(
  answer: unknown,
  query: SolutionQuery,
  giver?: Giver,
): readonly SolutionRow[] {
  const { value } = parse(SolutionsSchema, answer);
  if (!value) throw new TypeError('solutions-search wants a list of solutions.');
  const highlight = highlighter(query);
  const rows = new Map<string, SolutionRow>();
  for (const solution of value) {
    const { id, url, title, excerpt = '', matches } = solution;
    const key = id ?? url;
    if (rows.has(key) || rows.size === ROWS_AT_MOST) continue;
    rows.set(key, {
      key,
      solution,
      title: matches?.title ?? highlight(title),
      excerpt: matches?.excerpt ?? highlight(excerpt),
      giver,
    });
  }
  return [...rows.values()];
}
