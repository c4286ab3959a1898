import * as z from 'zod/mini';
import { LinkSchema } from '../../schema/link.js';
import { ReadError } from './read-error.js';
import type { Read } from './page.js';
import type { Article } from '../../schema/article.js';

const texts = z.array(z.string());
const ArticleSchema = z.object({
  id: z.optional(z.union([z.string(), z.number()])),
  title: z.string().check(z.trim(), z.minLength(1)),
  url: LinkSchema,
  text: z.string(),
  excerpt: z.optional(z.string()),
  headings: z.optional(texts),
  keywords: z.optional(texts),
  product: z.optional(z.string()),
  topic: z.optional(z.string()),
  updated: z.optional(z.string().check(z.refine((date) => !Number.isNaN(Date.parse(date))))),
  language: z.optional(z.string()),
});

/** A record of a list, and where it stands. */
export interface Listed {
  readonly where: string;
  readonly value: unknown;
  /** Whether its text is the words of a page, which are good to search and nothing to read. */
  readonly isWords?: boolean;
}

/**
 * The records of a text: a JSON list, or JSON on each line.
 *
 * @throws {ReadError} Says in which line the text is broken.
 */
export function recordsOf(source: string, where: string): Listed[] {
  const text = source.replace(/^\uFEFF/, '');
  const whole = /^\s*\[/.test(text) ? parseJson(text, 1) : undefined;
  if (Array.isArray(whole)) {
    return whole.map((value: unknown, index) => ({
      where: `${where}, number ${index + 1}`,
      value,
    }));
  }
  return text
    .split(/\r?\n/)
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => ({ where: `${where}:${number}`, value: parseJson(line, number) }));
}

/** What is wrong with a value, by the name of what is. */
export function faultOf(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  return issue?.path.length
    ? `“${issue.path.join('.')}” is missing or not valid`
    : 'it is no object';
}

/** The article that a record is; it is named by its address if it has no id. */
export function readRecord({ where, value, isWords }: Listed): Read {
  const { data, error } = z.safeParse(ArticleSchema, value);
  if (!data) return { where, fault: faultOf(error) };
  const article = { ...data, id: String(data.id ?? data.url) } as Article;
  return { where, article, ...(isWords && { isWords }) };
}

/** JSON, with the line in which it is broken. */
export function parseJson(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
    const before = text.slice(0, Number.isNaN(position) ? 0 : position);
    throw new ReadError(`it is not JSON: ${message}`, line + before.split('\n').length - 1);
  }
}
