/**
 * What a key in the form costs the main thread while the panel beside it searches 100,000 articles.
 *
 * `npm run bench:panel -- [--articles 100000] [--rounds 11]`, after a build. The same page three times:
 * without a source, with an index, and with a function that answers at once with as many articles, which
 * shows them but searches nothing. Keys come one after the other, and then each with a pause in which the
 * panel searches. Chromium with a processor that is slowed down four times; each round measures all of
 * them, in another order, and is compared with itself.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { buildIndex, openIndex } from '../../src/core/search/index.js';
import { launchChromium } from '../support/launch-chromium.js';
import { inventedQuestions, makeArticles } from './search/articles.js';

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '11' },
  },
});
const articles = Number(options.articles);
const rounds = Number(options.rounds);

const kinds = ['no source', 'a function', 'the index'] as const;
type Kind = (typeof kinds)[number];
const paces = ['without a pause', 'with a pause'] as const;
type Pace = (typeof paces)[number];

const SLOWDOWN = 4;
/** Keys of a round, and how long a pause is: the panel asks after 300 ms. */
const KEYS: Readonly<Record<Pace, number>> = { 'without a pause': 100, 'with a pause': 12 };
const PAUSE = 450;

const root = join(import.meta.dirname, '../..');
const subjects = inventedQuestions(60).map(({ subject }) => subject);
/** What is typed, twice; a subject that nears its 250 characters would be counted. */
const text = subjects.join(' ');

/** The index of so many articles: it is made once, and again where the engine reads it no more. */
function indexFile(): Buffer {
  const folder = join(tmpdir(), 'case-bench-panel');
  const path = join(folder, `${articles}.idx`);
  if (existsSync(path)) {
    const bytes = readFileSync(path);
    if (isIndex(bytes)) return bytes;
  }
  process.stderr.write(`an index of ${articles} articles is built\n`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, buildIndex(makeArticles(articles, 50)));
  renameSync(`${path}.${process.pid}`, path);
  return readFileSync(path);
}

function isIndex(bytes: Buffer): boolean {
  try {
    return openIndex(bytes).size === articles;
  } catch {
    return false;
  }
}

const index = indexFile();
const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title>
  <case-form id="form"></case-form><case-solutions for="form"></case-solutions>
  <script type="module" src="/page.js"></script>`;
/** What a page does; its address says which of the three it is. */
const script = `import '/dist/cdn.js';
  import { local } from '/dist/search/local.js';
  const kind = decodeURIComponent(location.hash.slice(1));
  const panel = document.querySelector('case-solutions');
  const titles = ${JSON.stringify(subjects.slice(0, 10))};
  const text = titles.join(' ').repeat(4);
  const answer = titles.map((title, at) => ({ id: title, title, url: '/' + at, excerpt: text, text }));
  const index = local({ index: '/index.idx' });
  if (kind === 'a function') panel.source = { search: async () => answer };
  if (kind === 'the index') {
    panel.source = index;
    await index.load();
    // To keep it for later is no part of a key.
    const cache = await caches.open('case-elements-index');
    while ((await cache.keys()).length === 0) await new Promise((done) => setTimeout(done, 50));
  }
  document.title = 'ready';`;

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const send = (type: string, body: string | Buffer) =>
    response.setHeader('content-type', type).end(body);
  if (pathname === '/') send('text/html', html);
  else if (pathname === '/page.js') send('text/javascript', script);
  else if (pathname === '/index.idx') send('application/octet-stream', index);
  else if (/^\/dist\/[\w/-]+\.js$/.test(pathname) && existsSync(join(root, pathname)))
    send('text/javascript', readFileSync(join(root, pathname)));
  else response.writeHead(404).end();
});

/** Milliseconds of the main thread for one key, at both paces. */
async function measure(browser: Browser, kind: Kind): Promise<Record<Pace, number>> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${address}/#${encodeURIComponent(kind)}`);
  while ((await page.title()) !== 'ready') await sleep(50);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const subject = page.getByLabel('Subject');
  await subject.fill(subjects[7]?.slice(0, 30) ?? '');
  await shown(page, kind);
  await subject.press('End');
  const costs = {
    'without a pause': await perKey(page, session, 'without a pause'),
    'with a pause': await perKey(page, session, 'with a pause'),
  };
  await context.close();
  return costs;
}

/** What is loaded for the first answer is loaded, and the articles are there. */
async function shown(page: Page, kind: Kind): Promise<void> {
  if (kind !== 'no source') await page.getByRole('list').getByRole('link').first().waitFor();
  await sleep(2000); // What was found is announced.
}

async function perKey(page: Page, session: CDPSession, pace: Pace): Promise<number> {
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  const count = KEYS[pace];
  const before = await busy();
  for (let key = 0; key < count; key++) {
    await page.keyboard.press(text.charAt(key) === ' ' ? 'Space' : text.charAt(key));
    if (pace === 'with a pause') await sleep(PAUSE);
  }
  const cost = (((await busy()) - before) * 1000) / count;
  // The search for the last key is nothing that the next measurement pays.
  await sleep(2000);
  return cost;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await launchChromium();
const results: Record<Kind, Record<Pace, number>>[] = [];
for (let round = 0; round < rounds; round++) {
  const costs = new Map<Kind, Record<Pace, number>>();
  for (let turn = 0; turn < kinds.length; turn++) {
    const kind = kinds[(turn + round) % kinds.length] ?? 'no source';
    costs.set(kind, await measure(browser, kind));
  }
  results.push(Object.fromEntries(costs) as Record<Kind, Record<Pace, number>>);
  process.stderr.write(`round ${round + 1} of ${rounds}: ${JSON.stringify(results.at(-1))}\n`);
}
await browser.close();
server.close();

const row = (cells: readonly string[]) =>
  console.log(cells.map((cell, at) => (at ? cell.padStart(18) : cell.padEnd(18))).join(''));
for (const pace of paces) {
  row([pace, 'key, ms', 'to no source', 'to a function']);
  for (const kind of kinds) {
    const ratio = (other: Kind) =>
      median(results.map((round) => round[kind][pace] / round[other][pace])).toFixed(3);
    const cost = median(results.map((round) => round[kind][pace])).toFixed(2);
    row([kind, cost, ratio('no source'), ratio('a function')]);
  }
}
console.log(
  `${articles} articles, ${(index.length / 1e6).toFixed(1)} MB; medians of ${rounds} rounds, ` +
    `processor slowed ${SLOWDOWN} times; ratios are medians of those within a round`,
);
