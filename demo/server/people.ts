import type { Requester } from '../../src/schema/requester.js';

/** Who can be signed in on these pages: no account is needed, a click is enough. */
const PEOPLE: Readonly<Record<string, Requester>> = {
  maria: {
    id: 'maria',
    name: 'Maria Okafor',
    email: 'maria@northwind.example',
    organisations: ['Northwind Partner Gateway'],
  },
  jonas: {
    id: 'jonas',
    name: 'Jonas Lindqvist',
    email: 'jonas@northwind.example',
    organisations: ['Northwind Partner Gateway'],
  },
  amira: {
    id: 'amira',
    name: 'Amira Haddad',
    email: 'amira@bluewater.example',
    organisations: ['Bluewater Provisions'],
  },
};

const COOKIE = 'case-demo-person';

/** Who is signed in, by the cookie of these pages. A real host looks its sessions up here. */
export function identify({ headers }: Request): Requester | undefined {
  const cookies = headers.get('cookie')?.split(/;\s*/) ?? [];
  const name = cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  return name !== undefined && Object.hasOwn(PEOPLE, name) ? PEOPLE[name] : undefined;
}

/**
 * Signs somebody in or out: `POST /person` with `{ "person": "maria" }` or `{ "person": null }`;
 * `GET /person` says who is, and who could be.
 */
export async function people(request: Request): Promise<Response> {
  const all = Object.entries(PEOPLE).map(([id, { name }]) => ({ id, name }));
  if (request.method === 'GET') return answer({ person: identify(request) ?? null, people: all });
  const isJson = request.headers.get('content-type') === 'application/json';
  if (request.method !== 'POST' || !isJson) return answer({ error: 'Post JSON.' }, 415);
  const { person } = (await request.json().catch(() => ({}))) as { person?: unknown };
  const isKnown = typeof person === 'string' && Object.hasOwn(PEOPLE, person);
  if (!isKnown && person !== null) return answer({ error: 'Nobody is called so.' }, 422);
  const cookie = isKnown ? `${COOKIE}=${person}` : `${COOKIE}=; Max-Age=0`;
  const headers = { 'set-cookie': `${cookie}; Path=/; HttpOnly; SameSite=Strict` };
  return answer({ person: isKnown ? PEOPLE[person] : null, people: all }, 200, headers);
}

function answer(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });
}
