import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { buildIndex, openIndex } from '../../src/core/search/index.js';
import type { Solution } from '../../src/schema/solution.js';
import type { Article } from '../../src/server/index.js';
import { type Fetch, get, origin, testDesk } from './test-desk.js';

const articles: Article[] = [
  { id: 'cache', title: 'Clear the cache', text: 'Old files can stay behind.' },
  { id: 'password', title: 'Reset your password', text: 'Choose “Forgot password”.' },
  ...Array.from({ length: 20 }, (_, index) => ({
    id: `setting-${index}`,
    title: `Setting ${index}`,
    text: 'Every setting has a name and a value.',
  })),
];

/** What people call a problem whose article calls it something else. */
const solved = (index: number) => ({
  articleId: 'cache',
  subject: `Carousel frozen, attempt ${index}`,
  description: 'The carousel on the start page does not turn.',
});

const accept = (fetch: Fetch, body: unknown, type = 'application/json') =>
  fetch(
    new Request(`${origin}/desk/articles/accepted`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );

async function idsFor(fetch: Fetch, subject: string): Promise<(string | undefined)[]> {
  const response = await get(fetch, `/desk/articles?${new URLSearchParams({ subject })}`);
  return ((await response.json()) as Solution[]).map(({ id }) => id);
}

test('an article is found by what people called the problem that it solved', async (context) => {
  const { fetch, data } = testDesk(context, { articles });
  assert.deepEqual(await idsFor(fetch, 'frozen carousel'), []);
  for (let index = 0; index < 5; index++) {
    assert.equal((await accept(fetch, solved(index))).status, 204);
  }
  const next = testDesk(context, { articles, data });
  assert.deepEqual(await idsFor(next.fetch, 'frozen carousel'), ['cache']);
});

test('a desk that is open learns from many new cases by itself', async (context) => {
  const { fetch } = testDesk(context, { articles });
  for (let index = 0; index < 20; index++) await accept(fetch, solved(index));
  let found: unknown[] = [];
  for (let tries = 0; tries < 1000 && !found.length; tries++) {
    await setImmediate();
    found = await idsFor(fetch, 'frozen carousel');
  }
  assert.deepEqual(found, ['cache']);
});

test('resolved cases can be taken along, as an index learns from them', async (context) => {
  const desk = testDesk(context, { articles });
  assert.deepEqual(desk.resolved(), []);
  for (let index = 0; index < 5; index++) await accept(desk.fetch, solved(index));
  const resolved = desk.resolved();
  assert.deepEqual(
    resolved,
    Array.from({ length: 5 }, (_, index) => solved(index)),
  );
  const indexed = articles.map(({ id, title, text }) => ({ id, title, text, url: `/${id}` }));
  const index = openIndex(buildIndex(indexed, { resolved }));
  const [first] = index.search({ subject: 'frozen carousel', description: '' });
  assert.equal(first?.id, 'cache');
});

test('the same case counts once, and each article keeps its 200 newest', async (context) => {
  const desk = testDesk(context, { articles });
  for (let times = 0; times < 3; times++) await accept(desk.fetch, solved(0));
  assert.equal(desk.resolved().length, 1);
  await accept(desk.fetch, { ...solved(0), articleId: 'password' });
  for (let index = 1; index <= 200; index++) await accept(desk.fetch, solved(index));
  const kept = desk.resolved();
  assert.equal(kept.length, 201);
  assert.deepEqual(kept[0], { ...solved(0), articleId: 'password' });
  assert.deepEqual(kept[1], solved(1));
});

test('what people wrote is cut, and kept to the last odd character', async (context) => {
  const desk = testDesk(context, { articles });
  const odd = { articleId: 'cache', subject: 'NUL \0 and half \ud83d', description: '' };
  await accept(desk.fetch, odd);
  assert.deepEqual(desk.resolved(), [odd]);
  const long = { articleId: 'cache', subject: 'x'.repeat(900), description: 'x'.repeat(9000) };
  assert.equal((await accept(desk.fetch, long)).status, 204);
  const last = desk.resolved().at(-1);
  assert.deepEqual([last?.subject.length, last?.description.length], [300, 5000]);
});

test('what is none is refused, and leaves nothing behind', async (context) => {
  const desk = testDesk(context, { articles });
  const status = async (...asked: [body: unknown, type?: string]) =>
    (await accept(desk.fetch, ...asked)).status;
  assert.equal(await status(solved(0), 'text/plain'), 415);
  assert.equal(await status('{'), 400);
  assert.equal(await status('null'), 422);
  assert.equal(await status({ ...solved(0), subject: 7 }), 422);
  assert.equal(await status({ ...solved(0), articleId: '' }), 422);
  assert.equal(await status({ ...solved(0), articleId: 'unknown' }), 404);
  assert.equal(await status({ ...solved(0), description: 'x'.repeat(70_000) }), 413);
  assert.deepEqual(desk.resolved(), []);
});
