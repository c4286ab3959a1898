import { ByteWriter, NumberList } from './byte-writer.js';
import { WORDS_PER_HEAD } from './word-list.js';

const encoder = new TextEncoder();
/** Bytes of a word that the list can hold; longer ones cannot be found. */
const LONGEST = 250;

/** Writes sorted words as `WordList` reads them. */
export class WordWriter {
  readonly bytes = new ByteWriter();
  readonly heads = new NumberList();
  #previous = new Uint8Array(0);
  #count = 0;

  /** Adds a word; returns false for one that is too long. `postings` is where its postings begin. */
  add(word: string, postings: number): boolean {
    const bytes = encoder.encode(word);
    if (bytes.length > LONGEST) return false;
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

/** Sorts words as their UTF-8 bytes sort, which differs from JavaScript's order beyond U+FFFF alone. */
export function sortWords(words: string[]): string[] {
  if (!words.some((word) => /[\ud800-\udfff]/.test(word))) return words.sort();
  return words.sort((one, other) => {
    const [a, b] = [[...one], [...other]];
    const at = a.findIndex((letter, index) => letter !== b[index]);
    if (at < 0) return a.length - b.length;
    return (a[at]?.codePointAt(0) ?? 0) - (b[at]?.codePointAt(0) ?? -1);
  });
}
