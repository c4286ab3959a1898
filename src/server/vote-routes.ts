import { parse } from '../schema/parse.js';
import { VoteSchema } from '../schema/vote.js';
import { invalid } from './case-changes.js';
import type { Desk } from './desk.js';
import { json, problem, refusal } from './http/answers.js';
import { isJson, readJson } from './http/body.js';
import type { Route } from './http/router.js';

/** Hears whether articles have helped, and tells how many say so. */
export function voteRoutes(desk: Desk): Route[] {
  return [
    {
      method: 'GET',
      path: '/votes',
      answer: (request) => {
        const article = new URL(request.url).searchParams.get('article');
        if (!article) return problem(422, 'Name the article: its id, or its address.');
        return json(200, desk.votes.count(article));
      },
    },
    {
      method: 'POST',
      path: '/votes',
      answer: async (request) => {
        if (!isJson(request)) return problem(415, 'It comes as application/json.');
        const { value, issues } = parse(VoteSchema, await readJson(request, desk.limits.body));
        if (!value) return refusal(422, invalid(issues, desk));
        return json(200, desk.votes.keep(value));
      },
    },
  ];
}
