import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { newKey } from '../../src/core/key.js';
import { changeRoutes } from '../../src/server/case-changes.js';
import { listRoutes } from '../../src/server/case-list.js';
import { caseRoutes } from '../../src/server/case-routes.js';
import type { Desk } from '../../src/server/desk.js';
import { fileRoutes } from '../../src/server/file-routes.js';
import type { Route } from '../../src/server/http/router.js';
import { isReceipt } from '../../src/schema/outcome.js';
import { askedDraft, backendAs, peopledDesk } from './desk-people.js';
import { type Fetch, origin, submit, upload } from './test-desk.js';

// What no answer to anybody else may hold.
const SECRET = 'Ada-writes-this-and-nobody-else-reads-it';

/** A case of Ada's, on a desk with others before it. */
interface Scene {
  readonly fetch: Fetch;
  readonly number: string;
  /** Her link, as a guest's. */
  readonly url: string;
  readonly ref: string;
  /** The permission that her page has for her file. */
  readonly permission: string;
  /** Another's case, and their link to it. */
  readonly other: { readonly number: string; readonly url: string };
}

async function scene(context: TestContext, hole: (fetch: Fetch) => Fetch = (fetch) => fetch) {
  const { fetch } = peopledDesk(context);
  const open = (user: string, values: Record<string, unknown>, attachments: unknown[] = []) =>
    submit(as(fetch, user), {
      ...draft,
      values: { ...draft.values, ...values },
      attachments,
    } as never);
  const draft = askedDraft();
  const file = await upload(fetch, SECRET, { key: draft.key, name: 'a.txt' });
  const mine = await open('ada', { subject: SECRET, description: SECRET }, [file]);
  const other = await submit(as(fetch, 'stranger'), askedDraft());
  const told = await backendAs(fetch, 'ada').get?.(mine.number, { signal });
  assert.ok(told && !('issues' in told));
  const permission = told.attachments[0]?.url?.split('/').at(-1) ?? '';
  const found: Scene = { ...mine, ref: file.ref ?? '', permission, other, fetch: hole(fetch) };
  return { ...found, whole: fetch };
}

const { signal } = new AbortController();

const as =
  (fetch: Fetch, user: string): Fetch =>
  (request) => {
    request.headers.set('x-user', user);
    return fetch(request);
  };

interface Sent {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** One way to get at a case that is not one's own, and the hole that would let it through. */
interface Attack {
  readonly requests: (scene: Scene) => readonly Sent[];
  /** The same desk with the mistake that the attack is looking for. */
  readonly hole: (fetch: Fetch) => Fetch;
}

const withUser = (request: Request, user: string) => {
  const headers = new Headers(request.headers);
  headers.set('x-user', user);
  return new Request(request, { headers });
};

const elsewhere = (request: Request, path: string, user = request.headers.get('x-user') ?? '') => {
  const { method, headers } = request;
  const moved = new Request(new URL(path, origin), { method, headers });
  return user ? withUser(moved, user) : moved;
};

/** Everything that can be asked of a case by its number. */
const everything = (called: string): Sent[] => {
  const key = newKey();
  const path = `/desk/cases/${called}`;
  const post = (what: string, body: unknown): Sent => ({
    path: `${path}/${what}`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return [
    { path },
    { path, headers: { accept: 'text/html' } },
    { path: `${path}/receipt` },
    { path: `${path}/receipt`, headers: { accept: 'text/html' } },
    post('comments', { key, text: 'Let me in', attachments: [] }),
    post('attachments', { key, attachments: [] }),
    post('resolve', {}),
    post('reopen', {}),
    post('follow', { isFollowed: true }),
  ];
};

const forged = ({ url, other }: Scene): string[] => {
  const [, , , link = ''] = url.split('/');
  const [until = '', mark = '', token = ''] = link.split('.');
  const theirs = other.url.split('/').at(-1)?.split('.') ?? [];
  const later = (parseInt(until, 36) + 1_000_000).toString(36);
  const guessed = createHmac('sha256', '').update(`case\n${token}\n${later}`).digest('base64url');
  const last = mark.at(-1) === 'A' ? 'B' : 'A';
  return [
    `${later}.${mark}.${token}`,
    `${until}.${mark.slice(0, -1)}${last}.${token}`,
    `${theirs[0] ?? ''}.${theirs[1] ?? ''}.${token}`,
    `${later}.${guessed}.${token}`,
    `${until}.${'A'.repeat(43)}.${token}`,
    `${until}..${token}`,
    token,
    `.${token}`,
    `${until.toUpperCase()}.${mark}.${token}`,
    `${until}.${mark}.${token}%00`,
    `${until}.${mark}=.${token}`,
  ];
};

const attacks: Readonly<Record<string, Attack>> = {
  'a stranger who knows the number': {
    requests: ({ number }) =>
      everything(number).map((sent) => ({
        ...sent,
        headers: { accept: 'application/json', ...sent.headers, 'x-user': 'stranger' },
      })),
    hole: (fetch) => (request) => fetch(withUser(request, 'ada')),
  },
  'nobody who knows the number': {
    requests: ({ number }) => everything(number),
    hole: (fetch) => (request) => fetch(withUser(request, 'colleague')),
  },
  'a stranger who lists and searches': {
    requests: () =>
      ['mine', 'copied', 'organisation'].flatMap((scope) =>
        [
          '',
          `&search=${SECRET.slice(0, 8)}`,
          '&cursor=WyIiLDBd',
          '&sort=-subject',
          '&organisation=Northwind',
        ].map((more): Sent => ({
          path: `/desk/cases?scope=${scope}${more}&limit=100`,
          headers: { 'x-user': 'stranger' },
        })),
      ),
    hole: (fetch) => (request) => {
      const { search } = new URL(request.url);
      const isCopied = search.includes('organisation=Northwind');
      return fetch(isCopied ? withUser(request, 'colleague') : request);
    },
  },
  'a link that was forged': {
    requests: (scene) => forged(scene).flatMap((link) => everything(link)),
    // A server that looks at the token and not at its mark.
    hole: (fetch) => (request) => {
      const { pathname } = new URL(request.url);
      return fetch(
        /[\w-]{32}$/.test(pathname)
          ? elsewhere(request, `/desk/cases/${holes.number}`, 'ada')
          : request,
      );
    },
  },
  'a link to a file that was forged or is for another file': {
    requests: ({ ref, permission, other, number, url }) => {
      const [until = '', mark = ''] = permission.split('.');
      const later = (parseInt(until, 36) + 1000).toString(36);
      const link = url.split('/').at(-1) ?? '';
      return [
        `files/${ref}`,
        `files/${ref}/${later}.${mark}`,
        `files/${ref}/${until}.${'A'.repeat(43)}`,
        `files/${ref}/${link}`,
        `files/${ref}/${link.split('.').slice(0, 2).join('.')}`,
        `cases/${other.number}/files/${ref}`,
        `cases/${other.url.split('/').at(-1) ?? ''}/files/${ref}`,
        `cases/${number}/files/${ref}`,
        `files/..%2Ffiles%2F${ref}/${permission}`,
      ]
        .map((path): Sent => ({ path: `/desk/${path}`, headers: { 'x-user': 'stranger' } }))
        .concat({
          path: `/desk/files/${ref}`,
          method: 'DELETE',
          headers: { 'x-user': 'stranger', 'x-case-key': newKey() },
        });
    },
    hole: (fetch) => (request) => {
      const { pathname } = new URL(request.url);
      const isFile = /\/files\/[\w-]{24}\//.test(pathname);
      return fetch(
        isFile ? elsewhere(request, `/desk/files/${holes.ref}/${holes.permission}`) : request,
      );
    },
  },
  'a path that means another one': {
    requests: ({ number, other }) =>
      [
        `${other.number}/../${number}`,
        `${other.number}%2F..%2F${number}`,
        `%252e%252e/cases/${number}`,
        `./${number}`,
        `${number}/`,
        `${number}%00`,
        `${number}%20`,
        `${number};a=b`,
        `${number}%23`,
        `//${number}`,
        `0${number}`,
        `+${number}`,
        `${number}.0`,
        number.replaceAll(/\d/g, '%3$&'),
        `${number}' OR '1'='1`,
        encodeURIComponent(`" OR number LIKE "%`),
        `%`,
        '*',
      ].map((path): Sent => ({ path: `/desk/cases/${path}`, headers: { 'x-user': 'stranger' } })),
    // A proxy that decodes a path once more and takes whoever comes through for somebody.
    hole: (fetch) => (request) => {
      const { pathname } = new URL(request.url);
      return fetch(
        pathname.includes('%2F..%2F')
          ? elsewhere(request, decodeURIComponent(pathname), 'ada')
          : request,
      );
    },
  },
  'headers that say something else': {
    requests: ({ number, url }) =>
      [
        { 'x-forwarded-user': 'ada', 'x-remote-user': 'ada', 'x-user-id': '1' },
        { 'x-original-url': url, 'x-rewrite-url': url },
        { 'x-http-method-override': 'GET', 'x-method-override': 'GET' },
        { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', forwarded: 'for=127.0.0.1' },
        { host: 'localhost', 'x-forwarded-host': 'localhost' },
        { authorization: 'Basic YWRhOg==', cookie: 'x-user=ada; user=ada' },
        { 'if-none-match': '"2"' },
        { 'if-none-match': '*' },
        { range: 'bytes=0-10' },
        { referer: `${origin}${url}`, origin },
        { accept: 'application/json, text/html' },
      ].map((headers): Sent => ({
        path: `/desk/cases/${number}`,
        headers: { ...(headers as Record<string, string>), 'x-user': 'stranger' },
      })),
    hole: (fetch) => (request) =>
      fetch(withUser(request, request.headers.get('x-forwarded-user') ?? 'stranger')),
  },
  'another site that sends a browser with her cookies': {
    requests: ({ number }) => [
      ...everything(number).map((sent): Sent => ({
        ...sent,
        headers: { ...sent.headers, 'x-user': 'ada', 'sec-fetch-site': 'cross-site' },
      })),
      ...['comments', 'resolve', 'follow'].map((what): Sent => ({
        path: `/desk/cases/${number}/${what}`,
        method: 'POST',
        headers: { 'content-type': 'text/plain', 'x-user': 'ada' },
        body: { key: newKey(), text: 'x', attachments: [], isFollowed: true },
      })),
    ],
    hole: (fetch) => (request) => {
      const headers = new Headers(request.headers);
      headers.delete('sec-fetch-site');
      return fetch(new Request(request, { headers }));
    },
  },
};

// What a hole needs to know of the scene that it is in.
const holes = { number: '', ref: '', permission: '' };

/** What an attack gets at: answers that hold what Ada wrote, or a case that is changed by it. */
async function leaks({ requests }: Attack, found: Scene & { whole: Fetch }): Promise<string[]> {
  Object.assign(holes, found);
  const version = async () => {
    const told = await backendAs(found.whole, 'ada').get?.(found.number, { signal });
    return told && 'version' in told ? told.version : assert.fail('Her case is gone.');
  };
  const before = await version();
  const leaked: string[] = [];
  for (const { path, method = 'GET', headers = {}, body } of requests(found)) {
    const sent = new Request(`${origin}${path}`, {
      method,
      headers: { accept: 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await found.fetch(sent);
    const text = await response.text();
    const isTold = text.includes(SECRET) || text.includes(found.number) || response.status === 304;
    if (isTold || JSON.stringify([...response.headers]).includes(found.number))
      leaked.push(`${method} ${path} → ${response.status}`);
  }
  if ((await version()) !== before) leaked.push('The case was changed.');
  return leaked;
}

for (const [name, attack] of Object.entries(attacks)) {
  test(`${name} gets nothing`, async (context) => {
    assert.deepEqual(await leaks(attack, await scene(context)), []);
  });

  test(`${name} would be found out on a desk with that hole`, async (context) => {
    assert.notDeepEqual(await leaks(attack, await scene(context, attack.hole)), []);
  });
}

/** Nothing that exists is asked for there: a case is opened, a file is sent ahead of one. */
const OPENING = ['POST /cases', 'POST /files'];

test('every address of the desk that has to do with a case or its files is tried', async (context) => {
  const found = await scene(context);
  const tried = Object.values(attacks).flatMap(({ requests }) => requests(found));
  const desk = { knowsPeople: true } as Desk;
  const routes = [listRoutes, caseRoutes, changeRoutes, fileRoutes].flatMap((make) => make(desk));
  assert.ok(routes.length > 10);
  const isTried = ({ method, path }: Route) => {
    const pattern = new RegExp(`^/desk${path.replaceAll(/:\w+/g, '[^/]+')}(?:[?]|$)`);
    return tried.some((sent) => (sent.method ?? 'GET') === method && pattern.test(sent.path));
  };
  const left = routes
    .filter((route) => !isTried(route))
    .map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(left.sort(), OPENING);
});

test('who guesses numbers learns nothing: a hit and a miss are one answer', async (context) => {
  const { fetch, number } = await scene(context);
  const miss = number === '12345678' ? '12345679' : '12345678';
  for (const user of ['stranger', 'nobody']) {
    for (const [index, hit] of everything(number).entries()) {
      const ask = async ({ path, method = 'GET', headers, body }: Sent) => {
        const response = await fetch(
          new Request(`${origin}${path}`, {
            method,
            headers: { ...headers, 'x-user': user },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          }),
        );
        return [response.status, [...response.headers], await response.text()];
      };
      const other = everything(miss)[index];
      assert.ok(other);
      assert.deepEqual(await ask(hit), await ask(other), hit.path);
    }
  }
});

test('a link ends at its time, and not before', async (context) => {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const { fetch } = peopledDesk(context, { now: () => clock.now, linkDays: 30 });
  const draft = askedDraft();
  const file = await upload(fetch, 'bytes', { key: draft.key });
  const { url } = await submit(fetch, { ...draft, attachments: [file] });
  const status = async (path: string) => (await fetch(new Request(`${origin}${path}`))).status;
  const guest = backendAs(fetch);
  const told = await guest.get?.(url.split('/').at(-1) ?? '', { signal });
  assert.ok(told && !('issues' in told));
  const [fileUrl = ''] = told.attachments.map((one) => one.url ?? '');
  assert.equal(await status(fileUrl), 200);
  clock.now += 2 * 24 * 60 * 60 * 1000;
  assert.equal(await status(fileUrl), 404);
  clock.now = Date.UTC(2026, 0, 31) - 1000;
  assert.equal(await status(url), 200);
  clock.now = Date.UTC(2026, 0, 31);
  for (const path of [url, `${url}/receipt`, `${url}/files/${file.ref ?? ''}`])
    assert.equal(await status(path), 404);
});

test('links of one desk open nothing on another, and those of another secret nothing', async (context) => {
  const first = peopledDesk(context, { secret: 'one secret of thirty-two letters' });
  const { url } = await submit(first.fetch, askedDraft());
  first.close();
  const { fetch } = peopledDesk(context, {
    data: first.data,
    secret: 'two secret of thirty-two letters',
  });
  assert.equal((await fetch(new Request(`${origin}${url}`))).status, 404);
});

test('a guest has a name for the case that they have opened, and no other case by it', async (context) => {
  const { fetch } = peopledDesk(context);
  const told = (user: string | undefined, name: string) =>
    backendAs(fetch, user).get?.(name, { signal });
  const theirs = await submit(fetch, askedDraft({ subject: SECRET }));
  const others = await submit(fetch, askedDraft());
  const known = await submit(as(fetch, 'ada'), askedDraft());
  assert.equal(known.name, undefined, 'Whoever is known asks by the number.');
  assert.ok(theirs.name && others.name);
  assert.equal(theirs.url, `/desk/cases/${theirs.name}`);
  const found = await told(undefined, theirs.name);
  assert.ok(found && 'subject' in found);
  assert.equal(found.subject, SECRET);
  // Neither the number nor parts of two names will do, for whomever.
  const [until, mark] = others.name.split('.');
  const [, , token] = theirs.name.split('.');
  for (const name of [theirs.number, `${until}.${mark}.${token}`, `${token}`]) {
    for (const user of [undefined, 'ada', 'stranger']) {
      const refused = await told(user, name);
      assert.ok(refused && 'issues' in refused, `${user} by ${name}`);
    }
  }
});

test('the key of a draft, which brings back its receipt, is told to nobody else', async (context) => {
  const { fetch, agent } = peopledDesk(context);
  const draft = askedDraft({ cc: 'cy@north.example' });
  const file = await upload(fetch, 'bytes', { key: draft.key });
  const { number } = await submit(as(fetch, 'ada'), { ...draft, attachments: [file] });
  const reply = { key: newKey(), text: 'More', attachments: [] };
  await backendAs(fetch, 'ada').comment?.(number, reply, { signal });
  for (const user of ['ada', 'colleague']) {
    for (const path of [`cases/${number}`, `cases/${number}/receipt`, 'cases?scope=organisation']) {
      for (const accept of ['application/json', 'text/html']) {
        const headers = { accept, 'x-user': user };
        const response = await fetch(new Request(`${origin}/desk/${path}`, { headers }));
        const text = (await response.text()) + JSON.stringify([...response.headers]);
        for (const { key } of [draft, reply]) assert.ok(!text.includes(key), `${user}: ${path}`);
      }
    }
  }
  assert.ok(!JSON.stringify(agent.get(number)).includes(draft.key));
});

test('the key of a draft opens the case of its sender to nobody else', async (context) => {
  const { fetch } = peopledDesk(context);
  const draft = askedDraft();
  const first = await backendAs(fetch, 'ada').submit(draft, { signal });
  assert.ok(isReceipt(first));
  for (const user of ['stranger', 'colleague', undefined]) {
    const changed = { ...draft, values: { ...draft.values, subject: 'Changed' } };
    const answer = await backendAs(fetch, user).submit(changed, { signal });
    assert.ok(!isReceipt(answer));
    assert.equal(answer.issues[0]?.code, 'identity');
  }
  const again = await backendAs(fetch, 'ada').submit(draft, { signal });
  assert.ok(isReceipt(again));
  assert.equal(again.number, first.number);
  // A guest who has signed in since is the same person.
  const own = askedDraft();
  const before = await backendAs(fetch).submit(own, { signal });
  const after = await backendAs(fetch, 'ada').submit(own, { signal });
  assert.ok(isReceipt(before) && isReceipt(after));
  assert.equal(after.number, before.number);
});

test('nobody puts a case before an organisation, or beside a person, that is not theirs', async (context) => {
  const { fetch } = peopledDesk(context);
  const planted = askedDraft({ organisation: 'Northwind', cc: 'ada@north.example' });
  await submit(as(fetch, 'stranger'), planted);
  // Nobody is known by what a guest writes.
  await submit(fetch, askedDraft({ cc: 'ada@north.example', email: 'ada@north.example' }));
  const list = async (scope: 'mine' | 'copied' | 'organisation') => {
    const page = await backendAs(fetch, 'ada').list?.({ scope, limit: 10 }, { signal });
    return page && 'cases' in page ? page.cases.length : -1;
  };
  assert.deepEqual([await list('mine'), await list('organisation')], [0, 0]);
  assert.equal(await list('copied'), 1, 'Whoever is known may copy anybody on their own case.');
});

test('notes that helpers write for each other, and their files, stay with them', async (context) => {
  const { fetch, agent } = peopledDesk(context);
  const { number, url } = await submit(as(fetch, 'ada'), askedDraft());
  const key = newKey();
  const file = await upload(fetch, SECRET, { key, name: `${SECRET}.txt` });
  const note = { key, text: SECRET, attachments: [file], isInternal: true };
  const told = agent.answer(number, note, { name: 'Sam' });
  assert.ok(JSON.stringify(told).includes(SECRET));
  for (const accept of ['application/json', 'text/html']) {
    for (const path of [url, `${url}/receipt`, `/desk/cases/${number}`]) {
      const headers = { accept, 'x-user': 'ada' };
      const response = await fetch(new Request(`${origin}${path}`, { headers }));
      assert.equal(response.status, 200);
      assert.ok(!(await response.text()).includes(SECRET), path);
    }
  }
  const search = await backendAs(fetch, 'ada').list?.(
    { scope: 'mine', limit: 5, search: SECRET },
    { signal },
  );
  assert.deepEqual(search, { cases: [] });
  const bytes = await fetch(new Request(`${origin}${url}/files/${file.ref ?? ''}`));
  assert.equal(bytes.status, 404);
});
