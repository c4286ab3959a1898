import * as z from 'zod/mini';
import { LinkSchema } from '../../schema/link.js';

/** Headings and keywords of one article, and characters of one of them. */
const words = z.optional(z.array(z.string().check(z.maxLength(300))).check(z.maxLength(1000)));

/** An article that may solve a person's problem. */
export const ArticleSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(500)),
  title: z.string().check(z.minLength(1), z.maxLength(300)),
  /** Where the article is read; without it, on a page of the desk's own. */
  url: z.optional(LinkSchema),
  /** Plain text; blank lines make paragraphs. */
  text: z.string().check(z.maxLength(1_000_000)),
  /** Shown when no passage of the text fits better. */
  excerpt: z.optional(z.string()),
  /** Paragraphs of the text that are headings, in their order. */
  headings: words,
  /** Words that people use for what the article is about, whether it contains them or not. */
  keywords: words,
  /** When it was last changed: an ISO 8601 date, or date and time. */
  updated: z.optional(z.string().check(z.refine((date) => !Number.isNaN(Date.parse(date))))),
  /** The values of the form's fields `product` and `topic` that the article is about. */
  product: z.optional(z.string()),
  topic: z.optional(z.string()),
  /** A BCP 47 language tag; the language of the desk's messages when not given. */
  language: z.optional(z.string().check(z.maxLength(35))),
});
export type Article = z.infer<typeof ArticleSchema>;

/**
 * Articles as the host has written them.
 *
 * @throws {TypeError} Names the first that is none, or whose `id` is taken.
 */
export function parseArticles(articles: Iterable<unknown>): Map<string, Article> {
  const parsed = new Map<string, Article>();
  let index = 0;
  for (const candidate of articles) {
    const { data, error } = z.safeParse(ArticleSchema, candidate);
    if (!data) {
      throw new TypeError(`Article ${index}: “${error.issues[0]?.path.join('.')}” is not valid.`);
    }
    if (parsed.has(data.id)) throw new TypeError(`Article ${index}: “${data.id}” is taken.`);
    parsed.set(data.id, data);
    index++;
  }
  return parsed;
}
