import { damaged } from './file-format.js';

/** Reads numbers and texts one after the other; beyond the end it throws an `IndexError`. */
export class Reader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  byte(): number {
    const byte = this.#bytes[this.at++];
    if (byte === undefined) throw damaged();
    return byte;
  }

  /** A number below 2^31 in as many groups of seven bits as it needs, the lowest first. */
  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
    throw damaged();
  }

  /** So many bytes, without a copy. */
  slice(length: number): Uint8Array {
    const start = this.at;
    this.at += length;
    if (this.at > this.#bytes.length) throw damaged();
    return this.#bytes.subarray(start, this.at);
  }
}
