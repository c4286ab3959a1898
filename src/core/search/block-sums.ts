import { BLOCK, checksum } from './file-format.js';

/** The checksums that `LateBytes` compares with, in steps. */
export function* blockSums(bytes: Uint8Array): Generator<undefined, Uint8Array> {
  const sums = new Uint32Array(Math.ceil(bytes.length / BLOCK));
  const words = new Uint32Array(BLOCK / 4);
  const block = new Uint8Array(words.buffer);
  for (const number of sums.keys()) {
    const part = bytes.subarray(number * BLOCK, (number + 1) * BLOCK);
    block.fill(0);
    block.set(part);
    sums[number] = checksum(words, 0, part.length);
    yield;
  }
  return new Uint8Array(sums.buffer);
}
