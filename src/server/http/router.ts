import { problem, withoutBody } from './answers.js';

/** What a route takes from its path, decoded. */
export type Params = Readonly<Record<string, string>>;

/** One method of one path; a part that begins with a colon takes any text. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  answer(request: Request, params: Params): Response | Promise<Response>;
}

/** Finds the route of a request and lets it answer. Paths begin with `base`. */
export function router(
  base: string,
  routes: readonly Route[],
): (request: Request) => Promise<Response> {
  const compiled = routes.map((route) => ({ route, pattern: compile(base + route.path) }));

  return async (request) => {
    const { pathname } = new URL(request.url);
    const matching = compiled.flatMap(({ route, pattern }) => {
      const params = paramsOf(pattern.exec(pathname));
      return params ? [{ route, params }] : [];
    });
    if (!matching.length) return problem(404, 'There is nothing at this address.');
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const found = matching.find(({ route }) => route.method === method);
    if (!found) return notAllowed(matching.map(({ route }) => route.method));
    const answer = await found.route.answer(request, found.params);
    return request.method === 'HEAD' ? withoutBody(answer) : answer;
  };
}

function notAllowed(methods: readonly string[]): Response {
  const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : method));
  return problem(405, `This address takes ${allow.join(', ')}.`, { allow: allow.join(', ') });
}

function compile(path: string): RegExp {
  const literal = path.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
}

function paramsOf(match: RegExpExecArray | null): Params | undefined {
  if (!match) return undefined;
  try {
    const named = Object.entries(match.groups ?? {});
    return Object.fromEntries(named.map(([name, text]) => [name, decodeURIComponent(text)]));
  } catch {
    return undefined; // A broken escape names nothing.
  }
}
