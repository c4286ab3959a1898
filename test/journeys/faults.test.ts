import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Result } from '../faults/cell.js';
import { type Cell, gridOf, type Plant, protocols, sampleOf } from '../faults/grid.js';
import { intentOf } from '../faults/material.js';
import { playAll } from '../faults/play-all.js';
import { complaintOf, isSound } from '../faults/report.js';

/** `npm run faults` runs the whole grid; here, each fault has its turn once. */
const sample = sampleOf(gridOf({ seed: 4, protocols }), 30);

const hasTwins = (seed: number) => intentOf(seed).files.length > 1;
const twins = Array.from({ length: 20 }, (_, seed) => seed).find(hasTwins) ?? 0;
const defects: Readonly<Record<Plant, readonly Cell[]>> = {
  debounced: [
    { fault: 'crash', moment: 'last key', protocol: 'http', seed: 11, plant: 'debounced' },
    { fault: 'close', moment: 'last key', protocol: 'http', seed: 12, plant: 'debounced' },
  ],
  keyless: [
    { fault: 'non-JSON answer', moment: 'case', protocol: 'http', seed: 13, plant: 'keyless' },
    { fault: 'truncated answer', moment: 'case', protocol: 'http', seed: 14, plant: 'keyless' },
  ],
  'by-name': [
    { fault: 'request twice', moment: 'case', protocol: 'http', seed: twins, plant: 'by-name' },
  ],
  unsettled: [
    { fault: 'reload', moment: 'writing', protocol: 'http', seed: 15, plant: 'unsettled' },
  ],
  hasty: [
    { fault: '429, seconds', moment: 'case', protocol: 'http', seed: 16, plant: 'hasty' },
    { fault: '503', moment: 'case', protocol: 'http', seed: 17, plant: 'hasty' },
  ],
};

const results = new Map<Cell, Result>();

before(async () => {
  const cells = [...sample, ...Object.values(defects).flat()];
  for (const result of await playAll(cells, { seats: 3 })) results.set(result.cell, result);
});

const of = (cells: readonly Cell[]) => cells.flatMap((cell) => results.get(cell) ?? []);

test('whatever goes wrong, there is one case with every character and every file', () => {
  const played = of(sample);
  assert.equal(played.length, sample.length);
  assert.deepEqual(played.filter((result) => !isSound(result)).map(complaintOf), []);
});

test('a draft that is stored a moment later is found out', () => {
  for (const { lost } of of(defects.debounced)) assert.notDeepEqual(lost, []);
  assert.equal(of(defects.debounced).length, defects.debounced.length);
});

test('a key that is new with every attempt is found out', () => {
  for (const { duplicated } of of(defects.keyless)) assert.notDeepEqual(duplicated, []);
  assert.equal(of(defects.keyless).length, defects.keyless.length);
});

test('a file that is taken for another one of its name is found out', () => {
  for (const { lost } of of(defects['by-name'])) assert.notDeepEqual(lost, []);
  assert.equal(of(defects['by-name']).length, defects['by-name'].length);
});

test('a list of files that never gets ready is found out', () => {
  for (const { hanging } of of(defects.unsettled)) assert.notDeepEqual(hanging, []);
  assert.equal(of(defects.unsettled).length, defects.unsettled.length);
});

test('a request before its time is found out', () => {
  for (const { early } of of(defects.hasty)) assert.notEqual(early, 0);
  assert.equal(of(defects.hasty).length, defects.hasty.length);
});
