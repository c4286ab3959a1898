import type * as z from 'zod/mini';
import { atMost, checked, listOf, maybe, strictObject, text } from './checks.js';
import { ConditionSchema } from './condition.js';
import { LinkSchema } from './link.js';
import type { DeepReadonly } from './readonly.js';

const word = maybe(text(100, 'expected a text of at most 100 characters'));

/** Where a draft goes, and what the person may expect. */
export const RouteSchema = strictObject({
  /** When it holds; without it, always. It may ask for `requester.email` and `page.url`, too. */
  when: maybe(ConditionSchema),
  /** The team that takes the case. */
  queue: word,
  tags: maybe(listOf(text(100))),
  severity: word,
  /** What the person reads before they submit: “usually answered within 4 hours”. */
  expectation: maybe(text(300)),
  /** A better way than a case: its address, and what to say of it. */
  wayOut: maybe(strictObject({ url: LinkSchema, text: text(300) })),
});
export type Route = DeepReadonly<z.infer<typeof RouteSchema>>;

/** Routes of one form at most. */
export const MOST_ROUTES = 200;

export const RoutesSchema = checked<readonly Route[]>(
  listOf(RouteSchema),
  atMost(MOST_ROUTES, `are more than ${MOST_ROUTES}`),
);
