import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Article, buildIndex, openIndex } from '../../../src/core/search/index.js';
import { article, find, knowledgeBase } from './knowledge-base.js';

const MEGABYTE = 1_000_000;

/** What a search for a subject shows of one article among others. */
function shown(one: Article, subject: string) {
  const index = openIndex(buildIndex([...knowledgeBase, one]));
  return index.search({ subject, description: '' }).find(({ id }) => id === one.id);
}

/** Why articles are left out of an index, and how many are in it. */
function leftOut(...articles: readonly Article[]) {
  const reasons: string[] = [];
  const onLeftOut = (_: string, reason: string) => void reasons.push(reason);
  const { size } = openIndex(buildIndex(articles, { onLeftOut }));
  return { size, reasons };
}

describe('an article', () => {
  it('may have a title of a megabyte, which is cut', () => {
    const words = article('long', `Modem blinks ${'and so on '.repeat(MEGABYTE / 10)}`, 'Red.');
    assert.equal(shown(words, 'modem blinks')?.title.length, 300);
    const word = article('long', `Modem ${'x'.repeat(MEGABYTE)}`, 'Blinks.');
    assert.equal(shown(word, 'modem')?.title.length, 300);
    assert.equal(shown(article('short', 'Modem', 'Blinks.'), 'modem')?.title.length, 5);
  });

  it('may say the same word 100,000 times', () => {
    const found = shown(article('same', 'A modem', 'modem '.repeat(100_000)), 'modem');
    assert.ok(found?.excerpt && found.excerpt.length < 320);
    assert.ok((found.matches?.excerpt ?? []).length <= 60);
  });

  it('may hold halves of letters, which are shown as unknown letters', () => {
    const found = shown(article('half', 'Modem \ud800 red', 'It blinks \udc00.'), 'modem red');
    assert.equal(found?.title, 'Modem \ufffd red');
    assert.doesNotMatch(JSON.stringify(found), /\p{Cs}/u);
    assert.match('\ud800', /\p{Cs}/u);
  });

  it('is shown as it is: direction marks, NUL, markup', () => {
    for (const title of [
      'Modem \u202egnp.exe\u202c red',
      'Modem \u2066red\u2069',
      'Modem \0 red',
      'Modem <img src=x onerror=alert(1)> red',
      'Modem </script><script>alert(1)</script> red',
    ]) {
      const found = shown(article('odd', title, title, { excerpt: title }), 'modem red');
      assert.deepEqual([found?.title, found?.text], [title, title]);
    }
  });

  it('may have empty parts', () => {
    const empty = {
      excerpt: '',
      headings: [],
      keywords: [''],
      product: '',
      topic: '',
      updated: '',
    };
    const found = shown(article('empty', 'Modem', '', empty), 'modem');
    assert.deepEqual(Object.keys(found ?? {}).sort(), ['id', 'matches', 'title', 'url']);
    assert.equal(shown(article('', 'Modem', ''), 'modem')?.id, '');
  });
});

describe('an article that cannot be recommended', () => {
  for (const url of [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'https://',
  ]) {
    it(`is left out, and that is said: ${JSON.stringify(url)}`, () => {
      const { size, reasons } = leftOut(article('a', 'Modem', 'Red.', { url }), ...knowledgeBase);
      assert.equal(size, knowledgeBase.length);
      assert.deepEqual(reasons, ['its url is no web link']);
    });
  }

  it('is one without a title, or without a part that it needs', () => {
    const noText = { id: 'b', title: 'Modem', url: '/b' } as Article;
    const broken = [article('a', ' \n', 'Red.'), noText];
    const { size, reasons } = leftOut(...broken, article('c', 'Modem', 'Red.'));
    assert.equal(size, 1);
    assert.deepEqual(reasons, ['its title is empty', 'it lacks an id, a title, a url or a text']);
  });

  it('is none with an address of the web or of the same site', () => {
    const urls = ['https://help.example/a', 'http://help.example', '/a', 'a?b#c', '//help.example'];
    const { size, reasons } = leftOut(...urls.map((url) => article(url, 'Modem', 'Red.', { url })));
    assert.deepEqual([size, reasons], [urls.length, []]);
  });
});

describe('names of the language itself', () => {
  const names = ['constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
  const articles = names.map((name) =>
    article(name, name, `Calls ${name}.`, { product: name, topic: name, keywords: [name] }),
  );

  for (const name of names) {
    it(`are words and ids like any other: ${name}`, () => {
      const all = [...knowledgeBase, ...articles];
      assert.equal(find(all, name)[0], name);
      assert.equal(find(all, name, { product: name, topic: name })[0], name);
      assert.deepEqual(find(knowledgeBase, name), []);
      assert.equal(Object.hasOwn(Object.prototype, 'product'), false);
    });
  }

  it('are ids of past cases like any other', () => {
    const resolved = names.flatMap((articleId) =>
      [1, 2, 3].map(() => ({ subject: `moped ${articleId}`, description: '', articleId })),
    );
    const build = { resolved, thesaurus: [names] };
    const found = find([...knowledgeBase, ...articles], 'moped', { build, limit: 9 });
    assert.deepEqual([...found].sort(), [...names].sort());
  });
});

describe('a query', () => {
  const long = 'modem blinks red '.repeat(MEGABYTE / 17);
  for (const [what, query] of [
    ['a megabyte of words', { subject: long, description: long }],
    ['a megabyte of one word', { subject: 'x'.repeat(MEGABYTE), description: '' }],
    [
      'a megabyte of joints',
      { subject: 'a-'.repeat(MEGABYTE / 2), description: '.'.repeat(MEGABYTE) },
    ],
    ['a megabyte of lines', { subject: 'toner', description: '\n> '.repeat(MEGABYTE / 3) }],
    ['halves of letters', { subject: '\ud800\udc00\ud800 \udfff', description: '\udc00' }],
    ['marks alone', { subject: '\0\u202e[](){}*+?.\\^$|', description: '\u0301\u0301' }],
    ['Chinese without blanks', { subject: '调制解调器'.repeat(2000), description: '' }],
  ] as const) {
    it(`may be anything: ${what}`, () => {
      const modem = article('modem', 'The modem blinks red', 'Replace it.');
      const index = openIndex(buildIndex([...knowledgeBase, modem]));
      const found = index.search(query, { explain: true }).map(({ id }) => id);
      const wanted =
        query.subject === long ? 'modem' : query.subject === 'toner' ? 'toner' : undefined;
      assert.equal(found[0], wanted);
      assert.equal(index.search({ subject: 'paper jam', description: '' })[0]?.id, 'paper');
    });
  }
});
