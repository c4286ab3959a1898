/**
 * One step of one engine in a process of its own, so that nobody's memory is another's.
 *
 * Called by `../search.ts` with the name of the row, `build` or `search`, and a folder in which
 * `articles.jsonl`, `asked.json` and (from the first step) the index are; answers in lines of JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { Article } from './engine.js';
import { engineOf, fileOf, rows } from './line-up.js';
import { type Asked, type Figures, timeOpening, timeSearches, WARM_UP } from './measure.js';

const [name, step, folder = '', limit = '30000'] = process.argv.slice(2);
const row = rows.find((candidate) => candidate.name === name);
if (!row) throw new Error(`Nobody is called "${name}".`);
const engine = await engineOf(row, pathToFileURL(join(folder, 'peers')).href);
const file = join(folder, fileOf(row));
const say = (figures: Figures) => process.stdout.write(`${JSON.stringify(figures)}\n`);

if (step === 'build') await build();
else await search();

async function build(): Promise<void> {
  const articles = readFileSync(join(folder, 'articles.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Article);
  globalThis.gc?.();
  const started = performance.now();
  const index = await engine.build(articles);
  say({ build: performance.now() - started });
  writeFileSync(file, (await engine.file?.save(index)) ?? '');
}

async function search(): Promise<void> {
  const asked = JSON.parse(readFileSync(join(folder, 'asked.json'), 'utf8')) as Asked;
  const before = memory();
  const index = await open();
  say({ memory: memory() - before });
  await timeSearches(engine, index, asked.warmUp, WARM_UP);
  say({ keys: await timeSearches(engine, index, asked.keys, Number(limit)) });
  say({ descriptions: await timeSearches(engine, index, asked.descriptions, Number(limit)) });
}

/** The file's text ends with this function: only what the index keeps of it stays in memory. */
async function open(): Promise<unknown> {
  const bytes = readFileSync(file);
  const saved = row?.module === 'ours' ? Uint8Array.from(bytes) : bytes.toString('utf8');
  const { index, open: time } = await timeOpening(engine, saved);
  say({ open: time });
  return index;
}

function memory(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
