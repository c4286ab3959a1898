import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { IndexFormatError } from '../../../src/adapters/solutions/site-index.js';
import { decode, sphinx } from '../../../src/adapters/solutions/sphinx.js';
import { describeSolutionSource } from '../../contracts/solution-source.js';

const site = 'https://help.larch.example/kb/';
const url = `${site}searchindex.js`;

const fixture = (version: number) =>
  readFileSync(
    join(import.meta.dirname, `../../fixtures/sphinx/searchindex-${version}.js`),
    'utf8',
  );

/** Sphinx has names in place of addresses, so no page of its index leads elsewhere. */
const here = 'https://help.example/';

describeSolutionSource('the index of Sphinx', {
  make: (fetch) => sphinx({ url: `${here}searchindex.js`, fetch, worker: false, suffix: '' }),
  answer: (articles) => {
    const safe = articles.filter((article) => article.url.startsWith(here));
    const index = {
      docnames: safe.map(({ url }) => url.replace(here, '')),
      titles: safe.map(({ title }) => title),
      terms: { sign: safe.map((_, number) => number) },
    };
    return new Response(`Search.setIndex(${JSON.stringify(index)})`);
  },
  broken: {
    'a status that is none of success': () => new Response(fixture(9), { status: 404 }),
    'a page in place of an index': () => new Response('<!doctype html>'),
    'an index that was cut': () => new Response(fixture(9).slice(0, -100)),
    'JSON of another kind': () => Response.json({ titles: [] }),
  },
});

for (const version of [5, 9]) {
  describe(`what Sphinx ${version} wrote`, () => {
    const articles = decode(fixture(version), { root: site });

    test('is an article for each page, with its headings and words', () => {
      assert.equal(articles.length, 8);
      const { text = '', ...article } =
        articles.find(({ title }) => title === 'IMAP & SMTP settings') ?? {};
      assert.deepEqual(article, {
        id: 'imap-settings.html',
        title: 'IMAP & SMTP settings',
        url: `${site}imap-settings.html`,
        headings: ['Certificate warnings'],
      });
      // Version 9 leaves out numbers, and both what is in a title.
      const words = version === 5 ? ['993', 'port', 'somebodi'] : ['port', 'somebodi', 'encrypt'];
      for (const word of words) assert.ok(text.split(' ').includes(word), word);
    });

    test('has titles as text', () => {
      const titles = articles.map(({ title }) => title);
      assert.ok(titles.includes('Show <script> and other HTML as text'));
      assert.ok(titles.includes('Umlaute in Ordnernamen wie „Büro München“'));
    });

    test('is found by the words of a page that are not in its title', async () => {
      const fetch = async () => new Response(fixture(version));
      const source = sphinx({ url, fetch, worker: false });
      const query = { subject: 'recovery codes of the lost phone', description: '' };
      const [best] = await source.search(query, { signal: new AbortController().signal });
      assert.equal(best?.url, `${site}two-factor-code.html`);
      assert.equal(best.text ?? best.excerpt, undefined);
    });
  });
}

describe('an index of Sphinx', () => {
  const index = { docnames: ['index', 'a/index', 'a/b c'], titles: ['I', 'A', 'B'], terms: {} };
  const urls = (suffix?: string) => decode(index, { suffix }).map((article) => article.url);

  test('has addresses with the suffix of the site', () => {
    assert.deepEqual(urls(), ['index.html', 'a/index.html', 'a/b%20c.html']);
    assert.deepEqual(urls('/'), ['./', 'a/', 'a/b%20c/']);
  });

  test('is read as older versions wrote it, with keys that are not in quotes', () => {
    const script =
      'Search.setIndex({docnames:["a"],titles:["A: \\u00e4, \\"b\\": {c:1}"],terms:{the:0,"25":0}})';
    const [article] = decode(script);
    assert.equal(article?.title, 'A: ä, "b": {c:1}');
    assert.deepEqual(article.text.split(' '), ['25', 'the']);
  });

  test('is not run', () => {
    for (const script of [
      'globalThis.planted = true; Search.setIndex({"docnames":[]})',
      'Search.setIndex({"docnames": globalThis.planted = true})',
      'Search.setIndex(Function("planted = true")())',
    ]) {
      assert.throws(() => decode(script), IndexFormatError);
    }
    assert.ok(!('planted' in globalThis));
  });

  test('is refused with what was expected', () => {
    assert.throws(() => decode({}), {
      name: 'IndexFormatError',
      message:
        'This is no search index of Sphinx: expected “docnames”, “titles” and “terms”, as in searchindex.js.',
    });
  });

  test('may be strange without harm', () => {
    const strange = {
      docnames: ['a', 1, '__proto__'],
      titles: ['A', 'B'],
      terms: { x: [0, 'y', null, {}, 7] },
    };
    assert.deepEqual(
      decode(strange).map(({ title }) => title),
      ['A'],
    );
  });
});
