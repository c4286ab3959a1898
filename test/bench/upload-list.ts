/**
 * How long it takes until 1,000 files that are added at once are on the list, and what the list costs the page:
 * beside Uppy's dashboard, Dropzone and FilePond.
 *
 * `npm run bench:upload-list -- [--files 1000] [--rounds 5] [--write]`. Each round opens a page of its own for
 * each of them, in another order. Nothing is sent. Ours may take 150 ms.
 */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { build, type Rolldown } from 'vite';
import { launchChromium } from '../support/launch-chromium.js';
import { markdownTable, printTable } from './search/table.js';
import { drawBars } from './uploads/bars.js';
import type { Shown } from './uploads/shown.js';

const { values: options } = parseArgs({
  options: {
    files: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
  },
});
const count = Number(options.files);
const rounds = Number(options.rounds);

const OURS = 'Case Elements';
const names = [OURS, 'Uppy Dashboard', 'Dropzone', 'FilePond'] as const;
type Name = (typeof names)[number];
/** Milliseconds that ours may take. */
const AT_MOST = 150;
/** Milliseconds after which a list that still changes is left alone. */
const PATIENCE = 60_000;
/** Who takes longer than this is not asked again. */
const LONG = 30_000;

const server = await serve(await bundle());
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const browser = await launchChromium();
const version = browser.version();
const measured = new Map<Name, Shown[]>(names.map((name) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const [at] of names.entries()) {
    const name = names[(at + round) % names.length] ?? OURS;
    const before = measured.get(name) ?? [];
    if (before.some(({ ms }) => ms > LONG)) continue;
    const shown = await fill(name);
    before.push(shown);
    process.stderr.write(`${name}: ${shown.ms.toFixed(0)} ms, ${shown.nodes} nodes\n`);
  }
}
await browser.close();
server.close();

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
const rows = names.map((name) => {
  const runs = measured.get(name) ?? [];
  const isWhole = runs.every((run) => run.isWhole);
  const ms = median(runs.map((run) => run.ms));
  const first = median(runs.map((run) => run.first));
  return { name, isWhole, ms, first, nodes: median(runs.map(({ nodes }) => nodes)), runs };
});
const digits = (value: number) => Math.round(value).toLocaleString('en');
const table = [
  [`${digits(count)} files`, 'shown, ms', 'first of them, ms', 'DOM nodes', 'rounds'],
  ...rows.map(({ name, isWhole, ms, first, nodes, runs }) => [
    name,
    `${isWhole ? '' : '> '}${digits(ms)}`,
    digits(first),
    digits(nodes),
    String(runs.length),
  ]),
];
printTable(table);
const ours = rows[0]?.ms ?? NaN;
console.log(`ours: ${ours.toFixed(0)} ms, at most ${AT_MOST} ms`);
if (options.write) await writePage();
process.exitCode = ours <= AT_MOST ? 0 : 1;

async function bundle(): Promise<Map<string, { code: string; type: string }>> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: join(import.meta.dirname, 'uploads/list-page.ts'),
        treeshake: false,
        output: {
          entryFileNames: 'page.js',
          chunkFileNames: '[name].js',
          assetFileNames: 'page[extname]',
        },
      },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(
    output.map((file) => [
      `/${file.fileName}`,
      file.type === 'chunk'
        ? { code: file.code, type: 'text/javascript' }
        : { code: String(file.source), type: 'text/css' },
    ]),
  );
}

async function serve(files: ReadonlyMap<string, { code: string; type: string }>) {
  const html = `<!doctype html><html lang="en"><link rel="stylesheet" href="/page.css"><body>
    <script type="module" src="/page.js"></script></body></html>`;
  const listening = createServer(({ url = '' }, response) => {
    const { code, type } = files.get(url) ?? { code: html, type: 'text/html' };
    response.writeHead(200, { 'content-type': type }).end(code);
  }).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return listening;
}

async function fill(name: Name): Promise<Shown> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(2 * PATIENCE);
  await page.goto(address);
  await page.waitForFunction(() => 'fill' in globalThis);
  const shown = await page.evaluate(
    ([who, files, patience]) =>
      (
        globalThis as unknown as { fill: (...given: [string, number, number]) => Promise<Shown> }
      ).fill(who, files, patience),
    [name, count, PATIENCE] as const,
  );
  await context.close();
  return shown;
}

async function writePage(): Promise<void> {
  const folder = join(import.meta.dirname, '../../docs/benchmarks');
  const title = `Adding ${digits(count)} files at once`;
  const bars = rows.map(({ name, ms }) => ({ name, value: ms }));
  writeFileSync(
    join(folder, 'uploads.svg'),
    drawBars({ title, unit: 'ms until shown', bars, limit: AT_MOST }),
  );
  const day = new Date().toISOString().slice(0, 10);
  const page = [
    '# What a long list of files costs',
    'Written by `npm run bench:upload-list -- --write`. As many text files of 1 kB are added in one go to an upload area whose code is loaded, in a page of its own; nothing is sent. “Shown” is when the area holds all of them and the last change of its list is on screen, “first” when one of their names is. Nodes are the elements of the area then, those in shadow roots included. Medians of the rounds; who takes more than 30 s is asked once, and left alone after a minute.',
    `${day}, ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Chromium ${version}, 1280 × 800.`,
    `![${title}, ms until shown](uploads.svg)`,
    `The dashed line is what we promise: ${AT_MOST} ms.`,
    markdownTable(table),
  ];
  const markdown = await format(page.join('\n\n'), { parser: 'markdown' });
  writeFileSync(join(folder, 'uploads.md'), markdown);
}
