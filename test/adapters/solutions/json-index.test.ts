import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import {
  antora,
  docusaurus,
  docusaurusLunr,
  hugo,
  type IndexFormat,
  IndexFormatError,
  jsonIndex,
  mdbook,
  mkdocs,
  zensical,
} from '../../../src/adapters/solutions/json-index.js';
import type { Article } from '../../../src/schema/article.js';
import { describeSolutionSource, type FoundArticle } from '../../contracts/solution-source.js';

const site = 'https://help.larch.example/kb/';

const fixture = (path: string) =>
  readFileSync(join(import.meta.dirname, '../../fixtures', path), 'utf8');

const html = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const byNumber = <Value>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value, number) => [number, value]));

interface Case {
  readonly format: IndexFormat;
  /** What the generator made of `test/fixtures/site`. */
  readonly fixture: string;
  /** Which address the article on HTML has there. */
  readonly url: string;
  /** Its text begins so. */
  readonly begins: string;
  readonly title?: string;
  /** An index of these articles. */
  readonly write: (articles: readonly FoundArticle[]) => unknown;
}

const cases: Readonly<Record<string, Case>> = {
  'MkDocs with the search it brings': {
    format: mkdocs,
    fixture: 'mkdocs/search_index-8.json',
    url: `${site}html-in-messages/`,
    // The front matter has the title, and MkDocs takes it as text.
    title: 'Show `<script>` and other HTML as text',
    begins: 'Show <script> and other HTML as text Messages never run code. Write <img src=x',
    write: (articles) => ({
      config: { indexing: 'full', lang: ['en'] },
      docs: articles.map(({ title, url, excerpt }) => ({ location: url, title, text: excerpt })),
    }),
  },
  'Material for MkDocs 9': {
    format: mkdocs,
    fixture: 'mkdocs/search_index-9.json',
    url: `${site}html-in-messages/`,
    begins: 'Messages never run code. Write <img src=x onerror=alert(1)> into a message',
    write: (articles) => ({
      config: { lang: ['en'] },
      docs: articles.map(({ title, url, excerpt }) => ({
        location: url,
        title: html(title),
        text: `<p>${html(excerpt)}</p>`,
      })),
    }),
  },
  Zensical: {
    format: zensical,
    fixture: 'zensical/search.json',
    url: `${site}html-in-messages/`,
    begins: 'Messages never run code. Write <img src=x onerror=alert(1)> into a message',
    write: (articles) => ({
      config: { lang: ['en'], separator: '' },
      items: articles.map(({ title, url, excerpt }) => ({
        location: url,
        level: 1,
        title: html(title),
        text: `<p>${html(excerpt)}</p>`,
        path: [],
        tags: [],
      })),
    }),
  },
  'docusaurus-search-local': {
    format: docusaurus,
    fixture: 'docusaurus/search-index.json',
    url: 'https://help.larch.example/help/docs/html-in-messages',
    begins: 'Messages never run code. Write <img src=x onerror=alert(1)> into a message',
    write: (articles) => [
      { documents: articles.map(({ title, url }, i) => ({ i, t: title, u: url, b: [] })) },
      { documents: [] },
      {
        documents: articles.map(({ title, url, excerpt }, i) => ({
          i: i + 0.5,
          t: excerpt,
          s: title,
          u: url,
          h: '',
          p: i,
        })),
      },
    ],
  },
  'docusaurus-lunr-search': {
    format: docusaurusLunr,
    fixture: 'docusaurus-lunr/search-doc.json',
    url: 'https://help.larch.example/help/docs/html-in-messages',
    // It leaves out what stands before the first heading.
    begins: 'Paste markup\nPaste with Ctrl+Shift+V. The text if (a && b < c) { return "<b>"; }',
    write: (articles) => ({
      searchDocs: articles.map(({ title, url, excerpt }) => ({
        title,
        url,
        type: 0,
        content: html(excerpt),
      })),
    }),
  },
  mdBook: {
    format: mdbook,
    fixture: 'mdbook/searchindex.js',
    url: `${site}html-in-messages.html`,
    begins: 'Messages never run code. Write <img src=x onerror=alert(1)> into a message',
    write: (articles) => ({
      doc_urls: articles.map(({ url }) => url),
      index: {
        documentStore: {
          docs: byNumber(
            articles.map(({ title, excerpt }) => ({ title, body: excerpt, breadcrumbs: title })),
          ),
        },
      },
    }),
  },
  'a theme of Hugo': {
    format: hugo,
    fixture: 'hugo/index.json',
    url: 'https://help.larch.example/docs/articles/html-in-messages/',
    title: 'Show `<script>` and other HTML as text',
    begins: 'Show <script> and other HTML as text Messages never run code. Write <img src=x',
    write: (articles) =>
      articles.map(({ title, url, excerpt }) => ({
        title,
        permalink: url,
        contents: html(excerpt),
      })),
  },
  Antora: {
    format: antora,
    fixture: 'antora/search-index.js',
    url: `${site}mail/2.1/html-in-messages.html`,
    begins: 'Messages never run code. Write <img src=x onerror=alert(1)> into a message',
    write: (articles) => ({
      index: {},
      store: {
        documents: byNumber(
          articles.map(({ title, url, excerpt }) => ({ title, url, text: excerpt, titles: [] })),
        ),
      },
    }),
  },
};

for (const [name, { format, write, ...expected }] of Object.entries(cases)) {
  describeSolutionSource(`the index of ${name}`, {
    make: (fetch) => jsonIndex({ url: new URL(format.path, site), format, fetch, worker: false }),
    answer: (articles) => Response.json(write(articles)),
    broken: {
      'a status that is none of success': () => Response.json(write([]), { status: 404 }),
      'a page in place of an index': () => new Response('<!doctype html><title>404</title>'),
      'an index that was cut': () => new Response(fixture(expected.fixture).slice(0, -100)),
      'JSON of another kind': () => Response.json({ error: 'no' }),
      nothing: () => new Response(''),
    },
  });

  describe(`what ${name} wrote`, () => {
    const articles = format.decode(fixture(expected.fixture), { root: site });
    const about = articles.find(({ url }) => url === expected.url);

    test('is an article for each page', () => {
      const titles = articles.map(({ title }) => title);
      for (const title of [
        'An attachment is too large',
        'IMAP & SMTP settings',
        'Umlaute in Ordnernamen wie „Büro München“',
        'Reset a forgotten password',
        'Mail stays in the outbox',
        'The two-factor code is refused',
      ]) {
        assert.ok(titles.includes(title), title);
      }
      assert.ok(articles.length === 7 || articles.length === 8, `${articles.length}`);
    });

    test('is text, markup that it speaks of included', () => {
      assert.equal(about?.title, expected.title ?? 'Show <script> and other HTML as text');
      assert.equal(about.text.slice(0, expected.begins.length), expected.begins);
      assert.match(about.text, /The text if \(a && b < c\) \{ return "<b>"; \} stays as it is\.$/);
    });

    test('is read from its JSON as from its text', () => {
      const script = /^\s*[[{]/.test(fixture(expected.fixture));
      if (!script) return;
      const json: unknown = JSON.parse(fixture(expected.fixture));
      assert.deepEqual(format.decode(json, { root: site }), articles);
    });

    test('is not taken for that of another generator', () => {
      for (const other of [null, 1, 'x', [], {}, { docs: {} }, [{ documents: 1 }], '{"a":']) {
        const isEmptyList = Array.isArray(other) && other.length === 0;
        if (isEmptyList && [hugo, docusaurusLunr].includes(format)) continue;
        assert.throws(() => format.decode(other), IndexFormatError, JSON.stringify(other));
      }
      assert.throws(() => format.decode('<!doctype html>'), {
        message: /^This is no search index of [\w-]+: expected .+\.$/,
      });
    });
  });
}

describe('an article of an index', () => {
  const decoded = (docs: readonly object[], root?: string) =>
    mkdocs.decode({ config: {}, docs }, root === undefined ? {} : { root });

  test('has the sections of its page', () => {
    const [article, ...others] = decoded([
      { location: 'a/', title: 'A', text: '<p>One.</p>', tags: ['x', 'y'] },
      { location: 'a/#b', title: 'B', text: '<p>Two.</p>', tags: ['x', 'y'] },
      { location: 'a/#c', title: 'C', text: '' },
    ]);
    assert.deepEqual(others, []);
    assert.deepEqual(article, {
      id: 'a/',
      title: 'A',
      url: 'a/',
      text: 'One.\n\nB\nTwo.\n\nC',
      headings: ['B', 'C'],
      keywords: ['x', 'y'],
    } satisfies Article);
  });

  test('leads to the site, or stays relative', () => {
    const urls = (root?: string) =>
      ['a/', '', '/b', 'https://other.example/c', '//d.example/'].map(
        (location) => decoded([{ location, title: 'x' }], root)[0]?.url,
      );
    assert.deepEqual(urls(site), [
      `${site}a/`,
      site,
      'https://help.larch.example/b',
      'https://other.example/c',
      'https://d.example/',
    ]);
    assert.deepEqual(urls(), ['a/', './', '/b', 'https://other.example/c', '//d.example/']);
  });

  for (const location of ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///x']) {
    test(`is left out when it leads to ${location}`, () => {
      assert.deepEqual(decoded([{ location, title: 'x' }]), []);
      assert.deepEqual(decoded([{ location, title: 'x' }], site), []);
    });
  }

  test('is left out when it has no title, or is none', () => {
    const strange = [
      null,
      1,
      'x',
      [],
      {},
      { location: 'a/', title: 1 },
      { location: {}, title: [] },
    ];
    assert.deepEqual(decoded(strange as object[]), []);
  });

  test('is not endless', () => {
    const [article] = decoded([
      { location: 'a/', title: 't'.repeat(1e6), text: 'x'.repeat(2e6) },
      ...Array.from({ length: 1000 }, (_, number) => ({
        location: `a/#${number}`,
        title: `heading ${number}`,
        text: '',
      })),
    ]);
    assert.equal(article?.title.length, 300);
    assert.equal(article.text.length, 500_000);
    assert.equal(article.headings?.length, 500);
  });
});

describe('an index in a script', () => {
  const book = {
    doc_urls: ['a.html'],
    index: { documentStore: { docs: { 0: { title: "It's \\" } } } },
  };
  const json = JSON.stringify(book);
  const quoted = json.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  const scripts = {
    'of mdBook 0.5': `window.search = Object.assign(window.search, JSON.parse('${quoted}'));`,
    'of mdBook 0.4': `Object.assign(window.search, ${json});`,
    'of mdBook 0.2': `window.search = ${json};`,
    'with escapes': `window.search = JSON.parse("${json.replace(/[^ -~]|["\\]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`)}")`,
  };
  for (const [what, script] of Object.entries(scripts)) {
    test(`is read ${what}`, () => assert.equal(mdbook.decode(script)[0]?.title, "It's \\"));
  }

  const hostile = [
    `window.search = (globalThis.planted = true, ${json});`,
    'window.search = JSON.parse(`${globalThis.planted = true}`)',
    `globalThis.planted = true; window.search = ${json};`,
    "window.search = JSON.parse('{\\",
    "window.search = JSON.parse('{\n}')",
    `window.search = JSON.parse('${'['.repeat(100_000)}')`,
  ];
  for (const script of hostile) {
    test(`is not run: ${JSON.stringify(script.slice(0, 60))}`, () => {
      assert.throws(() => mdbook.decode(script), IndexFormatError);
      assert.ok(!('planted' in globalThis));
    });
  }

  test('is read in time when it is one long escape', () => {
    const long = `window.search = JSON.parse('"${'\\\\'.repeat(300_000)}"`;
    assert.throws(() => mdbook.decode(long), IndexFormatError);
  });
});

describe('an index of a theme of Hugo', () => {
  const decoded = (file: unknown) => hugo.decode(file);

  test('has its parts under other names', () => {
    const page = { uri: '/a/', title: 'A', content: '<p>One &amp; two.</p>', description: 'Why' };
    const expected = { id: '/a/', title: 'A', url: '/a/', text: 'One & two.', excerpt: 'Why' };
    assert.deepEqual(decoded([page]), [expected]);
    assert.deepEqual(decoded({ pages: [page] }), [expected]);
    assert.deepEqual(decoded(`var relearn_searchindex = ${JSON.stringify([page])}`), [expected]);
  });

  test('has dates', () => {
    const updated = (date: unknown) => decoded([{ url: '/a', title: 'A', date }])[0]?.updated;
    assert.equal(updated('2026-03-14'), '2026-03-14');
    assert.equal(updated('14 March'), undefined);
    assert.equal(updated(5), undefined);
  });
});

test('what is found fits the question best', async () => {
  const source = jsonIndex({
    url: new URL(mkdocs.path, site),
    format: mkdocs,
    worker: false,
    fetch: async () => new Response(fixture('mkdocs/search_index-9.json')),
  });
  const query = {
    subject: 'SMTP port and encryption',
    description: 'Which port do I have to enter for sending mail?',
  };
  const [best] = await source.search(query, { signal: new AbortController().signal });
  assert.equal(best?.url, `${site}imap-settings/`);
});

test('a file that lies elsewhere leads to its site', async () => {
  const addresses = async (root: string | URL) => {
    const fetch = async () => Response.json({ docs: [{ location: 'a/', title: 'Sign in' }] });
    const url = 'https://help.example/assets/index.json';
    const source = jsonIndex({ url, root, format: mkdocs, fetch, worker: false });
    const query = { subject: 'sign in', description: '' };
    const found = await source.search(query, { signal: new AbortController().signal });
    return found.map((solution) => solution.url);
  };
  assert.deepEqual(await addresses('/docs/'), ['https://help.example/docs/a/']);
  assert.deepEqual(await addresses('https://docs.example/'), ['https://docs.example/a/']);
  assert.deepEqual(await addresses(new URL('https://docs.example/')), ['https://docs.example/a/']);
});
