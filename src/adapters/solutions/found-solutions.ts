import { parse } from '../../schema/parse.js';
import { type Solution, SolutionsSchema } from '../../schema/solution.js';

/**
 * The solutions of a list from outside; what is none is left out.
 *
 * @throws {TypeError} When there is no list.
 */
export function foundSolutions(list: unknown): Solution[] {
  const { value } = parse(SolutionsSchema, list);
  if (!value) throw new TypeError('No solutions: the answer is no list.');
  return value;
}
