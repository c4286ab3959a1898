import type * as z from 'zod/mini';
import { maybe, object, oneOf, text } from './checks.js';
import { KeySchema } from './draft.js';

/** Whether an article has helped somebody, as the foot of the article sends it. */
export const VoteSchema = object({
  /** Made by the page for one person and one article; it names nobody. The same id again counts once. */
  id: KeySchema,
  article: object({ id: maybe(text(500)), title: text(2000), url: text(2000) }),
  vote: oneOf('yes', 'no'),
  /** Why it did not: the value of a reason. */
  reason: maybe(text(200)),
  /** The same in words of their own. */
  comment: maybe(text(5000)),
});
export type ArticleVote = z.infer<typeof VoteSchema>;
