import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { algolia, decode, encode } from '../../../src/adapters/solutions/algolia.js';
import { describeHostedSearch } from '../../contracts/hosted-search.js';
import { fixture } from '../../support/fixture.js';

const account = { appId: 'APP', apiKey: 'search-only', index: 'help docs' };
const articles = { title: 'title', product: 'product', topic: 'topic' };

describeHostedSearch('Algolia', {
  make: (options) => algolia({ ...account, ...options }),
  answer: (found) => ({
    hits: found.map(({ title, url, excerpt }) => ({
      title,
      url,
      _snippetResult: { content: { value: excerpt, matchLevel: 'none' } },
      _highlightResult: { title: { value: title, matchLevel: 'none', matchedWords: [] } },
    })),
  }),
  refusal: fixture('algolia/refusal.json'),
});

const query = { subject: 'reset password', description: '', product: 'mail', topic: '-x' };
const bodyOf = (request: ReturnType<typeof encode>) =>
  JSON.parse(request?.body ?? '') as Record<string, unknown>;

describe('what Algolia is asked', () => {
  test('goes to the index, with the key where no browser asks before it sends', () => {
    const { url, method, headers } = encode(query, account) ?? {};
    assert.equal(
      url,
      'https://APP-dsn.algolia.net/1/indexes/help%20docs/query?x-algolia-application-id=APP&x-algolia-api-key=search-only',
    );
    assert.deepEqual([method, headers], ['POST', { 'content-type': 'text/plain' }]);
  });

  test('goes to a proxy of the host', () => {
    const to = (url: string | URL) => encode(query, { ...account, url })?.url.split('?')[0];
    assert.equal(to('/search/'), '/search/1/indexes/help%20docs/query');
    assert.equal(
      to(new URL('https://x.example/a#b')),
      'https://x.example/a/1/indexes/help%20docs/query',
    );
    const kept = encode(query, { ...account, url: '/search?tenant=1' })?.url;
    assert.match(kept ?? '', /^\/search\/1\/indexes\/help%20docs\/query\?tenant=1&x-algolia-/);
  });

  test('are words of which not all must be there, and marks that no text has', () => {
    const body = bodyOf(encode(query, account));
    assert.equal(body['query'], 'reset password');
    assert.deepEqual(body['optionalWords'], ['reset', 'password']);
    assert.deepEqual([body['highlightPreTag'], body['highlightPostTag']], ['\uEE00', '\uEE01']);
    assert.equal(body['hitsPerPage'], 10);
  });

  test('are attributes as DocSearch has them, or as the host says', () => {
    const { attributesToRetrieve, attributesToSnippet } = bodyOf(encode(query, account));
    assert.ok((attributesToRetrieve as string[]).includes('hierarchy.lvl6'));
    assert.deepEqual(attributesToSnippet, ['content:30']);
    const fields = { title: 'name', url: 'link', text: 'body', updated: 'changed' };
    const own = bodyOf(encode(query, { ...account, fields }));
    assert.deepEqual(own['attributesToRetrieve'], ['objectID', 'name', 'link', 'body', 'changed']);
    assert.deepEqual(own['attributesToHighlight'], ['name']);
    assert.deepEqual(own['attributesToSnippet'], ['body:30']);
  });

  test('prefers product and topic where there is an attribute for them, and excludes nothing', () => {
    const body = bodyOf(encode(query, { ...account, fields: articles }));
    assert.deepEqual(body['optionalFilters'], ['product:mail', 'topic:\\-x']);
    assert.ok(!('filters' in body) && !('facetFilters' in body));
    assert.deepEqual(bodyOf(encode(query, account))['optionalFilters'], []);
  });

  test('is at most 512 bytes of words', () => {
    const body = bodyOf(encode({ subject: 'größe '.repeat(1000), description: '' }, account));
    const bytes = new TextEncoder().encode(String(body['query'])).length;
    assert.ok(bytes > 490 && bytes <= 512, `${bytes}`);
  });
});

describe('what Algolia answers', () => {
  const solutions = decode(fixture('algolia/docsearch.json'), { label: 'Docs' });

  test('has the deepest heading as its title, with what matches', () => {
    const [first] = solutions;
    assert.deepEqual(first, {
      id: '2-https://help.example/guide/sign-in',
      title: 'Reset your password',
      url: 'https://help.example/guide/sign-in#reset-your-password',
      excerpt: '… choose Account, and reset your password. The link in the mail is valid …',
      source: 'Docs',
      matches: {
        title: [
          [0, 5],
          [11, 19],
        ],
        excerpt: [
          [22, 27],
          [33, 41],
        ],
      },
    });
  });

  test('has each page once, by its best section', () => {
    assert.deepEqual(
      solutions.map(({ title }) => title),
      ['Reset your password', 'Passwords'],
    );
  });

  test('has whole articles of an index of the host’s own', () => {
    const hit = {
      objectID: '7',
      name: ['A', 'B'],
      link: '/a',
      body: 'Read this.',
      at: 1784025000000,
    };
    const fields = { title: 'name', url: 'link', text: 'body', updated: 'at' };
    const [own] = decode({ hits: [hit] }, { fields });
    assert.equal(own?.title, 'A');
    assert.equal(own.text, 'Read this.');
    assert.equal(own.excerpt, 'Read this.');
    assert.equal(own.updated, '2026-07-14T10:30:00.000Z');
  });

  test('may be HTML, which becomes text', () => {
    const hit = {
      title: 'Mail &amp; <b>more</b>',
      url: '/a',
      content: '<p>One</p><p>two</p>',
      _snippetResult: {
        content: { value: '<p>\uEE00One\uEE01</p><img src=x onerror=alert(1)> <b>two' },
      },
      _highlightResult: { title: { value: 'Mail &amp; <b>\uEE00more\uEE01</b>' } },
    };
    const [solution] = decode({ hits: [hit] }, { fields: { html: true } });
    assert.equal(solution?.title, 'Mail & more');
    assert.deepEqual(solution.matches?.title, [[7, 11]]);
    assert.match(solution.excerpt ?? '', /^One\s+two$/);
    assert.deepEqual(solution.matches.excerpt, [[0, 3]]);
  });

  test('has marks that another wanted, and HTML has', () => {
    const hit = {
      title: 'a',
      url: '/a',
      _snippetResult: { content: { value: 'so <em>it</em> is' } },
    };
    const [solution] = decode({ hits: [hit] }, { fields: { html: true } });
    assert.equal(solution?.excerpt, 'so it is');
    assert.deepEqual(solution.matches?.excerpt, [[3, 5]]);
  });
});
