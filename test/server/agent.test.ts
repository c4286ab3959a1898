import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { newKey } from '../../src/core/key.js';
import {
  agentDesk,
  type CaseDeskOptions,
  IdentityError,
  type Verdicts,
} from '../../src/server/index.js';
import { askedDraft, backendAs, definition, peopledDesk } from './desk-people.js';
import { origin, submit } from './test-desk.js';

const { signal } = new AbortController();

/** Both sides of a desk: the helper's answers come through its addresses, as from a page. */
function bothSides(context: TestContext, options: Partial<CaseDeskOptions> = {}) {
  const desk = peopledDesk(context, options);
  const agents = agentDesk({
    desk,
    authorise: ({ headers }) =>
      headers.get('x-agent') === 'sam' ? { name: 'Sam Rivera' } : undefined,
  });
  const ask = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
    agents.fetch(
      new Request(`${origin}/agent${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          accept: 'application/json',
          'x-agent': 'sam',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const ada = backendAs(desk.fetch, 'ada');
  const read = async (number: string) => {
    const told = await ada.get?.(number, { signal });
    assert.ok(told && !('issues' in told));
    return told;
  };
  const open = async (values: Record<string, unknown> = {}) => {
    const outcome = await ada.submit(askedDraft(values), { signal });
    assert.ok('number' in outcome);
    return outcome.number;
  };
  return { desk, ask, ada, read, open };
}

test('a conversation goes through its states, and each side reads the other', async (context) => {
  const { ask, ada, read, open } = bothSides(context);
  const number = await open();
  assert.equal((await read(number)).label, 'New');

  const say = (text: string, more = {}) =>
    ask(`/cases/${number}/answers`, { key: newKey(), text, ...more });
  assert.equal((await say('Which browser?')).status, 200);
  const asked = await read(number);
  assert.deepEqual(
    [asked.label, asked.status, asked.owner],
    ['Pending', 'awaiting-you', 'Sam Rivera'],
  );

  await ada.comment?.(number, { key: newKey(), text: 'The newest.', attachments: [] }, { signal });
  assert.deepEqual([(await read(number)).label, (await read(number)).status], ['Open', 'open']);

  await ask(`/cases/${number}/changes`, { severity: 'High', owner: 'Kim', queue: 'Web' });
  await say('Mended.', { label: 'Solved' });
  const solved = await read(number);
  assert.deepEqual(
    [solved.label, solved.status, solved.severity, solved.owner],
    ['Solved', 'solved', 'High', 'Kim'],
  );
  assert.deepEqual(
    solved.comments.map(({ author, text }) => [author.name, author.isStaff, text]),
    [
      ['Sam Rivera', true, 'Which browser?'],
      ['Ada', false, 'The newest.'],
      ['Sam Rivera', true, 'Mended.'],
    ],
  );
});

test('the queue shows what is to be done: all, by team, by owner, by words', async (context) => {
  const { ask, open } = bothSides(context);
  const web = await open({ subject: 'Zebra' });
  const other = await open({ subject: 'Lion' });
  await ask(`/cases/${web}/changes`, { queue: 'Web', owner: 'Kim' });
  const numbers = async (query: string) => {
    const { cases } = (await (await ask(`/cases?${query}`)).json()) as {
      cases: { number: string }[];
    };
    return cases.map(({ number }) => number);
  };
  assert.deepEqual(await numbers(''), [web, other]);
  assert.deepEqual(await numbers('queue=Web'), [web]);
  assert.deepEqual(await numbers('owner=Kim'), [web]);
  assert.deepEqual(await numbers('search=lion'), [other]);
  assert.deepEqual(await numbers('status=solved'), []);
  await ask(`/cases/${web}/changes`, { queue: null, owner: null });
  assert.deepEqual(await numbers('queue=Web'), []);
});

test('nobody is a helper whom the host does not name', async (context) => {
  const { ask, open, read, desk } = bothSides(context);
  const number = await open();
  const before = (await read(number)).version;
  const body = { key: newKey(), text: 'x' };
  for (const headers of [{ 'x-agent': 'eve' }, { 'sec-fetch-site': 'cross-site' }]) {
    for (const [path, sent] of [
      ['/cases', undefined],
      [`/cases/${number}`, undefined],
      ['/deflection', undefined],
      [`/cases/${number}/answers`, body],
      [`/cases/${number}/changes`, { label: 'Solved' }],
    ] as const) {
      const response = await ask(path, sent, headers);
      assert.equal(response.status, 401);
      assert.ok(!(await response.text()).includes('White page'));
    }
  }
  const form = await ask(`/cases/${number}/answers`, body, { 'content-type': 'text/plain' });
  assert.equal(form.status, 415);
  assert.equal((await read(number)).version, before);
  assert.equal((await desk.fetch(new Request(`${origin}/agent/cases`))).status, 404);
  // The same request of a helper goes through, so that the check above can fail.
  assert.equal((await ask(`/cases/${number}/answers`, body)).status, 200);
});

test('what a helper sends is checked, too', async (context) => {
  const { ask, open } = bothSides(context);
  const number = await open();
  const status = async (path: string, body: unknown) => (await ask(path, body)).status;
  assert.equal(await status('/cases/99999999/answers', { key: newKey(), text: 'x' }), 404);
  assert.equal(await status(`/cases/${number}/answers`, { key: newKey(), text: ' ' }), 422);
  assert.equal(await status(`/cases/${number}/answers`, { key: 'short', text: 'x' }), 422);
  assert.equal(await status(`/cases/${number}/changes`, { label: 'Nonsense' }), 422);
  assert.equal(await status(`/cases/${number}/changes`, { owner: '' }), 422);
  assert.equal(await status(`/cases/${number}/changes`, { id: 7, token: 'x' }), 200);
});

test('who is copied by a helper sees the case from then on, and not before', async (context) => {
  const { ask, open, desk } = bothSides(context);
  const number = await open();
  const eve = backendAs(desk.fetch, 'stranger');
  assert.ok('issues' in ((await eve.get?.(number, { signal })) ?? {}));
  await ask(`/cases/${number}/changes`, { copied: ['Eve@Other.example'] });
  assert.ok('subject' in ((await eve.get?.(number, { signal })) ?? {}));
  await ask(`/cases/${number}/changes`, { copied: [] });
  assert.ok('issues' in ((await eve.get?.(number, { signal })) ?? {}));
});

test('the routes of a form send a case where it belongs, and say what to expect', async (context) => {
  const routes = [
    {
      when: { field: 'subject', startsWith: 'Access' },
      queue: 'System Access',
      tags: ['access'],
      severity: 'High',
      expectation: 'usually answered within 4 hours',
    },
  ];
  const { desk, ask, read } = bothSides(context, { definition: { ...definition, routes } });
  const receipt = await submit(desk.fetch, askedDraft({ subject: 'Access - password reset' }));
  assert.equal(receipt.expectation, 'usually answered within 4 hours');
  assert.deepEqual([receipt.queue, receipt.severity], ['System Access', 'High']);
  const page = (await (await ask('/cases?queue=System%20Access')).json()) as { cases: unknown[] };
  assert.equal(page.cases.length, 1);
  const other = await submit(desk.fetch, askedDraft({ subject: 'No access' }));
  assert.equal(other.queue, undefined);
  await assert.rejects(read(other.number), 'A guest’s case is in nobody’s list.');
});

test('sessions are counted by how they ended, once each, and vain searches by their words', async (context) => {
  const { desk, ask } = bothSides(context);
  const article = (as: string) => ({ title: 'Reset', url: '/reset', as });
  const tell = async (session: object) => {
    const response = await desk.fetch(
      new Request(`${origin}/desk/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ articles: [], searches: [], ...session }),
      }),
    );
    return response.status;
  };
  const id = newKey();
  const searches = [{ words: 'Zebra  <b>', found: 0 }];
  assert.equal(await tell({ id, outcome: 'left', articles: [article('opened')], searches }), 204);
  searches.push({ words: 'zebra <b>', found: 0 }, { words: 'lion', found: 3 });
  assert.equal(
    await tell({ id, outcome: 'solved', articles: [article('accepted')], searches }),
    204,
  );
  assert.equal(await tell({ id, outcome: 'left', articles: [article('accepted')], searches }), 204);
  assert.equal(
    await tell({ id: newKey(), outcome: 'submitted', articles: [article('refused')] }),
    204,
  );
  assert.equal(await tell({ id: newKey(), outcome: 'left' }), 204);
  for (const broken of [{ id: 'x', outcome: 'left' }, { id: newKey(), outcome: 'won' }, {}])
    assert.equal(await tell(broken), 422);

  assert.deepEqual(await (await ask('/deflection')).json(), {
    outcomes: { solved: 1, submitted: 1, left: 1 },
    articles: { shown: 2, opened: 1, accepted: 1 },
    vain: [{ words: 'zebra <b>', times: 2 }],
    votes: { articles: [], reasons: [] },
  });
  const page = await ask('/deflection', undefined, { accept: 'text/html' });
  const html = await page.text();
  assert.match(html, /Ended as solved by an article<\/th>\s*<td>1<\/td>\s*<td>33%<\/td>/);
  assert.match(html, /<bdi>zebra &lt;b&gt;<\/bdi>/);
});

test('votes are counted by their article, once for each id, and the reasons are told', async (context) => {
  const { desk, ask } = bothSides(context);
  const article = { id: 'reset', title: 'Reset <b>', url: 'https://docs.example/reset' };
  const tell = (vote: object) =>
    desk.fetch(
      new Request(`${origin}/desk/votes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ article, ...vote }),
      }),
    );
  const count = async (called: string): Promise<unknown> =>
    (await desk.fetch(new Request(`${origin}/desk/votes?article=${called}`))).json();
  assert.deepEqual(await count('reset'), { yes: 0, total: 0 });
  const id = newKey();
  assert.deepEqual(await (await tell({ id, vote: 'yes' })).json(), { yes: 1, total: 1 });
  assert.deepEqual(await (await tell({ id, vote: 'yes' })).json(), { yes: 1, total: 1 });
  assert.deepEqual(await (await tell({ id: newKey(), vote: 'yes' })).json(), { yes: 2, total: 2 });
  const changed = { id, vote: 'no', reason: 'unclear', comment: '<i>Proxies?' };
  assert.deepEqual(await (await tell(changed)).json(), { yes: 1, total: 2 });
  assert.deepEqual(await count('reset'), { yes: 1, total: 2 });
  assert.deepEqual(await count('other'), { yes: 0, total: 0 });
  for (const broken of [{ id: 'x', vote: 'no' }, { id: newKey(), vote: 'maybe' }, { vote: 'no' }])
    assert.equal((await tell(broken)).status, 422);

  const { votes } = (await (await ask('/deflection')).json()) as { votes: Verdicts };
  const { title, url } = article;
  assert.deepEqual(votes.articles, [{ title, url, yes: 1, total: 2 }]);
  assert.deepEqual(
    votes.reasons.map(({ reason, comment }) => [reason, comment]),
    [['unclear', '<i>Proxies?']],
  );
  const page = await (await ask('/deflection', undefined, { accept: 'text/html' })).text();
  assert.match(page, /<bdi>Reset &lt;b&gt;<\/bdi><\/th>\s*<td><bdi>1 of 2 found it helpful/);
  assert.match(page, /<bdi>unclear: &lt;i&gt;Proxies\?<\/bdi>/);
});

test('a guest keeps a receipt, and goes on by the link alone', async (context) => {
  const { desk } = bothSides(context);
  const { number, url } = await submit(desk.fetch, askedDraft({ description: 'It is white.' }));
  const guest = backendAs(desk.fetch);
  const called = url.split('/').at(-1) ?? '';
  const told = await guest.comment?.(
    called,
    { key: newKey(), text: 'Still white.', attachments: [] },
    { signal },
  );
  assert.ok(told && !('issues' in told));
  assert.equal(told.url, url);
  assert.deepEqual(told.can, {
    comment: true,
    attach: true,
    resolve: true,
    reopen: false,
    follow: false,
  });
  const receipt = await desk.fetch(new Request(`${origin}${url}/receipt`));
  assert.match(receipt.headers.get('content-disposition') ?? '', new RegExp(`${number}\\.txt`));
  const text = await receipt.text();
  for (const part of [number, 'White page', 'It is white.', `${origin}${url}`])
    assert.ok(text.includes(part), part);
  const page = await (await desk.fetch(new Request(`${origin}${url}`))).text();
  assert.match(page, /Still white\./);
});

test('a page without JavaScript whose person is not valid shows everything again', async (context) => {
  const { desk } = bothSides(context);
  const response = await desk.fetch(
    new Request(`${origin}/desk/cases`, {
      method: 'POST',
      headers: { 'x-user': 'invalid', accept: 'text/html' },
      body: new URLSearchParams({ subject: 'White page', description: 'Long written' }),
    }),
  );
  assert.equal(response.status, 422);
  const html = await response.text();
  for (const part of ['Your account is not valid here', 'White page', 'Long written'])
    assert.ok(html.includes(part), part);
});

test('a helper who is not valid is refused, and a failure is an answer, too', async (context) => {
  const { agent } = peopledDesk(context);
  const failures: unknown[] = [];
  const ask = (wrong: Error) => {
    const agents = agentDesk({
      desk: { agent },
      authorise: () => Promise.reject(wrong),
      onError: (error) => failures.push(error),
    });
    return agents.fetch(new Request(`${origin}/agent/deflection`));
  };
  assert.equal((await ask(new IdentityError())).status, 401);
  assert.deepEqual(failures, []);
  const failure = new Error('No directory answers.');
  const answered = await ask(failure);
  assert.deepEqual([answered.status, failures], [500, [failure]]);
  assert.doesNotMatch(await answered.text(), /directory/);
});
