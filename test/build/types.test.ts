import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileCases } from './compile.js';

const planted = `
import { SolutionsSearchEvent } from '../../../src/events/solution-events.js';
declare const event: SolutionsSearchEvent;
event.respondWith(['an answer of the wrong kind']);
// @ts-expect-error: nothing is wrong with this answer
event.respondWith([]);
`;

/**
 * In `types/`, a line under `@ts-expect-error` must not compile, and everything else must: a wrong
 * answer that compiles is a complaint, and so is a right one that does not.
 */
describe('types', () => {
  const complaints = compileCases(planted);

  it('have cases', () => assert.ok(complaints.size > 1));

  for (const [name, found] of complaints) {
    if (name === 'planted.ts') continue;
    it(`hold in ${name}`, () => assert.deepEqual(found, []));
  }

  it('would be found out: a wrong answer, and a right one that is called wrong', () => {
    const found = complaints.get('planted.ts') ?? [];
    assert.equal(found.length, 2);
    assert.match(found.join(), /Unused '@ts-expect-error' directive/);
  });
});
