import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildIndex, openIndex, type ResolvedCase } from '../../../src/core/search/index.js';
import { article, find, knowledgeBase } from './knowledge-base.js';

/** So many cases that an article solved. */
function cases(
  count: number,
  articleId: string,
  subject: string,
  description = '',
): ResolvedCase[] {
  return Array.from({ length: count }, () => ({ subject, description, articleId }));
}

/** Whether the bytes of an index hold a text. */
function holds(resolved: readonly ResolvedCase[], text: string): boolean {
  return Buffer.from(buildIndex(knowledgeBase, { resolved })).includes(text);
}

describe('past cases', () => {
  it('find an article by what people call the matter', () => {
    const resolved = cases(4, 'paper', 'The machine chews my documents');
    assert.deepEqual(find(knowledgeBase, 'machine chews documents'), []);
    assert.equal(
      find(knowledgeBase, 'machine chews documents', { build: { resolved } })[0],
      'paper',
    );
  });

  it('lift an article above one that fits alike', () => {
    const two = ['a', 'b'].map((id) => article(id, 'The window flickers', 'Update the driver.'));
    const articles = [...knowledgeBase, ...two];
    for (const id of ['a', 'b']) {
      const build = { resolved: cases(3, id, 'window flickers') };
      assert.equal(find(articles, 'window flickers', { build })[0], id);
    }
  });

  it('count by subject more than by description, and not by quoted mail', () => {
    const two = ['a', 'b'].map((id) => article(id, 'The window flickers', 'Update the driver.'));
    const articles = [...knowledgeBase, ...two];
    const resolved = [
      ...cases(4, 'a', 'Screen', 'wobbling again'),
      ...cases(4, 'b', 'Screen wobbling', 'again'),
    ];
    assert.deepEqual(find(articles, 'window wobbling', { build: { resolved } })[0], 'b');
    const quoted = { resolved: cases(4, 'a', 'Screen', 'Hi\n> wobbling') };
    assert.deepEqual(find(articles, 'wobbling', { build: quoted }), []);
  });

  it('of an article that is not there change nothing', () => {
    const plain = Buffer.from(buildIndex(knowledgeBase));
    const gone = Buffer.from(buildIndex(knowledgeBase, { resolved: cases(9, 'gone', 'moped') }));
    assert.deepEqual(gone, plain);
    const there = Buffer.from(buildIndex(knowledgeBase, { resolved: cases(9, 'tax', 'moped') }));
    assert.notDeepEqual(there, plain);
  });

  it('beyond fifty of one article are not looked at', () => {
    const [early, late] = [cases(50, 'paper', 'crumpled'), cases(20, 'paper', 'rattling')];
    assert.deepEqual(
      find(knowledgeBase, 'rattling ', { build: { resolved: [...early, ...late] } }),
      [],
    );
    const turned = { resolved: [...late, ...early] };
    assert.deepEqual(find(knowledgeBase, 'rattling ', { build: turned }), ['paper']);
  });
});

describe('personal data in past cases', () => {
  for (const [what, written, kept] of [
    ['a name', 'Regards from Qvimmelstein', 'vimmelst'],
    ['an address', 'Write to me at qz@qvimmel.example', 'qvimmel'],
    ['a secret', 'My password is xK9_qv77Zt', 'qv77zt'],
  ] as const) {
    it(`do not enter an index from one or two cases: ${what}`, () => {
      for (const count of [1, 2]) {
        assert.equal(holds(cases(count, 'paper', 'Paper jam', written), kept), false);
        assert.equal(holds(cases(count, 'paper', written, 'Paper jam'), kept), false);
        const spread = [...cases(count - 1, 'toner', written), ...cases(1, 'tax', written)];
        assert.equal(holds(spread, kept), false);
      }
    });
  }

  it('would be seen by this test: a word of three cases is there', () => {
    assert.equal(holds(cases(3, 'paper', 'Crumpled by Qvimmelstein'), 'vimmelst'), true);
    assert.equal(holds(cases(3, 'paper', 'It is xK9_qv77Zt'), 'qv77zt'), true);
    const spread = ['paper', 'toner', 'tax'].flatMap((id) => cases(1, id, 'Qvimmelstein'));
    assert.equal(holds(spread, 'vimmelst'), true);
  });

  for (const [what, written, kept] of [
    ['an address', 'Write to me at qz@qvimmel.example', 'qvimmel'],
    ['the rest of an address', 'Write to qvimmelstein@mail.example', 'vimmelst'],
    ['a telephone number', 'Call +49 151 23456789', '23456789'],
    ['a telephone number with joints', 'Call 0151-234-5678', '234'],
  ] as const) {
    it(`do not enter, however many cases hold it: ${what}`, () => {
      assert.equal(holds(cases(9, 'paper', written), kept), false);
      const harmless = written.replace(/[@\d.+-]+/g, ' qw234 ').replace('example', '');
      assert.equal(holds(cases(9, 'paper', `${harmless} Qvimmelstein`), 'vimmel'), true);
    });
  }

  it('a long number that an article holds is a code, not a person', () => {
    const code = article('code', 'Error 80070057', 'Try again.');
    const resolved = cases(3, 'paper', 'It says 80070057 here');
    const found = find([...knowledgeBase, code], '80070057', { build: { resolved } });
    assert.deepEqual([...found].sort(), ['code', 'paper']);
  });

  it('a word of one case counts where an article holds it anyway', () => {
    const resolved = cases(1, 'paper', 'spreadsheet');
    const found = find(knowledgeBase, 'spreadsheet', { build: { resolved } });
    assert.deepEqual([...found].sort(), ['import', 'paper']);
  });
});

describe('an article without past cases', () => {
  const old = Array.from({ length: 8 }, (_, number) =>
    article(`old-${number}`, 'About screens', 'The window flickers.'),
  );
  const newcomer = article('new', 'About screens', 'The window flickers. A window that flickers.');
  const resolved = old.flatMap(({ id }) => cases(30, id, 'window flickers'));
  const articles = [...knowledgeBase, ...old, newcomer];

  it('is below those that have some, and has one of five places', () => {
    const found = (limit: number) =>
      find(articles, 'window flickers', { limit, build: { resolved } });
    assert.equal(find(articles, 'window flickers')[0], 'new');
    assert.ok(!found(4).includes('new'));
    assert.equal(found(5)[4], 'new');
    assert.equal(new Set(found(9)).size, 9);
  });

  it('has no place where it does not fit', () => {
    const other = [...knowledgeBase, ...old, article('new', 'Bicycles', 'They have two wheels.')];
    const found = find(other, 'window flickers', { limit: 9, build: { resolved } });
    assert.equal(found.length, 8);
    assert.ok(!found.includes('new'));
  });

  it('is searched as before by a query of other words', () => {
    assert.equal(find(articles, 'toner cartridge', { build: { resolved } })[0], 'toner');
  });

  it('an index says how many articles it has, with cases or without', () => {
    assert.equal(openIndex(buildIndex(articles, { resolved })).size, articles.length);
  });
});
