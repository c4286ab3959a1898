import type * as z from 'zod/mini';
import { atMost, checked, custom, listOf, object, oneOf, text } from './checks.js';
import { type Consulted, ConsultedSchema } from './consulted.js';
import { KeySchema } from './draft.js';

/** How one person's search for help has ended, so far. */
export const SessionSchema = object({
  /** Made by the page for one visit; it names nobody. */
  id: KeySchema,
  /** An article solved it, and the person said so; a case was opened anyway; or they left without saying. */
  outcome: oneOf('solved', 'submitted', 'left'),
  /** The articles that were seen, and what became of each. */
  articles: checked<Consulted[]>(listOf(ConsultedSchema), atMost(200)),
  /** What was searched for, and how many articles were found. */
  searches: checked<{ words: string; found: number }[]>(
    listOf(object({ words: text(2000), found: custom<number>(Number.isSafeInteger) })),
    atMost(100),
  ),
});
export type Session = z.infer<typeof SessionSchema>;
