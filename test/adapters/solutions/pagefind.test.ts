import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { decode, pagefind, type PagefindModule } from '../../../src/adapters/solutions/pagefind.js';
import { describeSolutionSource } from '../../contracts/solution-source.js';

interface Recorded {
  readonly id: string;
  readonly score: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What Pagefind said of `test/fixtures/site`, by what it was asked. */
const recorded = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/pagefind/results.json'), 'utf8'),
) as Readonly<Record<string, readonly Recorded[]>>;

const { signal } = new AbortController();

const html = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const resultsOf = (results: readonly Recorded[]) =>
  results.map(({ data, ...result }) => ({ ...result, data: async () => data }));

function recording(asked: string[] = []): PagefindModule {
  return {
    async search(term) {
      asked.push(term);
      assert.ok(Object.hasOwn(recorded, term), `“${term}” has not been recorded.`);
      return { results: resultsOf(recorded[term] ?? []) };
    },
  };
}

describeSolutionSource('Pagefind', {
  make: (fetch) =>
    pagefind({
      limit: 50,
      module: {
        async search() {
          const answer = await fetch('/pagefind/');
          if (!answer.ok) throw new Error('An index is missing.');
          const results = (await answer.json()) as unknown;
          return Array.isArray(results) ? { results: resultsOf(results as Recorded[]) } : results;
        },
      },
    }),
  answer: (articles) =>
    Response.json(
      articles.map(({ title, url, excerpt }) => ({
        id: url,
        score: 1,
        data: { url, meta: { title }, excerpt: html(excerpt), content: excerpt },
      })),
    ),
  broken: {
    'an index that is missing': () => Response.json([], { status: 404 }),
    'no JSON': () => new Response('<!doctype html>'),
    'no results': () => Response.json({ error: 'no' }),
    nothing: () => Response.json(null),
  },
});

describe('a search with Pagefind', () => {
  const query = {
    subject: 'password forgotten, no mail',
    description: 'I have asked for a new password three times. The link does not arrive.',
  };

  test('asks for each word that tells something, and puts pages with many of them first', async () => {
    const asked: string[] = [];
    const found = await pagefind({ module: recording(asked) }).search(query, { signal });
    assert.deepEqual(asked.slice(0, 6), [
      'password',
      'forgotten,',
      'mail',
      'new',
      'link',
      'arrive',
    ]);
    assert.equal(found[0]?.url, '/reset-password.html');
    assert.equal(found[0].title, 'Reset a forgotten password');
  });

  test('marks the words that it found', async () => {
    const [found] = await pagefind({ module: recording() }).search(query, { signal });
    const { excerpt = '', matches } = found ?? {};
    const marked = matches?.excerpt?.map(([start, end]) => excerpt.slice(start, end).toLowerCase());
    assert.deepEqual([...new Set(marked)].sort(), ['forgotten', 'link', 'new', 'password']);
  });

  test('shows markup as the text that it is', async () => {
    const asked = { subject: 'script shown as text', description: '' };
    const [found] = await pagefind({ module: recording() }).search(asked, { signal });
    assert.equal(found?.title, 'Show <script> and other HTML as text');
    assert.match(found.excerpt ?? '', /^Show <script> and other HTML as text .+ Write <img src=x/);
    assert.match(
      found.text ?? '',
      /The text if \(a && b < c\) \{ return "<b>"; \} stays as it is\.$/,
    );
  });

  test('has as many pages as were asked for, and says where they come from', async () => {
    const source = pagefind({ module: recording(), limit: 2, label: 'Larch help' });
    const found = await source.search(query, { signal });
    assert.deepEqual(
      found.map((solution) => solution.source),
      ['Larch help', 'Larch help'],
    );
  });

  test('hands its options on, once, and tries again after it has failed', async () => {
    const given: unknown[] = [];
    const module = {
      ...recording(),
      async options(options: unknown) {
        given.push(options);
        if (given.length === 1) throw new Error('not yet');
      },
    };
    const source = pagefind({ module, options: { baseUrl: '/docs/' } });
    await assert.rejects(source.search(query, { signal }), /not yet/);
    await source.search(query, { signal });
    await source.search(query, { signal });
    assert.deepEqual(given, [{ baseUrl: '/docs/' }, { baseUrl: '/docs/' }]);
  });

  test('needs Pagefind', async () => {
    assert.throws(() => pagefind({}), /needs the url of pagefind\.js, or the module/);
    const other = pagefind({ module: {} as PagefindModule });
    await assert.rejects(other.search(query, { signal }), /is not pagefind\.js: it has no search/);
  });
});

describe('what Pagefind knows of a page', () => {
  const page = { url: '/docs/a.html', meta: { title: 'A' }, excerpt: '', content: '' };

  test('leads to its site', () => {
    const urls = (root?: string) => decode([page], { root }).map(({ url }) => url);
    assert.deepEqual(urls(), ['/docs/a.html']);
    assert.deepEqual(urls('https://x.example/docs/pagefind/pagefind.js'), [
      'https://x.example/docs/a.html',
    ]);
  });

  test('has the date that the site gives it', () => {
    const updated = (meta: object) =>
      decode([{ ...page, meta: { title: 'A', ...meta } }])[0]?.updated;
    assert.equal(updated({ date: '2026-03-14' }), '2026-03-14');
    assert.equal(updated({ date: 'last week' }), undefined);
  });

  test('is left out when it is none', () => {
    assert.deepEqual(
      decode([null, 1, {}, { ...page, url: 'javascript:alert(1)' }, { ...page, url: 5 }]),
      [],
    );
    assert.throws(() => decode({}));
  });

  test('has only the marks of Pagefind: other tags are no markup', () => {
    const excerpt = '&lt;b&gt;x&lt;/b&gt; <mark>y</mark> <img src=x onerror=alert(1)>z';
    const [found] = decode([{ ...page, excerpt }]);
    assert.equal(found?.excerpt, '<b>x</b> y z');
    assert.deepEqual(found.matches?.excerpt, [[9, 10]]);
  });
});
