import { BLOCK, checksum, damaged } from './file-format.js';

/** A large part of the file, whose blocks are checked when they are first read. */
export class LateBytes {
  readonly bytes: Uint8Array;
  readonly #words: Uint32Array;
  readonly #sums: Uint32Array;
  readonly #checked: Uint8Array;

  constructor(bytes: Uint8Array, sums: Uint32Array) {
    this.bytes = bytes;
    this.#words = new Uint32Array(bytes.buffer, bytes.byteOffset, (bytes.length + 3) >> 2);
    this.#sums = sums;
    this.#checked = new Uint8Array(sums.length);
  }

  /** @throws IndexError where one of the bytes from `start` up to `end` is damaged or missing. */
  check(start: number, end: number): void {
    if (!(start <= end && end <= this.bytes.length)) throw damaged();
    for (let block = Math.floor(start / BLOCK); block * BLOCK < end; block++) {
      if (this.#checked[block]) continue;
      const last = Math.min((block + 1) * BLOCK, this.bytes.length);
      if (checksum(this.#words, block * BLOCK, last) !== this.#sums[block]) throw damaged();
      this.#checked[block] = 1;
    }
  }
}
