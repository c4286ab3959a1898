/** One step of one engine in a module worker of a page; told by a message, answers in messages. */
import type { Article, Engine, Saved } from './engine.js';
import { engineOf, type Row } from './line-up.js';
import { type Asked, type Figures, timeOpening, timeSearches, WARM_UP } from './measure.js';

export interface Task {
  readonly row: Row;
  readonly step: 'build' | 'search';
  readonly limit: number;
}

/** Figures, and how far the step has come. */
export interface Said extends Figures {
  readonly stage?: 'ready' | 'opened' | 'done';
}

/** Kept for as long as the worker lives, so that its memory can be measured. */
const kept: unknown[] = [];

const say = (said: Said) => postMessage(said);

addEventListener('message', ({ data }: MessageEvent<Task | 'go on'>) => {
  if (data === 'go on') return;
  run(data).then(
    () => say({ stage: 'done' }),
    (error: unknown) => say({ stopped: String(error), stage: 'done' }),
  );
});

/** Lets the page look how much memory there is. */
async function pauseAt(stage: 'ready' | 'opened'): Promise<void> {
  const goOn = new Promise((resume) => addEventListener('message', resume, { once: true }));
  say({ stage });
  await goOn;
}

async function run({ row, step, limit }: Task): Promise<void> {
  const engine = await engineOf(row, '/peers');
  await (step === 'build' ? build(engine) : search(engine, row, limit));
}

async function build(engine: Engine): Promise<void> {
  const lines = (await (await fetch('/articles.jsonl')).text()).split('\n').filter(Boolean);
  const articles = lines.map((line) => JSON.parse(line) as Article);
  lines.length = 0;
  await pauseAt('ready');
  const started = performance.now();
  kept.push(await engine.build(articles));
  say({ build: performance.now() - started });
}

async function search(engine: Engine, row: Row, limit: number): Promise<void> {
  const asked = (await (await fetch('/asked.json')).json()) as Asked;
  await pauseAt('ready');
  const index = await open(engine, row);
  await pauseAt('opened');
  await timeSearches(engine, index, asked.warmUp, WARM_UP);
  say({ keys: await timeSearches(engine, index, asked.keys, limit) });
  say({ descriptions: await timeSearches(engine, index, asked.descriptions, limit) });
}

async function open(engine: Engine, { module }: Row): Promise<unknown> {
  const answer = await fetch(`/${module}.index`);
  const saved: Saved =
    module === 'ours' ? new Uint8Array(await answer.arrayBuffer()) : await answer.text();
  const { index, open: time } = await timeOpening(engine, saved);
  say({ open: time });
  kept.push(index);
  return index;
}
