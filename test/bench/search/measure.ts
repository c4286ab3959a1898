import type { Engine, Question, Saved } from './engine.js';

/** Solutions that a panel shows. */
const SHOWN = 5;

/** Milliseconds for searches that are not counted: the first ones run code that is not compiled yet. */
export const WARM_UP = 3_000;

/** What is asked of every engine. */
export interface Asked {
  readonly warmUp: readonly Question[];
  readonly keys: readonly Question[];
  readonly descriptions: readonly Question[];
}

/** Milliseconds of single searches. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
  /** Searches that were made before the time was up. */
  readonly count: number;
  readonly planned: number;
}

/** Letters after which the first search is made. */
const FIRST_KEY = 3;
const WORDS = 60;
/** Questions by which it is judged how many an engine comes through. */
const PROBES = 25;

/** Subjects as they are typed key by key, and descriptions of 60 words. */
export function askedOf(questions: readonly Question[], subjects = 60, texts = 300): Asked {
  const cut = ({ subject, description }: Question) => ({
    subject,
    description: description.split(/\s+/).slice(0, WORDS).join(' '),
  });
  const long = questions.filter(({ description }) => description.split(/\s+/).length >= WORDS);
  return {
    warmUp: spread(long, 41).flatMap((question) => [onlySubject(question), cut(question)]),
    keys: spread(questions, subjects)
      .slice(0, subjects)
      .flatMap(({ subject }) => prefixes(subject))
      .map((subject) => ({ subject, description: '' })),
    descriptions: spread(long, texts).slice(0, texts).map(cut),
  };
}

const onlySubject = ({ subject }: Question) => ({ subject, description: '' });

function prefixes(subject: string): string[] {
  const letters = [...subject];
  return letters.map((_, index) => letters.slice(0, index + 1).join('')).slice(FIRST_KEY - 1);
}

/**
 * Times each search by itself, in several passes, until all are done or the time is up; who would not
 * come through in time is asked a sample. A question counts with the median of its passes: what else
 * the machine did meanwhile is not the engine's.
 */
export async function timeSearches(
  engine: Engine,
  index: unknown,
  questions: readonly Question[],
  limit: number,
  passes = 3,
): Promise<Times> {
  const once = async (question: Question) => {
    const started = performance.now();
    await engine.search(index, question, SHOWN);
    return performance.now() - started;
  };
  const asked = spread(questions, await affordable(once, questions, limit));
  const times: number[][] = [];
  const end = performance.now() + limit;
  for (let pass = 0; pass < passes && performance.now() < end; pass++)
    for (const [number, question] of asked.entries()) {
      (times[number] ??= []).push(await once(question));
      if (performance.now() > end) break;
    }
  const sorted = times.map(median).sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return {
    p50: at(0.5) ?? NaN,
    p99: at(0.99) ?? NaN,
    count: times.length,
    planned: questions.length,
  };
}

/** How many questions can be asked in the time, judged by a few of them. */
async function affordable(
  once: (question: Question) => Promise<number>,
  questions: readonly Question[],
  limit: number,
): Promise<number> {
  let [taken, count] = [0, 0];
  for (const question of spread(questions, PROBES)) {
    taken += await once(question);
    count++;
    if (taken > limit / 4) break;
  }
  return Math.max(1, Math.floor((limit * count) / Math.max(taken, 1e-3)));
}

/** About as many as asked for, from all over the list. */
function spread<T>(list: readonly T[], count: number): T[] {
  const stride = Math.max(1, Math.ceil(list.length / count));
  return list.filter((_, index) => index % stride === 0);
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const high = sorted[half] ?? NaN;
  return sorted.length % 2 ? high : ((sorted[half - 1] ?? NaN) + high) / 2;
}

/** Milliseconds from what a site serves to an index that can be asked. */
export async function timeOpening(engine: Engine, saved: Saved) {
  const started = performance.now();
  const index = await engine.file?.load(saved);
  return { index, open: performance.now() - started };
}

/** Figures of one engine at one size in one place. */
export interface Figures {
  build?: number;
  raw?: number;
  gzip?: number;
  open?: number;
  memory?: number;
  keys?: Times;
  descriptions?: Times;
  /** Where it was stopped, and why. */
  stopped?: string;
}
