import { damaged } from './file-format.js';
import type { LateBytes } from './late-bytes.js';

/** Words between two places where reading can begin. */
export const WORDS_PER_HEAD = 16;
/** Bytes of a word that the list can hold. */
export const LONGEST_WORD = 250;
/** Bytes that a word and what is said of it take at most, and those that are checked at once. */
const LONGEST_ENTRY = LONGEST_WORD + 24;
const CHECKED = 1 << 12;

/** Where a term's articles stand among the postings. */
export interface Entry {
  /** Articles that hold it. */
  readonly count: number;
  /** Place of the first byte that says which, and of the first byte after the last. */
  readonly start: number;
  readonly end: number;
  /** Articles whose past cases hold it, and where the last byte that says which is. */
  readonly cases: number;
  readonly casesEnd: number;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * A sorted list of words that is searched as it lies in the file: each word says how many bytes it
 * shares with the one before; the heads say where every sixteenth begins.
 */
export class WordList {
  readonly #late: LateBytes;
  readonly #bytes: Uint8Array;
  readonly #heads: Uint32Array;
  readonly #hasEntries: boolean;

  // The word at hand: its bytes, how many there are, and what the list says of it.
  readonly #word = new Uint8Array(LONGEST_WORD * 2);
  #length = 0;
  #next = 0;
  /** Up to here the bytes have been checked. */
  #sound = 0;
  #entry: [count: number, start: number, end: number, cases: number, casesEnd: number];

  /** Heads are pairs: place of the word, place of its postings. */
  constructor(late: LateBytes, heads: Uint32Array, hasEntries: boolean) {
    this.#late = late;
    this.#bytes = late.bytes;
    this.#heads = heads;
    this.#hasEntries = hasEntries;
    this.#entry = [0, 0, 0, 0, 0];
  }

  find(word: string): Entry | undefined {
    const wanted = encoder.encode(word);
    let order = -1;
    this.#goTo(wanted);
    while (order < 0 && this.#step()) order = this.#compare(wanted);
    return order === 0 ? this.entry() : undefined;
  }

  /** Calls back for each word with a beginning, in their order, until it returns false. */
  eachFrom(beginning: string, visit: (count: number, bytes: number) => void): void {
    const wanted = encoder.encode(beginning);
    this.#goTo(wanted);
    while (this.#step()) {
      if (this.#startsWith(wanted)) visit(this.#entry[0], this.#length);
      else if (this.#compare(wanted) > 0) return;
    }
  }

  /** What the list says of the word at hand. */
  entry(): Entry {
    const [count, start, end, cases, casesEnd] = this.#entry;
    return { count, start, end, cases, casesEnd };
  }

  /** The word at hand. */
  word(): string {
    return decoder.decode(this.#word.subarray(0, this.#length));
  }

  /** Goes before the last head whose word is not after the wanted one. */
  #goTo(wanted: Uint8Array): void {
    let low = 0;
    let high = (this.#heads.length >> 1) - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      this.#goToHead(middle);
      if (this.#step() && this.#compare(wanted) <= 0) low = middle;
      else high = middle - 1;
    }
    this.#goToHead(low);
  }

  #goToHead(head: number): void {
    this.#next = this.#heads[head * 2] ?? 0;
    this.#sound = this.#next;
    this.#entry[4] = this.#heads[head * 2 + 1] ?? 0;
  }

  /** Reads the next word; false after the last. */
  #step(): boolean {
    const bytes = this.#bytes;
    if (this.#next >= bytes.length) return false;
    if (this.#next + LONGEST_ENTRY > this.#sound) this.#check();
    const shared = bytes[this.#next++] ?? 0;
    const length = shared + (bytes[this.#next++] ?? 0);
    for (let at = shared; at < length; at++) this.#word[at] = bytes[this.#next++] ?? 0;
    this.#length = length;
    if (!this.#hasEntries) return true;
    const entry = this.#entry;
    entry[0] = this.#number();
    entry[1] = entry[4];
    entry[2] = entry[1] + this.#number();
    entry[3] = this.#number();
    entry[4] = entry[2] + (entry[3] ? this.#number() : 0);
    return true;
  }

  #check(): void {
    const end = Math.min(this.#next + CHECKED, this.#bytes.length);
    this.#late.check(this.#next, end);
    this.#sound = end === this.#bytes.length ? Infinity : end;
  }

  #number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#bytes[this.#next++];
      if (byte === undefined) break;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
    throw damaged();
  }

  /** Below 0 where the word at hand comes before the wanted one. */
  #compare(wanted: Uint8Array): number {
    const common = Math.min(this.#length, wanted.length);
    for (let at = 0; at < common; at++) {
      const difference = (this.#word[at] ?? 0) - (wanted[at] ?? 0);
      if (difference) return difference;
    }
    return this.#length - wanted.length;
  }

  #startsWith(wanted: Uint8Array): boolean {
    if (this.#length < wanted.length) return false;
    for (let at = 0; at < wanted.length; at++) if (this.#word[at] !== wanted[at]) return false;
    return true;
  }
}
