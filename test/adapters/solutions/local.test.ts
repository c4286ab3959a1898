import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, mock, test } from 'node:test';
import { local } from '../../../src/adapters/solutions/local.js';
import { copyInSlices, inSlices } from '../../../src/adapters/local-search/slices.js';
import { loadLanguages } from '../../../src/core/languages/load-languages.js';
import { type Article, buildIndex } from '../../../src/core/search/index.js';
import { describeSolutionSource } from '../../contracts/solution-source.js';

const query = { subject: 'Cannot sign in', description: '' };
const articles: Article[] = [
  { id: 'sign-in', title: 'Sign in again', url: '/sign-in', text: 'When you cannot sign in.' },
  { id: 'print', title: 'Print a label', url: '/print', text: 'Put paper into the printer.' },
];

/** What else a site has: a word that every article holds says nothing. */
const others = Array.from({ length: 200 }, (_, number) => ({
  ...{ id: `other-${number}`, title: `Invoice ${number}`, url: `/invoices/${number}` },
  text: `Paid by bank transfer number ${number}.`,
}));

function indexOf(list: readonly Article[]): Response {
  return new Response(buildIndex([...list, ...others]));
}

async function ask(source: ReturnType<typeof local>, signal = new AbortController().signal) {
  return (await source.search(query, { signal })).map(({ id }) => id);
}

// Node has no workers of the web: here the same engine runs on the main thread.
describeSolutionSource('local', {
  make: (fetch) => local({ index: 'https://help.example/solutions.idx', fetch }),
  answer: (found) =>
    indexOf(found.map((article, index) => ({ ...article, id: `${index}`, text: article.title }))),
  broken: {
    'a status that is none of success': () => new Response('', { status: 404 }),
    'a page in place of an index': () => new Response('<!doctype html><title>Help</title>'),
    'a part of an index': () => new Response(buildIndex(articles).slice(0, 200)),
    'a damaged index': () => new Response(buildIndex(articles).fill(7, 60, 90)),
    nothing: () => new Response(''),
  },
});

describe('an index', () => {
  const bytes = buildIndex(articles);

  test('is bytes, which stay as they are', async () => {
    assert.deepEqual(await ask(local({ index: bytes })), ['sign-in']);
    assert.deepEqual(await ask(local({ index: bytes.buffer })), ['sign-in']);
    assert.deepEqual(bytes, buildIndex(articles));
  });

  test('is made of articles', async () => {
    assert.deepEqual(await ask(local({ index: articles })), ['sign-in']);
  });

  test('is what a function comes by, once', async () => {
    const index = mock.fn(async () => buildIndex(articles));
    const source = local({ index });
    assert.equal(index.mock.callCount(), 0);
    await Promise.all([source.load(), ask(source), ask(local({ index }))]);
    assert.deepEqual(await ask(source), ['sign-in']);
    assert.equal(index.mock.callCount(), 1);
  });

  test('is nothing else', async () => {
    await assert.rejects(ask(local({ index: {} as never })), /bytes, an address, or a list/);
  });

  test('gives as many solutions as are asked for', async () => {
    const many = Array.from({ length: 30 }, (_, id) => ({
      ...{ id: `${id}`, title: 'Sign in again' },
      ...{ url: '/sign-in', text: 'When you cannot sign in.' },
    }));
    assert.equal((await ask(local({ index: [...many, ...others], limit: 3 }))).length, 3);
  });
});

describe('an index at an address', () => {
  const index = 'https://help.example/an.idx';

  test('is fetched once for all sources of it', async () => {
    const fetch = mock.fn(async () => indexOf(articles));
    await Promise.all([ask(local({ index, fetch })), ask(local({ index: new URL(index), fetch }))]);
    assert.equal(fetch.mock.callCount(), 1);
  });

  test('is asked for again after it has failed', async () => {
    const answers = [new Response('', { status: 503 }), new Response('no'), indexOf(articles)];
    const source = local({ index, fetch: async () => answers.shift() ?? Response.error() });
    await assert.rejects(
      ask(source),
      /No index at https:\/\/help\.example\/an\.idx: HTTP status 503/,
    );
    await assert.rejects(ask(source), /an\.idx: These bytes are no article index/);
    assert.deepEqual(await ask(source), ['sign-in']);
  });

  test('is fetched anew when damage shows while it is searched', async () => {
    const whole = buildIndex([...articles, ...others]);
    // Texts stand last, and are checked when they are read.
    const damaged = whole.slice().fill(7, -4000, -40);
    const answers = [new Response(damaged), new Response(whole)];
    const source = local({
      index: `${index}?late`,
      fetch: async () => answers.shift() as Response,
    });
    await source.load();
    await assert.rejects(ask(source), /damaged/);
    assert.deepEqual(await ask(source), ['sign-in']);
  });

  test('goes on loading for others when one does not want it any more', async () => {
    const { promise, resolve } = withResolvers<Response>();
    const fetch = mock.fn(() => promise);
    const source = local({ index, fetch });
    const gone = new AbortController();
    const first = ask(source, gone.signal);
    const second = ask(source);
    gone.abort(new Error('typed on'));
    await assert.rejects(first, /typed on/);
    resolve(indexOf(articles));
    assert.deepEqual(await second, ['sign-in']);
    assert.equal(fetch.mock.callCount(), 1);
  });
});

test('an index may be in any language there is', async () => {
  const folder = join(import.meta.dirname, '../../../src/core/languages');
  const names = readdirSync(folder).map((name) => name.replace('.ts', ''));
  const codes = names.filter((name) => name.length === 2);
  const languages = await loadLanguages([...codes, 'xx', 'en-GB']);
  assert.deepEqual(languages.map(({ code }) => code).sort(), codes.sort());
});

describe('work on the main thread', () => {
  test('lets the page do something else every few milliseconds', async () => {
    const now = { time: 0 };
    const clock = mock.method(performance, 'now', () => now.time);
    const turns: number[] = [];
    const other = setInterval(() => turns.push(now.time), 0);
    function* work() {
      for (let step = 0; step < 20; step++) {
        now.time += 2;
        yield;
      }
      return 'done';
    }
    assert.equal(await inSlices(work()), 'done');
    clearInterval(other);
    clock.mock.restore();
    const gaps = [0, ...turns].map((turn, index) => ([...turns, 40][index] ?? 40) - turn);
    assert.ok(turns.length > 0 && Math.max(...gaps) <= 8, gaps.join());
  });

  test('ends when nobody wants it any more', async () => {
    const gone = new AbortController();
    function* endless(): Generator<undefined, never> {
      for (;;) yield;
    }
    setTimeout(() => gone.abort(new Error('typed on')));
    await assert.rejects(inSlices(endless(), gone.signal), /typed on/);
  });

  test('copies bytes whole', async () => {
    const bytes = Uint8Array.from({ length: 2_500_000 }, (_, index) => index);
    assert.deepEqual(await copyInSlices(bytes), bytes);
  });
});

function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((done) => (resolve = done));
  return { promise, resolve };
}
