import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { local, LocalSource } from '../../src/adapters/solutions/local.js';
import { type Article, buildIndex } from '../../src/core/search/index.js';

import { launchChromium } from '../support/launch-chromium.js';
import { watch } from '../support/violations.js';

/** What a page of these tests has, beside what every page has. */
interface TestPage {
  local: typeof local;
  source: LocalSource;
  workers: Worker[];
}

const root = join(import.meta.dirname, '../..');
const articles: Article[] = [
  { id: 'sign-in', title: 'Sign in again', url: '/sign-in', text: 'When you cannot sign in.' },
  { id: 'print', title: 'Print a label', url: '/print', text: 'Put paper into the printer.' },
];
const index = buildIndex(articles);
const page = `<!doctype html><title>Help</title><script type="module" src="/page.js"></script>`;
// What is evaluated in the page has been compiled for Node, with the names of its functions kept.
const script = `import { local } from '/dist/search/local.js';
  Object.assign(window, { local, workers: [], __name: (named) => named });`;

/** What the server says, and what it was asked. */
const site = { policy: '', index, isDown: false, statuses: [] as number[] };

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (site.policy) response.setHeader('content-security-policy', site.policy);
  const send = (type: string, body: string | Uint8Array) =>
    response.setHeader('content-type', type).end(body);
  if (pathname === '/') send('text/html', page);
  else if (pathname === '/page.js') send('text/javascript', script);
  else if (/^\/dist\/[\w/-]+\.js$/.test(pathname) && existsSync(join(root, pathname))) {
    send('text/javascript', readFileSync(join(root, pathname)));
  } else if (pathname === '/solutions.idx') {
    const isKnown = request.headers['if-none-match'] === '"one"';
    response.statusCode = site.isDown ? 503 : isKnown ? 304 : 200;
    site.statuses.push(response.statusCode);
    // Only what a page keeps by itself is to help it.
    response.setHeader('etag', '"one"').setHeader('vary', 'accept-encoding');
    response.end(response.statusCode === 200 ? site.index : '');
  } else response.writeHead(404).end();
});

let browser: Browser;
let context: BrowserContext;
let address = '';

before(async () => {
  browser = await launchChromium();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(async () => {
  await browser.close();
  server.close();
  server.closeAllConnections();
});
beforeEach(async () => {
  Object.assign(site, { policy: '', index, isDown: false, statuses: [] });
  await (context as BrowserContext | undefined)?.close();
  context = await browser.newContext();
});

async function open(policy = ''): Promise<{ page: Page; seen: string[] }> {
  site.policy = policy;
  const page = await context.newPage();
  const seen = await watch(page);
  await page.goto(address);
  return { page, seen };
}

/** The ids of what two sources of the page find, one after the other. */
function find(page: Page, options: { worker?: false } = {}): Promise<string[][]> {
  return page.evaluate(async (given) => {
    const test = window as unknown as TestPage;
    const signal = new AbortController().signal;
    const found: string[][] = [];
    for (const subject of ['Cannot sign in', 'printer paper']) {
      const source = test.local({ index: '/solutions.idx', ...given });
      const solutions = await source.search({ subject, description: '' }, { signal });
      found.push(solutions.map(({ id }) => id ?? ''));
    }
    return found;
  }, options);
}

const both = [['sign-in'], ['print']];
const strict = "default-src 'none'; script-src 'self'; connect-src 'self'";

test('a page has one worker for all its sources, and asks for an index once', async () => {
  const { page, seen } = await open();
  assert.deepEqual(await find(page), both);
  assert.equal(page.workers().length, 1);
  assert.deepEqual(site.statuses, [200]);
  assert.deepEqual(seen, []);
});

test('a strict policy with Trusted Types allows the worker by the name of its policy', async () => {
  const types = "require-trusted-types-for 'script'; trusted-types case-elements";
  const { page, seen } = await open(`${strict}; ${types} case-elements-worker`);
  assert.deepEqual(await find(page), both);
  assert.equal(page.workers().length, 1);
  assert.deepEqual(seen, []);
});

test('where the name is missing, or workers are forbidden, the page searches by itself', async () => {
  const types = "require-trusted-types-for 'script'; trusted-types case-elements";
  for (const policy of [`${strict}; ${types}`, `${strict}; worker-src 'none'`]) {
    const { page } = await open(policy);
    assert.deepEqual(await find(page), both, policy);
    assert.deepEqual(page.workers(), []);
  }
});

test('a page that says so searches by itself, and no policy is violated', async () => {
  const { page, seen } = await open(`${strict}; worker-src 'none'`);
  assert.deepEqual(await find(page, { worker: false }), both);
  assert.deepEqual(page.workers(), []);
  assert.deepEqual(seen, []);
});

test('a worker that is not there is no loss', async () => {
  const { page } = await open();
  const found = await page.evaluate(async () => {
    const { local } = window as unknown as TestPage;
    const worker = () => new Worker('/dist/search/gone.js', { type: 'module' });
    const source = local({ index: '/solutions.idx', worker });
    const { signal } = new AbortController();
    const [solution] = await source.search({ subject: 'sign in', description: '' }, { signal });
    return solution?.id;
  });
  assert.equal(found, 'sign-in');
  assert.deepEqual(page.workers(), []);
});

test('a worker that dies is started once more; then the page searches by itself', async () => {
  const { page } = await open();
  const started = await page.evaluate(
    async (bytes) => {
      const test = window as unknown as TestPage;
      const worker = () => {
        test.workers.push(new Worker('/dist/search/search-worker.js', { type: 'module' }));
        return test.workers.at(-1) ?? new Worker('');
      };
      const { signal } = new AbortController();
      const given = [{ index: '/solutions.idx' }, { index: Uint8Array.from(bytes) }];
      const sources = given.map((one) => test.local({ ...one, worker }));
      const counts: number[] = [];
      for (let deaths = 0; deaths < 4; deaths++) {
        for (const source of sources) {
          const [first] = await source.search({ subject: 'sign in', description: '' }, { signal });
          if (first?.id !== 'sign-in') throw new Error(`after ${deaths}: nothing was found`);
        }
        counts.push(test.workers.length);
        test.workers.at(-1)?.dispatchEvent(new Event('error'));
      }
      return counts;
    },
    [...index],
  );
  assert.deepEqual(started, [1, 2, 2, 2]);
});

test('without a network or a server the page goes on, on its next visits, too', async () => {
  const { page } = await open();
  assert.deepEqual(await find(page), both);
  await isKept(page);
  await page.reload();
  assert.deepEqual(await find(page), both);
  assert.deepEqual(site.statuses, [200, 304]);
  site.isDown = true;
  await page.reload();
  assert.deepEqual(await find(page), both);
  assert.deepEqual(site.statuses, [200, 304, 503]);
  await context.setOffline(true);
  assert.deepEqual(await find(page), both);
});

test('a new index takes the place of what was kept', async () => {
  const { page } = await open();
  await find(page);
  await isKept(page);
  site.index = buildIndex(articles.slice(1));
  await page.evaluate(async () => {
    const cache = await caches.open('case-elements-index');
    const [request] = await cache.keys();
    const answer = request && (await cache.match(request));
    if (!request || !answer) throw new Error('Nothing was kept.');
    await cache.put(request, new Response(answer.body, { headers: { etag: '"none"' } }));
  });
  await page.reload();
  assert.deepEqual(await find(page), [[], ['print']]);
});

test('what is abandoned is not searched for, and the newest is answered', async () => {
  const { page } = await open();
  const outcomes = await page.evaluate(async () => {
    const { local } = window as unknown as TestPage;
    const source = local({ index: '/solutions.idx' });
    const runs = ['s', 'si', 'sig', 'sign', 'sign in'].map((subject) => {
      const run = new AbortController();
      return { run, found: source.search({ subject, description: '' }, { signal: run.signal }) };
    });
    runs.slice(0, -1).forEach(({ run }) => run.abort());
    const settled = await Promise.allSettled(runs.map(({ found }) => found));
    return settled.map((one) => (one.status === 'fulfilled' ? one.value[0]?.id : 'aborted'));
  });
  assert.deepEqual(outcomes, ['aborted', 'aborted', 'aborted', 'aborted', 'sign-in']);
});

test('articles become an index in the worker', async () => {
  const { page, seen } = await open();
  const found = await page.evaluate(async (list) => {
    const { local } = window as unknown as TestPage;
    const { signal } = new AbortController();
    const ask = async (source: LocalSource, subject: string) => {
      const found = await source.search({ subject, description: '' }, { signal });
      return found.map(({ id }) => id);
    };
    const [both, one] = [local({ index: list }), local({ index: list.slice(1) })];
    return Promise.all([ask(both, 'sign in again'), ask(one, 'printer'), ask(one, 'again')]);
  }, articles);
  assert.deepEqual(found, [['sign-in'], ['print'], []]);
  assert.equal(page.workers().length, 1);
  assert.deepEqual(seen, []);
});

test('a key costs the main thread next to nothing with 10,000 articles', async () => {
  site.index = buildIndex(manyArticles(10_000));
  const { page } = await open();
  const cost = await page.evaluate(async () => {
    const { local } = window as unknown as TestPage;
    const source = local({ index: '/solutions.idx' });
    await source.load();
    const stalls: number[] = [];
    let last = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      stalls.push(performance.now() - last);
      last = performance.now();
      port2.postMessage(0);
    };
    port2.postMessage(0);
    const run = { found: 0, asked: [] as number[] };
    const text = 'the printer of floor seven prints labels without a margin';
    for (let length = 3; length <= text.length; length++) {
      const { signal } = new AbortController();
      const start = performance.now();
      const search = source.search({ subject: text.slice(0, length), description: '' }, { signal });
      run.asked.push(performance.now() - start);
      run.found += (await search).length;
    }
    port1.close();
    const median = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1] ?? 0;
    return { found: run.found, asked: median(run.asked), stall: median(stalls) };
  });
  assert.ok(cost.found > 0);
  assert.ok(cost.asked < 1, `asking takes ${cost.asked} ms`);
  assert.ok(cost.stall < 4, `the page stands still for ${cost.stall} ms`);
});

function manyArticles(count: number): Article[] {
  const words = 'printer label margin paper floor account invoice sign password mail calendar sync';
  const all = words.split(' ');
  const pick = (number: number) => all[number % all.length] ?? '';
  return Array.from({ length: count }, (_, number) => ({
    id: `${number}`,
    title: `${pick(number)} ${pick(number >> 2)} ${number}`,
    url: `/${number}`,
    text: Array.from({ length: 60 }, (__, at) => pick(number * 7 + at * at)).join(' '),
  }));
}

/** Keeping an index is nothing that a search waits for. */
async function isKept(page: Page): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const kept = await page.evaluate(async () => {
      return (await (await caches.open('case-elements-index')).keys()).length;
    });
    if (kept > 0) return;
    await sleep(50);
  }
  throw new Error('The index was not kept.');
}
