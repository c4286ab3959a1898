import { IndexError } from './index-error.js';

/** First bytes of every index: `CASEIDX` and the version of the format. */
const MAGIC = 0x45534143;
const MAGIC_AND_VERSION = 0x02584449;

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
  'wordHeads',
  'wordSums',
  'terms',
  'forms',
  'postings',
  'texts',
  'words',
] as const;
export type Section = (typeof SECTIONS)[number];
export type Sections = Readonly<Record<Section, Uint8Array>>;

const HEADER_WORDS = 4 + SECTIONS.length * 2;

/** Articles between two places where reading can begin. */
export const ARTICLES_PER_HEAD = 8;

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

/** The parts of a file as they lie in it. */
export interface SplitFile {
  readonly sections: Sections;
  /** @throws IndexError where one of the small parts is damaged. */
  readonly check: () => void;
}

/**
 * Finds the parts of a file, without a copy. What is foreign, of another version, or not whole throws
 * an `IndexError`; what the parts hold is checked when they are first read.
 */
export function splitSections(file: Uint8Array): SplitFile {
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
  const small: (() => boolean)[] = [];
  let at = HEADER_WORDS * 4;
  const parts = SECTIONS.map((name, index) => {
    const start = at;
    const length = words[4 + index * 2] ?? 0;
    const expected = words[5 + index * 2];
    at += padded(length);
    if (at > bytes.length) throw damaged();
    if (!isLate(name)) small.push(() => checksum(words, start, start + length) === expected);
    return [name, bytes.subarray(start, start + length)];
  });
  return {
    sections: Object.fromEntries(parts) as Sections,
    check() {
      if (!small.every((isWhole) => isWhole())) throw damaged();
    },
  };
}

export function damaged(): IndexError {
  return new IndexError('This index is damaged: fetch or build it again.');
}

/** Parts of which each block is checked by itself, when it is read. */
const LATE: readonly Section[] = ['terms', 'forms', 'postings', 'texts', 'words'];
const isLate = (name: Section) => LATE.includes(name);
const padded = (length: number) => (length + 3) & ~3;

/**
 * A checksum of the words from one byte up to another, after Fletcher (1982): the sum of the words and
 * the sum of those sums. It finds accidents, not forgeries, and is quick before it is compiled.
 */
export function checksum(words: Uint32Array, start: number, end: number): number {
  let [sum, sums] = [1, 0];
  const last = Math.min((end + 3) >> 2, words.length);
  for (let at = start >> 2; at < last; at++) {
    sum = (sum + (words[at] as number)) | 0;
    sums = (sums + sum) | 0;
  }
  return (sum ^ Math.imul(sums, 0x9e3779b1)) >>> 0;
}
