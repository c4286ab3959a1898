import { type CasePage, type CaseQuery, CaseQuerySchema } from '../schema/case-query.js';
import { parse } from '../schema/parse.js';
import { invalid } from './case-changes.js';
import { summarise } from './describe-case.js';
import type { Desk } from './desk.js';
import { json, refusal } from './http/answers.js';
import type { Route } from './http/router.js';
import { whole } from './reach-case.js';
import type { ListPage } from './store/listing.js';

/** Rows of a page when nobody says how many. */
const ROWS = 20;

/** The lists of a person: their own cases, those they are copied on, those of their organisations. */
export function listRoutes(desk: Desk): Route[] {
  // Where nobody is known, there is no list.
  if (!desk.knowsPeople) return [];
  return [{ method: 'GET', path: '/cases', answer: (request) => list(request, desk) }];
}

async function list(request: Request, desk: Desk): Promise<Response> {
  const viewer = await desk.viewerOf(request);
  if (!viewer) return refusal(401, [whole('identity', desk.texts.signIn)]);
  const { value: query, issues } = parse(CaseQuerySchema, queryOf(request));
  if (!query) return refusal(422, invalid(issues, desk));
  const page = desk.cases.listing.page(viewer.audiences[query.scope], query);
  return json(200, pageOf(page, desk, viewer.person));
}

/** What an address asks for: `?scope=mine&status=open&search=…&sort=-updated&limit=20&cursor=…`. */
export function queryOf({ url }: Request): Partial<Record<keyof CaseQuery, unknown>> {
  const asked = new URL(url).searchParams;
  const written = (name: string) => asked.get(name) || undefined;
  const sort = written('sort');
  const limit = written('limit');
  return {
    scope: written('scope') ?? 'mine',
    status: written('status'),
    search: written('search'),
    cursor: written('cursor'),
    limit: limit === undefined ? ROWS : Number(limit),
    sort: sort && { by: sort.replace(/^-/, ''), descending: sort.startsWith('-') },
  };
}

/** The rows of a page. */
export function pageOf({ ids, next }: ListPage, desk: Desk, person: string): CasePage {
  const cases = desk.cases.heads(ids).map((head) => {
    const involvement = desk.cases.people.of(head.id, person);
    return summarise(head, desk, { involvement });
  });
  return next === undefined ? { cases } : { cases, next };
}
