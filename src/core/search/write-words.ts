import { ByteWriter, NumberList } from './byte-writer.js';
import { LONGEST_WORD, WORDS_PER_HEAD } from './word-list.js';

const encoder = new TextEncoder();

/** Writes sorted words as `WordList` reads them. */
export class WordWriter {
  readonly bytes = new ByteWriter();
  readonly heads = new NumberList();
  #previous = new Uint8Array(0);
  #count = 0;

  /** Adds a word; returns false for one that is too long. `postings` is where its postings begin. */
  add(word: string, postings: number): boolean {
    const bytes = encoder.encode(word);
    if (bytes.length > LONGEST_WORD) return false;
    const isHead = this.#count++ % WORDS_PER_HEAD === 0;
    if (isHead) {
      this.heads.push(this.bytes.length);
      this.heads.push(postings);
    }
    const shared = isHead ? 0 : commonLength(this.#previous, bytes);
    this.bytes.byte(shared);
    this.bytes.byte(bytes.length - shared);
    this.bytes.bytes(bytes.subarray(shared));
    this.#previous = bytes;
    return true;
  }

  /** The places where reading can begin, as bytes. */
  doneHeads(): Uint8Array {
    const heads = this.heads.done();
    return new Uint8Array(heads.buffer, 0, heads.byteLength);
  }
}

function commonLength(one: Uint8Array, other: Uint8Array): number {
  const limit = Math.min(one.length, other.length);
  let at = 0;
  while (at < limit && one[at] === other[at]) at++;
  return at;
}

/** Words that are sorted in one step. */
const RUN = 2000;

type Compare = (one: string, other: string) => number;

/** Sorts words as their UTF-8 bytes sort, in steps. */
export function* sortSteps(words: readonly string[]): Generator<undefined, string[]> {
  // It differs from JavaScript's order beyond U+FFFF alone.
  const compare = words.some((word) => /[\ud800-\udfff]/.test(word)) ? byLetters : byUnits;
  let runs: string[][] = [];
  for (let at = 0; at < words.length; at += RUN) {
    const run = words.slice(at, at + RUN);
    runs.push(compare === byUnits ? run.sort() : run.sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: string[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* mergeSteps(runs[at] ?? [], runs[at + 1] ?? [], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergeSteps(
  one: readonly string[],
  other: readonly string[],
  compare: Compare,
): Generator<undefined, string[]> {
  const merged: string[] = [];
  let [a, b] = [0, 0];
  while (a < one.length || b < other.length) {
    const [first, second] = [one[a], other[b]];
    const isFirst = second === undefined || (first !== undefined && compare(first, second) <= 0);
    merged.push((isFirst ? one[a++] : other[b++]) ?? '');
    if (merged.length % RUN === 0) yield;
  }
  return merged;
}

function byUnits(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function byLetters(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)];
  const at = a.findIndex((letter, index) => letter !== b[index]);
  if (at < 0) return a.length - b.length;
  return (a[at]?.codePointAt(0) ?? 0) - (b[at]?.codePointAt(0) ?? -1);
}
