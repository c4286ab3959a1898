import { IndexError } from './index-error.js';

/** First bytes of every index: `CASEIDX` and the version of the format. */
const MAGIC = 0x45534143;
const MAGIC_AND_VERSION = 0x01584449;

/** The parts of the file, in their order. */
export const SECTIONS = [
  'meta',
  'termHeads',
  'formHeads',
  'norms',
  'articles',
  'kinds',
  'kindOf',
  'days',
  'termSums',
  'formSums',
  'postingSums',
  'textSums',
  'terms',
  'forms',
  'postings',
  'texts',
] as const;
export type Section = (typeof SECTIONS)[number];
export type Sections = Readonly<Record<Section, Uint8Array>>;

const HEADER_WORDS = 4 + SECTIONS.length * 2;

/** Bytes of a large part that one checksum stands for. */
export const BLOCK = 1 << 16;

/** One file of the parts: a header with the length and checksum of each, and each on a multiple of 4. */
export function* joinSections(sections: Sections): Generator<undefined, Uint8Array<ArrayBuffer>> {
  const lengths = SECTIONS.map((name) => sections[name].length);
  const total = lengths.reduce((sum, length) => sum + padded(length), HEADER_WORDS * 4);
  const words = new Uint32Array(total / 4);
  const bytes = new Uint8Array(words.buffer);
  words.set([MAGIC, MAGIC_AND_VERSION, total]);
  let at = HEADER_WORDS * 4;
  for (const [index, name] of SECTIONS.entries()) {
    const length = lengths[index] ?? 0;
    bytes.set(sections[name], at);
    yield;
    words.set([length, isLate(name) ? 0 : checksum(words, at, at + length)], 4 + index * 2);
    at += padded(length);
    yield;
  }
  words[3] = checksum(words, 16, HEADER_WORDS * 4);
  return bytes;
}

/**
 * The parts of a file, without a copy. What is damaged, foreign or of another version throws an
 * `IndexError`; large parts are checked later, block by block, as they are read.
 */
export function splitSections(file: Uint8Array): Sections {
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice();
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  const [magic, version, total, sum] = words;
  if (magic !== MAGIC || ((version ?? 0) & 0xffffff) !== (MAGIC_AND_VERSION & 0xffffff)) {
    throw new IndexError('These bytes are no article index.');
  }
  if (version !== MAGIC_AND_VERSION) {
    throw new IndexError('This index was made by another version: build it again.');
  }
  if (total !== bytes.length || sum !== checksum(words, 16, HEADER_WORDS * 4)) throw damaged();
  let at = HEADER_WORDS * 4;
  const parts = SECTIONS.map((name, index) => {
    const [length = 0, expected] = words.subarray(4 + index * 2, 6 + index * 2);
    const start = at;
    at += padded(length);
    if (at > bytes.length) throw damaged();
    if (!isLate(name) && checksum(words, start, start + length) !== expected) throw damaged();
    return [name, bytes.subarray(start, start + length)];
  });
  return Object.fromEntries(parts) as Sections;
}

export function damaged(): IndexError {
  return new IndexError('This index is damaged: fetch or build it again.');
}

/** Parts that are checked block by block, when they are read. */
const LATE: readonly Section[] = ['terms', 'forms', 'postings', 'texts'];
const isLate = (name: Section) => LATE.includes(name);
const padded = (length: number) => (length + 3) & ~3;

/**
 * A checksum of the words from one byte up to another, in four lanes that the processor can run side
 * by side: it finds accidents, not forgeries. The constants are those of xxHash32.
 */
export function checksum(words: Uint32Array, start: number, end: number): number {
  let [a, b, c, d] = [1, 2, 3, 4];
  const last = (end + 3) >> 2;
  let at = start >> 2;
  for (; at + 3 < last; at += 4) {
    a = Math.imul(a ^ (words[at] ?? 0), 0x9e3779b1);
    b = Math.imul(b ^ (words[at + 1] ?? 0), 0x9e3779b1);
    c = Math.imul(c ^ (words[at + 2] ?? 0), 0x9e3779b1);
    d = Math.imul(d ^ (words[at + 3] ?? 0), 0x9e3779b1);
    a = (a << 13) | (a >>> 19);
    b = (b << 13) | (b >>> 19);
    c = (c << 13) | (c >>> 19);
    d = (d << 13) | (d >>> 19);
  }
  for (; at < last; at++) a = Math.imul(a ^ (words[at] ?? 0), 0x85ebca77) ^ (a >>> 15);
  return (a ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d) ^ Math.imul(d, 0x27d4eb2f)) >>> 0;
}
