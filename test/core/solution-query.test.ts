import { expect } from '@open-wc/testing';
import { isSameQuery, isSearchable, queryOf } from '../../src/core/solution-query.js';

const blank = { subject: '', description: '' };

describe('what a draft asks for', () => {
  it('is its subject, description, product and topic, without blanks around them', () => {
    const values = { subject: ' Locked out ', description: 'No\n', product: 'p', topic: 't', x: 1 };
    const query = { subject: 'Locked out', description: 'No', product: 'p', topic: 't' };
    expect(queryOf({ values })).to.deep.equal(query);
  });

  it('names no product or topic where none is chosen', () => {
    expect(queryOf({ values: { product: '', topic: ' ' } })).to.deep.equal(blank);
  });

  it('takes what is no text for nothing', () => {
    const values = { subject: 7, description: ['a'], product: { a: 1 }, topic: null };
    expect(queryOf({ values })).to.deep.equal(blank);
    expect(queryOf({ values: null as unknown as object })).to.deep.equal(blank);
  });
});

describe('whether a query says enough', () => {
  const says = (subject: string, description = '') => isSearchable({ subject, description });

  it('begins with three letters or digits', () => {
    expect(says('ab')).to.equal(false);
    expect(says('abc')).to.equal(true);
    expect(says('a b', 'c')).to.equal(true);
    expect(says('', 'vpn')).to.equal(true);
    expect(says('404')).to.equal(true);
  });

  it('begins with two where there is an ideograph, kana or hangul', () => {
    for (const text of ['登录', 'ログ', 'ろぐ', '로그', 'a字'])
      expect(says(text), text).to.equal(true);
    for (const text of ['登', 'ロ', '로']) expect(says(text), text).to.equal(false);
  });

  it('counts characters, not code units, and no punctuation', () => {
    expect(says('𝒂𝒃')).to.equal(false);
    expect(says('...!? --')).to.equal(false);
    expect(says('\ud800\ud800\ud800\udc00')).to.equal(false);
  });

  it('tells at once however long the text is', () => {
    const start = performance.now();
    expect(says('. '.repeat(500_000), 'x'.repeat(1_000_000))).to.equal(false);
    expect(says('x'.repeat(1_000_000))).to.equal(true);
    expect(performance.now() - start).to.be.below(1000);
  });
});

describe('whether two queries ask for the same', () => {
  const query = { subject: 'a', description: 'b', product: 'c' };

  it('goes by every part', () => {
    expect(isSameQuery(query, { ...query })).to.equal(true);
    const others = [{ subject: '' }, { description: '' }, { product: '' }, { topic: 'd' }];
    for (const other of others) expect(isSameQuery(query, { ...query, ...other })).to.equal(false);
  });
});
