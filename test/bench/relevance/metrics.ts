import type { Ids } from '../search/engine.js';
import { randomFrom } from '../search/random.js';

/** Places that are looked at. */
export const PLACES = 10;

export interface Scores {
  /** One divided by the place of the first right article, 0 beyond the tenth. */
  readonly mrr: number;
  /** Whether a right article is among the first five. */
  readonly hit: number;
  /** Gains of 2^grade − 1, discounted by log2(place + 1), to those of the best order. */
  readonly ndcg: number;
  /** Whether the first article is a right one. */
  readonly first: number;
}

/** How good an answer of ten is. */
export function scoresOf(ids: Ids, grades: ReadonlyMap<string, number>): Scores {
  const best = ids.slice(0, PLACES).findIndex((id) => grades.has(id));
  const gains = ids.slice(0, PLACES).map((id) => grades.get(id) ?? 0);
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, PLACES);
  return {
    mrr: best < 0 ? 0 : 1 / (best + 1),
    hit: Number(best >= 0 && best < 5),
    ndcg: discounted(gains) / discounted(ideal),
    first: Number(best === 0),
  };
}

function discounted(grades: readonly number[]): number {
  return sum(grades.map((grade, index) => (2 ** grade - 1) / Math.log2(index + 2)));
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

export const mean = (numbers: readonly number[]): number =>
  numbers.length ? sum(numbers) / numbers.length : NaN;

export interface Comparison {
  /** Mean of the differences. */
  readonly difference: number;
  /** Its 95 % interval, by bootstrap over the questions. */
  readonly interval: readonly [number, number];
  /** Share of random swaps of the two systems that differ at least as much. */
  readonly p: number;
}

/** Compares two systems on the same questions: paired randomisation test and bootstrap. */
export function compare(
  ours: readonly number[],
  theirs: readonly number[],
  rounds = 10_000,
): Comparison {
  const differences = ours.map((value, index) => value - (theirs[index] ?? 0));
  const random = randomFrom(20_240_101);
  const observed = Math.abs(sum(differences));
  let asLarge = 0;
  const means: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let [swapped, drawn] = [0, 0];
    for (const difference of differences) {
      swapped += random() < 0.5 ? difference : -difference;
      drawn += differences[Math.floor(random() * differences.length)] ?? 0;
    }
    if (Math.abs(swapped) >= observed - 1e-9) asLarge++;
    means.push(drawn / differences.length);
  }
  means.sort((a, b) => a - b);
  const at = (share: number) => means[Math.floor(share * rounds)] ?? NaN;
  return {
    difference: mean(differences),
    interval: [at(0.025), at(0.975)],
    p: (asLarge + 1) / (rounds + 1),
  };
}
