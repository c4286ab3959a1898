/**
 * What searching costs as the articles get more, beside what others take for the same.
 *
 * `npm run bench:search -- [--sizes 1000,10000,100000] [--rounds 3] [--only "Case Elements;Lunr"]
 * [--words 50] [--places Node,Chromium] [--write]`; `--write` renews docs/benchmarks. Articles are put
 * together from the sentences of the set that `CASE_BENCH_DATA` names, or of invented words.
 */
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { readSet, setFolder } from './relevance/question-set.js';
import { inventedQuestions, makeArticles, materialOf } from './search/articles.js';
import { buildSteps } from './search/build-steps.js';
import { serve, stepInChromium } from './search/in-chromium.js';
import { stepInNode } from './search/in-node.js';
import { fileOf, type Row, rows } from './search/line-up.js';
import { askedOf, type Figures } from './search/measure.js';
import { promises, writePage } from './search/page.js';
import { type Measured, type Place, places, tableOf } from './search/report.js';
import { printTable } from './search/table.js';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: rows.map(({ name }) => name).join(';') },
    words: { type: 'string', default: '50' },
    places: { type: 'string', default: places.join(',') },
    write: { type: 'boolean', default: false },
  },
});
const sizes = options.sizes.split(',').map(Number);
const wanted = options.only.split(';');
const wantedPlaces = places.filter((place) => options.places.split(',').includes(place));

/** Milliseconds after which a step is stopped, a series of searches ends, a round is not repeated. */
const MOST = 120_000;
const SEARCHING = 20_000;
const SLOW = 60_000;

const set = readSet(setFolder(process.env['CASE_BENCH_DATA']));
const material = set && materialOf(set.articles);
const asked = askedOf(set?.questions ?? inventedQuestions(400));
const measured: Measured[] = [];
/** Sizes of files by their paths. */
const compressed = new Map<string, Figures>();

for (const articles of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-search-'));
  writeMaterial(folder, articles);
  await buildSteps(folder);
  const { server, origin } = await serve(folder);
  for (const row of rows.filter(({ name }) => wanted.includes(name)))
    for (const place of wantedPlaces) {
      if (row.onlyFile && place !== 'Node') continue;
      const rounds = await measure(row, place, folder, origin);
      measured.push({ name: row.name, articles, place, rounds });
      process.stderr.write(`${articles} ${row.name}, ${place}: ${JSON.stringify(rounds.at(-1))}\n`);
    }
  server.close();
  rmSync(folder, { recursive: true });
  for (const place of wantedPlaces) {
    console.log('');
    printTable(tableOf(measured, articles, place));
  }
}

const conditions = [
  `${set ? 'Sentences of real articles, put together anew, with names, codes and versions strewn in; real questions' : 'Invented words'}; ${options.words} words per article in the median. ${asked.keys.length} keys, ${asked.descriptions.length} descriptions. Rounds: ${options.rounds}; a round over ${SLOW / 1000} s is not repeated. A step over ${MOST / 1000} s is stopped, who does not come through all searches within ${SEARCHING / 1000} s is asked a sample, as the note says. A file is what an engine saves (JSON but for ours); memory is what an open index keeps.`,
  `${cpus()[0]?.model.trim() ?? ''}, ${cpus().length} cores, Node ${process.versions.node}.`,
];
console.log(`\n${conditions.join('\n')}\n`);
printTable(promises(measured, Math.max(...sizes)));
if (options.write)
  await writePage(join(import.meta.dirname, '../../docs/benchmarks'), measured, sizes, conditions);

/** The articles and questions of a size, where both places find them. */
function writeMaterial(folder: string, count: number): void {
  const file = openSync(join(folder, 'articles.jsonl'), 'w');
  for (const article of makeArticles(count, Number(options.words), material))
    writeSync(file, `${JSON.stringify(article)}\n`);
  closeSync(file);
  writeFileSync(join(folder, 'asked.json'), JSON.stringify(asked));
}

async function measure(row: Row, place: Place, folder: string, origin: string): Promise<Figures[]> {
  const rounds: Figures[] = [];
  for (let round = 0; round < Number(options.rounds); round++) {
    const started = performance.now();
    rounds.push(await measureOnce(row, place, folder, origin));
    if (performance.now() - started > SLOW) break;
  }
  return rounds;
}

/** Builds, unless another row has, and then searches, each in a process of its own. */
async function measureOnce(
  row: Row,
  place: Place,
  folder: string,
  origin: string,
): Promise<Figures> {
  const step = (name: 'build' | 'search') => {
    const task = { row, step: name, limit: SEARCHING };
    return place === 'Node' ? stepInNode(folder, task, MOST) : stepInChromium(origin, task, MOST);
  };
  const built = row.sameIndexAs ? {} : await step('build');
  if (built.stopped) return built;
  const file = join(folder, fileOf(row));
  // A browser opens what Node has built.
  if (!existsSync(file)) await stepInNode(folder, { row, step: 'build', limit: SEARCHING }, MOST);
  if (!existsSync(file)) return { ...built, stopped: 'there is no index to open' };
  const size = row.sameIndexAs ? {} : sizesOf(file);
  if (row.onlyFile) return size;
  return { ...built, ...size, ...(await step('search')) };
}

/** Both sizes of a file, once for all rounds: to compress takes longer than to build. */
function sizesOf(file: string): Figures {
  const known = compressed.get(file) ?? {};
  const raw = statSync(file).size;
  const gzip = known.raw === raw ? known.gzip : gzipSync(readFileSync(file)).length;
  const figures = { raw, ...(gzip && { gzip }) };
  compressed.set(file, figures);
  return figures;
}
