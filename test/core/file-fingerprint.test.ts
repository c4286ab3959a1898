import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fileFingerprint, samplesOf } from '../../src/core/file-fingerprint.js';

const named = (bytes: Uint8Array, { key = 'k', id = 'i' } = {}) =>
  fileFingerprint({
    key,
    id,
    size: bytes.length,
    samples: samplesOf(bytes.length).map(([start, end]) => bytes.subarray(start, end)),
  });

describe('the fingerprint of a file', () => {
  it('is the same for the same bytes on the same list', () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);
    assert.equal(named(bytes), named(bytes.slice()));
  });

  it('differs with the draft, the row, and a byte at the head, in the middle or at the tail', () => {
    const bytes = new Uint8Array(1_000_000);
    const changed = [0, 500_000, 999_999].map((at) => bytes.with(at, 1));
    const all = [
      named(bytes),
      named(bytes, { key: 'other' }),
      named(bytes, { id: 'other' }),
      ...changed.map((one) => named(one)),
    ];
    assert.equal(new Set(all).size, all.length);
  });

  it('keeps its parts apart', () => {
    const bytes = new Uint8Array(1);
    const one = named(bytes, { key: 'a/b', id: 'c' });
    assert.notEqual(one, named(bytes, { key: 'a', id: 'b/c' }));
  });

  it('tells two short files apart in every byte', () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 64 });
    fc.assert(
      fc.property(bytes, fc.nat(), (found, place) => {
        const at = place % found.length;
        return named(found) !== named(found.with(at, (found[at] ?? 0) ^ 0x10));
      }),
    );
  });

  it('reads little of a large file, and nothing past its end', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31 - 1), (size) => {
        const places = samplesOf(size);
        const read = places.reduce((sum, [start, end]) => sum + end - start, 0);
        return read <= 200_000 && places.every(([start, end]) => start <= end && end <= size);
      }),
    );
  });
});
