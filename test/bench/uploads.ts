/**
 * How fast a large file goes up over loopback, and what it costs the page's memory: beside a bare request,
 * tus-js-client and Uppy.
 *
 * `npm run bench:uploads [megabytes] [rounds]`. Chromium reads the file from the disk; a plain request goes to
 * a server that writes it to the disk, a resumable one to @tus/server with its file store. Each round sends
 * the file once in every way, in an order of its own.
 */
import { once } from 'node:events';
import {
  createWriteStream,
  mkdtempSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { build, type Rolldown } from 'vite';
import { launchChromium } from '../support/launch-chromium.js';

const ways = [
  'bare XHR PUT',
  'case-elements, plain',
  'case-elements, tus',
  'tus-js-client',
  '@uppy/tus',
] as const;
type Way = (typeof ways)[number];

const size = Number(process.argv[2] ?? 1000) * 1e6;
const rounds = Number(process.argv[3] ?? 3);

const folder = mkdtempSync(join(tmpdir(), 'case-bench-uploads-'));
const source = join(folder, 'source.bin');
writeFileSync(source, '');
truncateSync(source, size);
const plain = join(folder, 'plain.bin');
const store = join(folder, 'tus');
const tus = new Server({
  path: '/files',
  datastore: new FileStore({ directory: store }),
  relativeLocation: true,
  namingFunction: (_, metadata) => metadata?.['id'] ?? 'nameless',
});

const built = (await build({
  configFile: false,
  logLevel: 'error',
  resolve: { dedupe: ['tus-js-client'] },
  build: {
    write: false,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: { input: join(import.meta.dirname, 'uploads/page.ts') },
  },
})) as Rolldown.RolldownOutput;
const scripts = new Map(
  built.output.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file]] : [])),
);
const entry = [...scripts].find(([, { isEntry }]) => isEntry)?.[0] ?? '';

const server = createServer((request, response) => {
  const { url = '', method } = request;
  const script = scripts.get(url);
  if (script) {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(script.code);
  } else if (url === '/') {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(
      `<!doctype html><input type="file"><script type="module" src="${entry}"></script>`,
    );
  } else if (url === '/put' && (method === 'PUT' || method === 'POST')) {
    void pipeline(request, createWriteStream(plain)).then(() => {
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"ref":"r"}');
    });
  } else {
    void tus.handle(request, response);
  }
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const browser = await launchChromium();

interface Run {
  readonly seconds: number;
  /** What the page's heap grew by at most, in MB. */
  readonly heap: number;
}

async function measure(way: Way, id: string): Promise<Run> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.goto(address);
  await page.locator('input').setInputFiles(source);
  await page.waitForFunction(() => 'send' in globalThis);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const heap = async () => (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
  const before = await heap();
  let peak = before;
  const course = { isOver: false };
  const watch = async () => {
    while (!course.isOver) {
      peak = Math.max(peak, await heap());
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const watching = watch();
  const ms = await page.evaluate(
    ([how, name]) =>
      (globalThis as unknown as { send: (way: string, id: string) => Promise<number> }).send(
        how,
        name,
      ),
    [way, id] as const,
  );
  course.isOver = true;
  await watching;
  await context.close();
  const isPlain = way === 'bare XHR PUT' || way === 'case-elements, plain';
  const stored = isPlain ? plain : join(store, id);
  if (statSync(stored).size !== size) throw new Error(`${way} has not sent all of it.`);
  rmSync(stored);
  return { seconds: ms / 1000, heap: peak - before };
}

const results = new Map<Way, Run[]>(ways.map((way) => [way, []]));
for (let round = 0; round < rounds; round++) {
  const order = ways.map((_, at) => ways[(at + round) % ways.length] ?? ways[0]);
  for (const way of order) {
    const run = await measure(way, `r${round}-${ways.indexOf(way)}`);
    results.get(way)?.push(run);
    process.stderr.write(`${way}: ${run.seconds.toFixed(2)} s\n`);
  }
}
await browser.close();
server.close();
server.closeAllConnections();
rmSync(folder, { recursive: true, force: true });

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
/** Rounds are compared with themselves: what slows one way down slows down its neighbours too. */
const ratio = (way: Way, other: Way): string =>
  median(
    (results.get(way) ?? []).map(
      ({ seconds }, round) => (results.get(other)?.[round]?.seconds ?? NaN) / seconds,
    ),
  ).toFixed(2);

const row = (cells: readonly string[]) =>
  console.log(cells.map((cell, at) => (at ? cell.padStart(18) : cell.padEnd(22))).join(''));
row(['way', 'MB/s', 'of bare PUT', 'of tus-js-client', 'heap, MB']);
for (const way of ways) {
  const runs = results.get(way) ?? [];
  row([
    way,
    (size / 1e6 / median(runs.map(({ seconds }) => seconds))).toFixed(0),
    ratio(way, 'bare XHR PUT'),
    ratio(way, 'tus-js-client'),
    median(runs.map(({ heap }) => heap)).toFixed(1),
  ]);
}
console.log(`medians of ${rounds} rounds with ${size / 1e6} MB; speed as a ratio, more is faster`);
