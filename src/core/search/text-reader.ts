import { Reader } from './bytes.js';
import { damaged } from './file-format.js';
import type { LateBytes } from './late-bytes.js';
import { GAP, readRank, WORDS_PER_HEAD } from './word-code.js';

/** Bytes of one text at most: a forged file could ask for more than any memory holds. */
const LONGEST_TEXT = 1 << 26;
const BLANK = Uint8Array.of(32);
const decoder = new TextDecoder();

/** Gives texts back that are stored in the code of their words. */
export class TextReader {
  readonly #words: LateBytes;
  readonly #heads: Uint32Array;
  #text = new Uint8Array(1 << 12);
  #length = 0;

  constructor(words: LateBytes, heads: Uint32Array) {
    this.#words = words;
    this.#heads = heads;
  }

  /** @throws IndexError where a word is damaged, or is none. */
  read(code: Uint8Array): string {
    const reader = new Reader(code);
    let wasWord = false;
    this.#length = 0;
    while (reader.at < code.length) {
      const rank = readRank(reader);
      const word = rank === undefined ? reader.slice(reader.number()) : this.#word(rank);
      const isWord = word[0] !== GAP.charCodeAt(0);
      if (wasWord && isWord) this.#put(BLANK);
      this.#put(isWord ? word : word.subarray(1));
      wasWord = isWord;
    }
    return decoder.decode(this.#text.subarray(0, this.#length));
  }

  #word(rank: number): Uint8Array {
    const { bytes } = this.#words;
    const head = this.#heads[Math.floor(rank / WORDS_PER_HEAD)];
    if (head === undefined) throw damaged();
    const reader = new Reader(bytes, head);
    for (let skip = rank % WORDS_PER_HEAD; skip > 0; skip--) reader.slice(reader.number());
    const word = reader.slice(reader.number());
    this.#words.check(head, reader.at);
    return word;
  }

  #put(bytes: Uint8Array): void {
    const needed = this.#length + bytes.length;
    if (needed > LONGEST_TEXT) throw damaged();
    if (needed > this.#text.length) {
      const larger = new Uint8Array(needed * 2);
      larger.set(this.#text.subarray(0, this.#length));
      this.#text = larger;
    }
    this.#text.set(bytes, this.#length);
    this.#length = needed;
  }
}
