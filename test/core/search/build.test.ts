import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type Article,
  type BuildOptions,
  buildIndex,
  openIndex,
} from '../../../src/core/search/index.js';
import { articles } from './articles.js';

const search = (bytes: Uint8Array, subject: string) =>
  openIndex(bytes).search({ subject, description: '' });

const build = (some: Partial<Article>[], options: BuildOptions = {}) =>
  buildIndex(
    some.map((one, at) => ({ id: `a${at}`, title: 'Untitled', url: '/', text: '', ...one })),
    options,
  );

describe('an index', () => {
  it('is the same for the same articles', () => {
    assert.deepEqual(buildIndex(articles), buildIndex(articles));
  });

  it('says how many articles it holds, and in which languages', () => {
    const { size, languages } = openIndex(buildIndex(articles));
    assert.deepEqual([size, languages], [articles.length, ['en']]);
  });

  it('can be empty', () => {
    assert.deepEqual(search(buildIndex([]), 'anything'), []);
  });

  it('can do without the texts', () => {
    const [whole, lean] = [buildIndex(articles), buildIndex(articles, { texts: false })];
    assert.ok(lean.length < whole.length);
    const [found] = search(lean, 'limescale');
    assert.equal(found?.id, 'descale');
    assert.equal(found.text, undefined);
  });

  it('is built in spite of progress being watched', () => {
    const seen: number[] = [];
    const many = Array.from({ length: 2500 }, (_, at) => ({ id: String(at), title: `t${at}` }));
    build(many, { onProgress: (count) => seen.push(count) });
    assert.deepEqual(seen, [1000, 2000]);
  });

  it('takes what a thesaurus calls the same for the same', () => {
    const options = {
      thesaurus: [
        ['espresso', 'short black'],
        ['foam', 'froth'],
      ],
    };
    const bytes = buildIndex(articles, options);
    assert.match(search(bytes, 'froth')[0]?.id ?? '', /^milk/);
    assert.deepEqual(search(buildIndex(articles), 'froth'), []);
  });
});

describe('an article that cannot be recommended', () => {
  const leftOut = (article: Partial<Article>) => {
    const reasons: string[] = [];
    const bytes = build([{ title: 'Kept' }, article], {
      onLeftOut: (_, reason) => reasons.push(reason),
    });
    assert.equal(openIndex(bytes).size, reasons.length ? 1 : 2);
    return reasons[0];
  };

  it('is left out, with the reason', () => {
    assert.equal(leftOut({ id: 'a0' }), 'another article has the same id');
    assert.equal(leftOut({ title: ' ' }), 'its title is empty');
    for (const url of ['javascript:alert(1)', 'data:text/html,x', ' java\nscript:x']) {
      assert.equal(leftOut({ url }), 'its url is no web link', url);
    }
    const broken = { text: 7 } as unknown as Partial<Article>;
    assert.equal(leftOut(broken), 'it lacks an id, a title, a url or a text');
    assert.equal(leftOut({ title: 'Fine' }), undefined);
  });
});

describe('a hostile article', () => {
  it('neither stops the building nor the search', () => {
    const bytes = build([
      { title: 'needle '.repeat(150_000), text: 'x' },
      { title: 'Same', text: 'needle '.repeat(100_000) },
      { title: 'Long', text: 'y'.repeat(1_000_000) },
      { title: 'Joined', text: 'a-b.'.repeat(250_000) },
      { title: 'Signs \u0000 \u202e \ud800 \udfff', text: '\u202eneedle\u2066\u0000\ud83d' },
      { title: '<img src=x onerror=alert(1)> needle', text: '<script>alert(1)</script>' },
      { title: 'constructor __proto__ toString', text: 'hasOwnProperty valueOf' },
      { title: '漢'.repeat(5_000), text: 'か'.repeat(5_000) },
    ]);
    for (const { title, excerpt = '', matches } of search(bytes, 'needle')) {
      assert.ok(title.length <= 300 && excerpt.length <= 600);
      for (const [text, ranges = []] of [
        [title, matches?.title],
        [excerpt, matches?.excerpt],
      ] as const) {
        for (const [start, end] of ranges)
          assert.ok(0 <= start && start < end && end <= text.length);
      }
    }
    assert.equal(search(bytes, 'needle').length, 4);
    assert.equal(search(bytes, '__proto__')[0]?.id, 'a6');
    assert.equal(search(bytes, 'constructor')[0]?.id, 'a6');
  });
});

describe('past cases', () => {
  const cases = (count: number, subject: string, articleId: string, description = '') =>
    Array.from({ length: count }, () => ({ subject, description, articleId }));

  it('teach what people call a thing', () => {
    const resolved = cases(3, 'The beast gargles', 'e-41');
    assert.deepEqual(search(buildIndex(articles), 'gargles'), []);
    assert.equal(search(buildIndex(articles, { resolved }), 'beast gargles')[0]?.id, 'e-41');
  });

  it('bring no word that fewer than three of them hold, unless an article does', () => {
    const resolved = [
      ...cases(2, 'Zebedee Quux', 'e-41', 'token hunter2xyz'),
      ...cases(1, 'Foam everywhere', 'e-41'),
    ];
    const bytes = buildIndex(articles, { resolved });
    const text = new TextDecoder('latin1').decode(bytes);
    for (const secret of ['zebede', 'quux', 'hunter2xyz'])
      assert.ok(!text.includes(secret), secret);
    const found = search(bytes, 'foam').map(({ id }) => id);
    assert.ok(found.includes('e-41') && found.includes('milk'));
  });

  it('do not bury an article that has none', () => {
    const resolved = articles
      .filter(({ id }) => id !== 'wifi')
      .flatMap(({ id }) => cases(5, 'machine network trouble', id));
    const found = search(buildIndex(articles, { resolved }), 'machine network');
    assert.ok(found.slice(0, 5).some(({ id }) => id === 'wifi'));
  });

  it('of articles that are not there are passed over', () => {
    const resolved = cases(5, 'Anything', 'gone');
    assert.deepEqual(buildIndex(articles, { resolved }), buildIndex(articles));
  });
});
