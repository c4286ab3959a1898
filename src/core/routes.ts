import type { Requester } from '../schema/requester.js';
import type { Route } from '../schema/route.js';
import { holds } from './conditions.js';

/** What the routes of a form make of a draft. */
export interface Routing {
  readonly queue?: string | undefined;
  /** Each once, in the order of the routes. */
  readonly tags: readonly string[];
  readonly severity?: string | undefined;
  readonly expectation?: string | undefined;
  readonly wayOut?: Route['wayOut'];
}

/** What routes are asked about. */
export interface Routed {
  /** The answers of the fields that show. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Who has the issue: conditions name `requester.id`, `requester.email`, `requester.organisations`… */
  readonly requester?: Requester | undefined;
  /** What the page says of itself: conditions name `page.url` or whatever else it says. */
  readonly page?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Where a draft goes.
 *
 * All routes whose condition holds count. Of each thing they say the first one is taken, but for tags,
 * which add up: so a special route stands before a general one, and a route without `when` comes last.
 */
export function routeDraft(routes: readonly Route[] | undefined, draft: Routed): Routing {
  const taken = (routes ?? []).filter(
    ({ when }) => !when || holds(when, (name) => ask(name, draft)),
  );
  const first = <Key extends keyof Route>(key: Key): Route[Key] =>
    taken.find((route) => route[key] !== undefined)?.[key];
  return {
    queue: first('queue'),
    tags: [...new Set(taken.flatMap(({ tags = [] }) => tags))],
    severity: first('severity'),
    expectation: first('expectation'),
    wayOut: first('wayOut'),
  };
}

function ask(name: string, { values, requester = {}, page = {} }: Routed): unknown {
  const [, about, key = name] = /^(requester|page)\.(.+)$/.exec(name) ?? [];
  const asked: object = about === 'requester' ? requester : about === 'page' ? page : values;
  return Object.hasOwn(asked, key) ? (asked as Record<string, unknown>)[key] : undefined;
}
