import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildIndex, type Explanation, openIndex } from '../../../src/core/search/index.js';
import { knowledgeBase } from './knowledge-base.js';

const resolved = Array.from({ length: 4 }, () => ({
  subject: 'The machine chews the cartridge',
  description: '',
  articleId: 'toner',
}));
const products = knowledgeBase.map((one) => ({ ...one, product: 'Printer' }));
const plain = openIndex(buildIndex(knowledgeBase));
const learned = openIndex(buildIndex(knowledgeBase, { resolved }));

const isNear = (one: number, other: number) => Math.abs(one - other) < 1e-4;

function explained(index: typeof plain, subject: string, product?: string): Explanation {
  const query = { subject, description: '', ...(product && { product }) };
  const explanation = index.search(query, { explain: true })[0]?.explanation;
  assert.ok(explanation, subject);
  return explanation;
}

describe('an explanation', () => {
  it('is given where it is asked for, and changes nothing else', () => {
    const query = { subject: 'change the toner', description: 'The cartridge is empty.' };
    const found = plain.search(query);
    const told = plain.search(query, { explain: true });
    assert.ok(told.every((one) => 'explanation' in one));
    assert.ok(found.every((one) => !('explanation' in one)));
    assert.deepEqual(
      told.map(({ explanation: _, ...one }) => one),
      found,
    );
  });

  it('adds up', () => {
    for (const index of [plain, learned]) {
      const { score, words, cases, factor, terms } = explained(index, 'change the toner cartridge');
      assert.ok(isNear(score, (words + cases) * factor));
      const sum = terms.reduce((total, term) => total + term.score, 0);
      assert.ok(isNear(sum, words), `${sum} is ${words}`);
    }
  });

  it('is what the list is sorted by', () => {
    const query = { subject: 'messages and contacts', description: 'in a folder of the printer' };
    const scores = plain.search(query, { explain: true }).map((one) => one.explanation?.score ?? 0);
    assert.ok(scores.length > 2);
    assert.deepEqual(
      scores,
      [...scores].sort((one, other) => other - one),
    );
  });

  it('names the terms, the most telling first, and the words that they stand for', () => {
    const { terms } = explained(plain, 'a new cartrigde for the ton');
    const named = terms.map(({ term, word }) => `${word}: ${term}`);
    assert.ok(named.includes('ton: toner'), named.join());
    assert.ok(
      named.some((name) => name.startsWith('cartrigde: cartr')),
      named.join(),
    );
    assert.ok(terms.every(({ value, score }) => value > 0 && score > 0));
    assert.ok(terms.every(({ score }, at) => at === 0 || score <= (terms[at - 1]?.score ?? 0)));
  });

  it('tells what past cases bring', () => {
    assert.equal(explained(plain, 'toner cartridge').cases, 0);
    assert.ok(explained(learned, 'toner cartridge').cases > 0);
    assert.equal(explained(learned, 'machine chews cartridge').terms[0]?.term.slice(0, 5), 'cartr');
  });

  it('tells what product and age multiply the sum by', () => {
    const index = openIndex(buildIndex(products));
    assert.equal(explained(index, 'toner cartridge').factor, 1);
    assert.ok(isNear(explained(index, 'toner cartridge', 'printer').factor, 1.25));
  });

  it('tells which share of what was asked there is', () => {
    const all = explained(plain, 'toner cartridge').confidence;
    const half = explained(plain, 'toner cartridge moped').confidence;
    assert.ok(all > half && half > 0, `${all} > ${half}`);
  });

  it('can be written down', () => {
    const explanation = explained(plain, 'toner cartridge');
    assert.deepEqual(JSON.parse(JSON.stringify(explanation)), explanation);
  });
});
