import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import Database from 'libsql';
import type { Consulted } from '../../src/schema/consulted.js';
import type { Definition } from '../../src/schema/definition.js';
import { caseDesk } from '../../src/server/index.js';
import { Links } from '../../src/server/links.js';
import { MIGRATIONS } from '../../src/server/store/desk-database.js';
import {
  draftWith,
  type Fetch,
  get,
  inventedAttachment,
  issuesOf,
  origin,
  post,
  readCase,
  submit,
  temporaryFolder,
  testDesk,
  upload,
} from './test-desk.js';

test('a draft becomes a case with a number that people can read out', async (context) => {
  const { fetch } = testDesk(context);
  const response = await post(fetch, draftWith());
  assert.equal(response.status, 201);
  const receipt = (await response.json()) as Record<string, string>;
  assert.match(receipt['number'] ?? '', /^[1-9]\d{7}$/);
  assert.match(receipt['url'] ?? '', /^\/desk\/cases\/[0-9a-z]+\.[\w-]{43}\.[\w-]{32}$/);
  assert.equal(receipt['status'], 'open');
  assert.ok(!Number.isNaN(Date.parse(receipt['created'] ?? '')));
});

test('the case holds what was written, to the last character', async (context) => {
  const { fetch } = testDesk(context);
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string());
  await fc.assert(
    fc.asyncProperty(text, text, async (subject, description) => {
      const written = { subject: `s${subject}`.slice(0, 200), description: `d${description}` };
      const receipt = await submit(fetch, draftWith(written));
      const found = await readCase(fetch, receipt);
      assert.equal(found.subject, written.subject);
      assert.equal(found.description, written.description);
    }),
    { numRuns: 200 },
  );
});

test('odd characters survive: NUL, half pairs, line ends, a byte order mark', async (context) => {
  const { fetch } = testDesk(context);
  const description = '\ufeffone\0two\ud800three\r\nfour\rfive\u2028six "\\u0000" 👩‍🚀\u0301';
  const found = await readCase(fetch, await submit(fetch, draftWith({ description })));
  assert.equal(found.description, description);
});

test('the longest description of the default form fits', async (context) => {
  const { fetch } = testDesk(context);
  const description = '漢'.repeat(50_000);
  const found = await readCase(fetch, await submit(fetch, draftWith({ description })));
  assert.equal(found.description, description);
});

test('a refusal names each field, in words', async (context) => {
  const { fetch } = testDesk(context);
  const response = await post(fetch, draftWith({ subject: ' ', email: 'nobody', topic: 'none' }));
  assert.equal(response.status, 422);
  assert.deepEqual(await issuesOf(response), [
    'email: Enter an email address like name@example.com.',
    'topic: Choose an answer for “Is this related to one of the following?”.',
    'subject: Answer “Subject”.',
  ]);
});

test('a draft of a form that the desk does not know is refused', async (context) => {
  const { fetch } = testDesk(context);
  for (const body of [draftWith({}, { form: 'old' }), {}, [], null, 7, { form: '__proto__' }]) {
    const response = await post(fetch, body);
    assert.equal(response.status, 422);
    assert.match((await issuesOf(response))[0] ?? '', /^form: This form is not known/);
  }
});

test('only files that were uploaded with the key of the draft go along', async (context) => {
  const { fetch } = testDesk(context);
  const foreign = await upload(fetch, 'theirs', { key: draftWith().key });
  const draft = draftWith();
  const own = await upload(fetch, 'mine', { key: draft.key });
  const attachments = [
    own,
    foreign,
    inventedAttachment(),
    inventedAttachment('../../desk.sqlite'),
    inventedAttachment('\0'),
  ];
  const response = await post(fetch, { ...draft, attachments });
  assert.equal(response.status, 422);
  const places = (await issuesOf(response)).map((issue) => issue.split(':')[0]);
  assert.deepEqual(places, ['attachments.1', 'attachments.2', 'attachments.3', 'attachments.4']);
  const receipt = await submit(fetch, { ...draft, attachments: [own] });
  assert.deepEqual(
    (await readCase(fetch, receipt)).attachments.map(({ name, sha256 }) => ({ name, sha256 })),
    [{ name: own.name, sha256: own.sha256 }],
  );
});

test('the limits of the form hold for what has really come', async (context) => {
  const definition = {
    id: 'small',
    fields: [{ name: 'subject', type: 'text', label: 'Subject' }],
    attachments: { accept: ['.png'], maxSize: 4, maxFiles: 2 },
  };
  const { fetch } = testDesk(context, { definition });
  const draft = { ...draftWith(), form: 'small', values: { subject: 'x' } };
  const { key } = draft;
  const files = [
    await upload(fetch, 'long file', { key, name: 'a.png' }),
    await upload(fetch, 'exe', { key, name: 'a.exe' }),
  ];
  const lies = files.map((file) => ({ ...file, name: 'a.png', size: 1 }));
  const response = await post(fetch, { ...draft, attachments: lies });
  assert.deepEqual(await issuesOf(response), [
    'attachments.0: a.png is larger than 4 bytes.',
    'attachments.1: Files like a.exe are not taken.',
  ]);
  const three = await post(fetch, { ...draft, attachments: [...files, ...files] });
  assert.deepEqual(await issuesOf(three), ['attachments: At most 2 files can go along.']);
});

test('more than a draft can be is refused, whether its length is told or not', async (context) => {
  const { fetch } = testDesk(context);
  const body = JSON.stringify(draftWith({ more: 'x'.repeat(1_000_001) }));
  for (const headers of [{ 'content-length': String(body.length) }, {}]) {
    const request = new Request(`${origin}/desk/cases`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit);
    const response = await fetch(request);
    assert.equal(response.status, 413);
    assert.match((await issuesOf(response))[0] ?? '', /^: This is too much .* 1 MB/);
  }
});

test('what is no JSON, no UTF-8 or of another type is answered as such', async (context) => {
  const { fetch } = testDesk(context);
  const send = (type: string, body: BodyInit) =>
    fetch(
      new Request(`${origin}/desk/cases`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      }),
    );
  assert.equal((await send('application/json', '{"key":')).status, 400);
  assert.equal((await send('application/json', '')).status, 400);
  assert.equal((await send('application/json', new Uint8Array([34, 0xff, 34]))).status, 400);
  assert.equal((await send('text/plain', '{}')).status, 415);
  assert.equal((await send('application/json; charset=utf-8', '{}')).status, 422);
});

test('a case is behind its link only', async (context) => {
  const { fetch } = testDesk(context);
  const { number } = await submit(fetch, draftWith());
  const guesses = [number, 'x'.repeat(32), '%00', '..%2f..', '%E0%A4%A', `${'x'.repeat(31)}'`];
  const answers = await Promise.all(
    guesses.slice(0, 4).map(async (guess) => {
      const response = await get(fetch, `/desk/cases/${guess}`);
      return { status: response.status, body: await response.text() };
    }),
  );
  assert.ok(answers.every(({ status }) => status === 404));
  assert.equal(new Set(answers.map(({ body }) => body)).size, 1);
  for (const guess of guesses) {
    const response = await get(fetch, `/desk/cases/${guess}`, { accept: 'application/json' });
    assert.equal(response.status, 404);
  }
});

test('sensitive answers stay with the desk', async (context) => {
  const definition = {
    id: 'secret',
    fields: [
      { name: 'subject', type: 'text', label: 'Subject' },
      { name: 'pin', type: 'text', label: 'PIN', sensitive: true },
    ],
  };
  const { fetch } = testDesk(context, { definition });
  const values = { subject: 'Locked out', pin: '4711-secret' };
  const receipt = await submit(fetch, { ...draftWith(), form: 'secret', values });
  assert.ok(!JSON.stringify(await readCase(fetch, receipt)).includes('4711'));
  assert.ok(!(await (await get(fetch, receipt.url)).text()).includes('4711'));
});

/** A form that asks for a PIN, with more said of that question. */
const pinForm = (more: { sensitive?: boolean }): Definition => ({
  id: 'secret',
  fields: [
    { name: 'subject', type: 'text', label: 'Subject' },
    { name: 'pin', type: 'text', label: 'PIN', ...more },
  ],
});

/** Everything that the desk tells of a case to whoever has its link. */
async function told(fetch: Fetch, { url }: { url: string }): Promise<string> {
  const data = JSON.stringify(await readCase(fetch, { url }));
  return data + (await (await get(fetch, url)).text());
}

test('answers that were sensitive when they were written stay with the desk for good', async (context) => {
  const data = temporaryFolder(context);
  const first = testDesk(context, { data, definition: pinForm({ sensitive: true }) });
  const draft = draftWith({}, { form: 'secret', values: { subject: 'Old', pin: '4711' } });
  const receipt = await submit(first.fetch, draft);
  first.close();

  for (const definition of [pinForm({ sensitive: false }), { ...pinForm({}), id: 'other' }]) {
    const { fetch, close } = testDesk(context, { data, definition });
    assert.doesNotMatch(await told(fetch, receipt), /4711/);
    close();
  }

  const { fetch } = testDesk(context, { data, definition: pinForm({ sensitive: false }) });
  await submit(fetch, { ...draft, values: { subject: 'New', pin: '0815' } });
  const everything = await told(fetch, receipt);
  assert.match(everything, /0815/);
  assert.doesNotMatch(everything, /4711/, 'An earlier revision keeps its own secrets.');
});

test('a case of the first version of the data hides what is sensitive today', async (context) => {
  const data = temporaryFolder(context);
  const secret = 'a secret of thirty-two characters';
  const links = new Links({ secret, days: 180, now: Date.now });
  const head = { token: 't'.repeat(32), created: new Date().toISOString() };
  const database = new Database(join(data, 'desk.sqlite'));
  database.exec(`${MIGRATIONS[0] ?? ''}; PRAGMA user_version = 1`);
  database
    .prepare("INSERT INTO cases VALUES (1, 'key', ?, '12345678', 'secret', 'open', ?)")
    .run(head.token, head.created);
  database
    .prepare("INSERT INTO revisions VALUES (1, 1, 'digest', ?, ?)")
    .run(JSON.stringify({ subject: 'Locked out', pin: '4711' }), head.created);
  database.close();

  const definition = pinForm({ sensitive: true });
  const { fetch } = testDesk(context, { data, definition, secret });
  const receipt = { url: `/desk/cases/${links.guest(head)}` };
  assert.equal((await readCase(fetch, receipt)).subject, 'Locked out');
  assert.doesNotMatch(await told(fetch, receipt), /4711/);
});

test('the articles that were seen before go along with the case', async (context) => {
  const { fetch } = testDesk(context);
  const seen = (title: string, url: string, as: Consulted['as']) => ({ title, url, as });
  const solutions = [
    { id: 'reset', ...seen('Reset <b>it</b>', '/articles/reset?a=1&b=2', 'opened') },
    seen('Elsewhere', 'https://help.example/a', 'refused'),
    seen('Nearby', 'nearby.html', 'shown'),
    seen('Planted', 'javascript:alert(1)', 'shown'),
  ];
  const draft = draftWith({}, { solutions });
  const receipt = await submit(fetch, draft);
  assert.deepEqual((await readCase(fetch, receipt)).solutions, solutions);

  const page = await (await get(fetch, receipt.url)).text();
  assert.match(page, /<h2>Articles seen before<\/h2>/);
  assert.match(
    page,
    /<a href="\/articles\/reset\?a=1&amp;b=2"><bdi>Reset &lt;b&gt;it&lt;\/b&gt;<\/bdi><\/a> \(read\)/,
  );
  assert.match(page, /<a href="https:\/\/help\.example\/a"><bdi>Elsewhere<\/bdi><\/a> \(not what/);
  assert.match(page, /<li><bdi>Nearby<\/bdi> \(shown\)<\/li>/);
  assert.doesNotMatch(page, /javascript:/);

  // Sent again after the answer was lost and the person has read on.
  const more = [...solutions, seen('Later', '/later', 'opened')];
  await submit(fetch, { ...draft, solutions: more });
  assert.deepEqual((await readCase(fetch, receipt)).solutions, more);
  const many = Array.from({ length: 150 }, (_, index) => seen('Many', `/${index}`, 'shown'));
  const flooded = await submit(fetch, draftWith({}, { solutions: many }));
  assert.equal((await readCase(fetch, flooded)).solutions.length, 100);
});

test('a case without any says nothing of articles', async (context) => {
  const { fetch } = testDesk(context);
  const receipt = await submit(fetch, draftWith());
  assert.deepEqual((await readCase(fetch, receipt)).solutions, []);
  assert.doesNotMatch(await (await get(fetch, receipt.url)).text(), /Articles seen before/);
});

test('numbers do not tell how many cases there are', async (context) => {
  const { fetch } = testDesk(context);
  const numbers: number[] = [];
  for (let count = 0; count < 50; count++) {
    numbers.push(Number((await submit(fetch, draftWith())).number));
  }
  assert.equal(new Set(numbers).size, 50);
  const steps = numbers.slice(1).map((number, index) => Math.abs(number - (numbers[index] ?? 0)));
  assert.ok(steps.filter((step) => step < 1000).length < 5);
});

test('cases outlive the desk, and a desk that is closed says so', async (context) => {
  const data = temporaryFolder(context);
  const first = caseDesk({ data });
  const receipt = await submit(first.fetch, draftWith({ subject: 'Still here' }));
  first.close();
  first.close();
  assert.equal((await get(first.fetch, receipt.url)).status, 503);
  const { fetch } = testDesk(context, { data });
  assert.equal((await readCase(fetch, receipt)).subject, 'Still here');
});

test('answers are private, and stay out of caches and search engines', async (context) => {
  const { fetch } = testDesk(context);
  const receipt = await submit(fetch, draftWith());
  for (const accept of ['text/html', 'application/json']) {
    const { headers } = await get(fetch, receipt.url, { accept });
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.match(headers.get('x-robots-tag') ?? '', /noindex/);
    assert.equal(headers.get('access-control-allow-origin'), null);
  }
});
