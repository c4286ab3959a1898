import * as z from 'zod/mini';
import { readFile } from 'node:fs/promises';
import type { ResolvedCase } from '../../schema/article.js';
import { faultOf, recordsOf } from './article-list.js';
import { ReadError, placeOf, reasonOf } from './read-error.js';

const ResolvedSchema = z.object({
  subject: z.string(),
  description: z._default(z.string(), ''),
  articleId: z.string(),
});

/**
 * Reads cases that an article has solved, from a JSON list or JSON on each line.
 *
 * @throws {ReadError} Names the file and the line of the first that is none.
 */
export async function readResolvedCases(path: string): Promise<ResolvedCase[]> {
  const source = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new ReadError(`${path}: ${reasonOf(error)}`);
  });
  try {
    return recordsOf(source, path).map(({ where, value }) => {
      const { data, error } = z.safeParse(ResolvedSchema, value);
      if (!data) throw new ReadError(`${where}: ${faultOf(error)}`);
      return data;
    });
  } catch (error) {
    if (error instanceof ReadError && error.line === undefined) throw error;
    throw new ReadError(`${placeOf(path, error)}: ${reasonOf(error)}`);
  }
}
