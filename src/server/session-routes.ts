import { SessionSchema } from '../schema/session.js';
import { parse } from '../schema/parse.js';
import { invalid } from './case-changes.js';
import type { Desk } from './desk.js';
import { nothingToSay, problem, refusal } from './http/answers.js';
import { isJson, readJson } from './http/body.js';
import type { Route } from './http/router.js';

/** Hears how searches for help have ended. */
export function sessionRoutes(desk: Desk): Route[] {
  return [
    {
      method: 'POST',
      path: '/sessions',
      answer: async (request) => {
        if (!isJson(request)) return problem(415, 'It comes as application/json.');
        const { value, issues } = parse(SessionSchema, await readJson(request, desk.limits.body));
        if (!value) return refusal(422, invalid(issues, desk));
        desk.sessions.keep(value);
        return nothingToSay();
      },
    },
  ];
}
