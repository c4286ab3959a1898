import { Reader } from './bytes.js';

/** Words between two places where reading can begin. */
export const WORDS_PER_HEAD = 16;

/** Where a term's articles stand among the postings. */
export interface Entry {
  readonly word: string;
  /** Articles that hold it. */
  readonly count: number;
  /** Past cases' articles that hold it. */
  readonly cases: number;
  /** Place of its first byte among the postings. */
  readonly start: number;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * A sorted list of words that is searched as it lies in the file: each word says how many bytes it
 * shares with the one before; the heads say where every sixteenth begins.
 */
export class WordList {
  readonly #bytes: Uint8Array;
  readonly #heads: Uint32Array;
  readonly #hasEntries: boolean;

  /** Heads are pairs: place of the word, place of its postings. */
  constructor(bytes: Uint8Array, heads: Uint32Array, hasEntries: boolean) {
    this.#bytes = bytes;
    this.#heads = heads;
    this.#hasEntries = hasEntries;
  }

  find(word: string): Entry | undefined {
    let found: Entry | undefined;
    const wanted = encoder.encode(word);
    this.#read(this.#headBefore(wanted), (bytes, length, count, cases, start) => {
      const order = compare(bytes, length, wanted);
      if (order === 0) found = { word, count, cases, start };
      return order < 0;
    });
    return found;
  }

  /** Calls back for each word with a beginning, in their order, until it returns false. */
  eachFrom(beginning: string, visit: (entry: Entry) => boolean): void {
    const wanted = encoder.encode(beginning);
    this.#read(this.#headBefore(wanted), (bytes, length, count, cases, start) => {
      if (startsWith(bytes, length, wanted)) {
        return visit({ word: decoder.decode(bytes.subarray(0, length)), count, cases, start });
      }
      return compare(bytes, length, wanted) < 0;
    });
  }

  /** The last head whose word is not after the wanted one. */
  #headBefore(wanted: Uint8Array): number {
    let low = 0;
    let high = this.#heads.length / 2 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const reader = new Reader(this.#bytes, this.#heads[middle * 2]);
      reader.byte();
      const word = reader.slice(reader.byte());
      if (compare(word, word.length, wanted) > 0) high = middle - 1;
      else low = middle;
    }
    return low;
  }

  #read(
    head: number,
    visit: (bytes: Uint8Array, length: number, count: number, cases: number, at: number) => boolean,
  ): void {
    const reader = new Reader(this.#bytes, this.#heads[head * 2]);
    const word = new Uint8Array(512);
    let start = this.#heads[head * 2 + 1] ?? 0;
    while (reader.at < this.#bytes.length) {
      const shared = reader.byte();
      const own = reader.byte();
      word.set(reader.slice(own), shared);
      const count = this.#hasEntries ? reader.number() : 0;
      const size = this.#hasEntries ? reader.number() : 0;
      const cases = this.#hasEntries ? reader.number() : 0;
      const casesSize = cases ? reader.number() : 0;
      if (!visit(word, shared + own, count, cases, start)) return;
      start += size + casesSize;
    }
  }
}

function compare(bytes: Uint8Array, length: number, wanted: Uint8Array): number {
  const common = Math.min(length, wanted.length);
  for (let at = 0; at < common; at++) {
    const difference = (bytes[at] ?? 0) - (wanted[at] ?? 0);
    if (difference) return difference;
  }
  return length - wanted.length;
}

function startsWith(bytes: Uint8Array, length: number, wanted: Uint8Array): boolean {
  if (length < wanted.length) return false;
  for (let at = 0; at < wanted.length; at++) if (bytes[at] !== wanted[at]) return false;
  return true;
}
