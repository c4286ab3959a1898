import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { buildIndex, IndexError, openIndex } from '../../../src/core/search/index.js';
import { knowledgeBase } from './knowledge-base.js';

const resolved = ['paper', 'toner', 'toner', 'toner'].map((articleId) => ({
  subject: 'The machine eats sheets',
  description: 'It rattles and stops.',
  articleId,
}));
const whole = buildIndex(knowledgeBase, { resolved });
const queries = [
  { subject: 'toner cartr', description: 'It rattles since I changed the cartridge.' },
  { subject: 'encryptoin certifcate', description: 'machine' },
  { subject: 'm', description: '' },
];

/** Opens and asks; says whether an `IndexError` was thrown. Any other error passes through. */
function outcome(bytes: Uint8Array): 'refused' | 'answered' {
  try {
    const index = openIndex(bytes);
    for (const query of queries) {
      for (const { id, title, url } of index.search(query, { explain: true })) {
        assert.ok([id, title, url].every((text) => typeof text === 'string'));
      }
    }
    return 'answered';
  } catch (error) {
    if (error instanceof IndexError) return 'refused';
    throw error;
  }
}

function changed(at: number, change: (byte: number) => number): Uint8Array {
  const bytes = whole.slice();
  bytes[at] = change(bytes[at] ?? 0);
  return bytes;
}

describe('an index file', () => {
  it('opens where it is whole, wherever it lies in memory', () => {
    assert.equal(openIndex(whole).size, knowledgeBase.length);
    assert.deepEqual(openIndex(whole).languages, ['en']);
    const wanted = openIndex(whole).search(queries[0] ?? { subject: '', description: '' });
    assert.equal(wanted[0]?.id, 'toner');
    for (const offset of [1, 2, 3, 4]) {
      const memory = new Uint8Array(whole.length + 8).fill(255);
      memory.set(whole, offset);
      const index = openIndex(memory.subarray(offset, offset + whole.length));
      assert.deepEqual(index.search(queries[0] ?? { subject: '', description: '' }), wanted);
    }
  });

  it('gives every text back as it was', () => {
    const texts = [
      '',
      ' ',
      '  two  blanks, and one behind ',
      'Ein Satz.\n\nNoch einer – mit „Anführung“ und e-mail, C:\\temp\\a.txt, 0x80070057.',
      'Wörter und Wörter und\u00a0Wörter\tund Wörter',
      '「パスワードを忘れました」パスワードを 再設定。パスワードを忘れました',
      'ลืมรหัสผ่าน ลืมรหัสผ่าน',
      '\0 zero \0 zero \0',
      '👩‍👩‍👧 👩‍👩‍👧! 👩‍👩‍👧',
      'long '.repeat(70_000),
    ];
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 30 }), (more) => {
        const all = [...texts, ...more];
        const articles = all.map((text, at) => ({
          id: `${at}`,
          title: `Nr${at}x`,
          url: '/',
          text,
        }));
        const index = openIndex(buildIndex(articles));
        for (const [at, text] of all.entries()) {
          const [found] = index.search({ subject: `Nr${at}x`, description: '' });
          assert.equal(found?.text ?? '', text);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('of no article opens', () => {
    assert.equal(openIndex(buildIndex([])).size, 0);
    assert.equal(outcome(buildIndex([])), 'answered');
  });

  it('says which format it is of', () => {
    assert.equal(new TextDecoder().decode(whole.subarray(0, 7)), 'CASEIDX');
    const foreign = { name: 'IndexError', message: /no article index/ };
    assert.throws(() => openIndex(changed(0, (byte) => byte ^ 1)), foreign);
    const newer = { name: 'IndexError', message: /another version/ };
    assert.throws(() => openIndex(changed(7, (byte) => byte + 1)), newer);
  });

  it('has a checksum for its head and its parts', () => {
    const damaged = { name: 'IndexError', message: /damaged/ };
    for (const at of [8, 12, 16, 20, 60, 140]) {
      assert.throws(() => openIndex(changed(at, (byte) => byte ^ 16)), damaged, `byte ${at}`);
    }
  });
});

describe('what is no index', () => {
  const text = (value: string) => new TextEncoder().encode(value);
  for (const [name, bytes] of [
    ['nothing', new Uint8Array(0)],
    ['one byte', new Uint8Array(1)],
    ['zeros', new Uint8Array(10_000)],
    ['a page', text('<!doctype html><title>Not found</title>'.repeat(40))],
    ['JSON', text(JSON.stringify({ articles: knowledgeBase }))],
    ['the first word alone', text('CASEIDX')],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)],
  ] as const) {
    it(`is refused: ${name}`, () => {
      assert.equal(outcome(bytes), 'refused');
    });
  }
});

describe('a damaged index', () => {
  it('is refused when it was cut off, at whatever byte', () => {
    let refused = 0;
    for (let length = 0; length < whole.length; length += 97) {
      assert.equal(outcome(whole.slice(0, length)), 'refused', `${length} bytes`);
      refused++;
    }
    assert.ok(refused > 30);
    assert.equal(outcome(whole.slice()), 'answered');
  });

  it('is refused when something follows it', () => {
    const longer = new Uint8Array(whole.length + 4);
    longer.set(whole);
    assert.equal(outcome(longer), 'refused');
  });

  it('is refused or answers, whichever bits are turned', () => {
    const outcomes = { refused: 0, answered: 0 };
    const places = fc.array(
      fc.tuple(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 })),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(places, (flips) => {
        const bytes = whole.slice();
        for (const [at, bits] of flips) bytes[at] = (bytes[at] ?? 0) ^ bits;
        outcomes[outcome(bytes)]++;
      }),
      { seed: 3, numRuns: 400 },
    );
    assert.ok(outcomes.refused > 300, JSON.stringify(outcomes));
  });

  it('is refused by what is read late, where that is damaged', () => {
    const last = whole.length - 40;
    assert.doesNotThrow(() => openIndex(changed(last, (byte) => byte ^ 1)));
    assert.equal(outcome(changed(last, (byte) => byte ^ 1)), 'refused');
  });

  it('would be noticed by these tests if it threw anything else', () => {
    const planted = new Proxy(whole, {
      get: () => {
        throw new TypeError('planted');
      },
    });
    assert.throws(() => outcome(planted), TypeError);
  });
});
