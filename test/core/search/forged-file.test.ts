import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BLOCK, SECTIONS, checksum } from '../../../src/core/search/file-format.js';
import { IndexError, buildIndex, openIndex } from '../../../src/core/search/index.js';
import { articles } from './articles.js';

const bytes = buildIndex(articles, {
  resolved: articles.map(({ id, title }) => ({ subject: title, description: '', articleId: id })),
});
const queries = ['machine pasword err', 'milk foam', 'E-41 3.12.4', 'wi', 'zzzzz'];

const HEADER = 16 + SECTIONS.length * 8;

/** Makes all checksums right again: what a forger does, whom no checksum stops. */
function sign(file: Uint8Array): Uint8Array {
  const words = new Uint32Array(file.buffer);
  const starts = new Map<string, [start: number, length: number]>();
  let at = HEADER;
  for (const [index, name] of SECTIONS.entries()) {
    const length = words[4 + index * 2] ?? 0;
    starts.set(name, [at, length]);
    at += (length + 3) & ~3;
  }
  for (const [sums, part] of [
    ['termSums', 'terms'],
    ['formSums', 'forms'],
    ['postingSums', 'postings'],
    ['textSums', 'texts'],
    ['wordSums', 'words'],
  ] as const) {
    const [[to = 0] = [], [from = 0, length = 0] = []] = [starts.get(sums), starts.get(part)];
    for (let block = 0; block * BLOCK < length; block++) {
      const start = from + block * BLOCK;
      words[to / 4 + block] = checksum(words, start, Math.min(start + BLOCK, from + length));
    }
  }
  for (const [index, name] of SECTIONS.entries()) {
    const [start, length] = starts.get(name) ?? [0, 0];
    if (!['terms', 'forms', 'postings', 'texts', 'words'].includes(name)) {
      words[5 + index * 2] = checksum(words, start, start + length);
    }
  }
  words[3] = checksum(words, 16, HEADER);
  return file;
}

describe('a forged file', () => {
  it('is sound as long as nothing in it was changed', () => {
    assert.deepEqual(sign(bytes.slice()), bytes);
  });

  it('gives wrong answers at worst: no other error, no endless loop', () => {
    const change = fc.tuple(fc.nat({ max: bytes.length - HEADER - 1 }), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 30 }), (changes) => {
        const forged = bytes.slice();
        for (const [at, value] of changes) forged[HEADER + at] = value;
        try {
          const index = openIndex(sign(forged));
          for (const subject of queries) index.search({ subject, description: subject });
        } catch (error) {
          assert.ok(error instanceof IndexError, String((error as Error).stack));
        }
      }),
      { numRuns: 1500 },
    );
  });
});
