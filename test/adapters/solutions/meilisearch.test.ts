import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decode, encode, meilisearch } from '../../../src/adapters/solutions/meilisearch.js';
import { describeHostedSearch } from '../../contracts/hosted-search.js';
import { fixture } from '../../support/fixture.js';

const server = { url: 'https://search.example', apiKey: 'search-only', index: 'articles' };

describeHostedSearch('Meilisearch', {
  make: (options) => meilisearch({ ...server, ...options }),
  answer: (found) => ({
    hits: found.map(({ title, url, excerpt }) => ({
      title,
      url,
      _formatted: { title, url, body: excerpt },
    })),
  }),
  refusal: fixture('meilisearch/refusal.json'),
});

interface Body {
  federation: { limit: number };
  queries: Record<string, unknown>[];
}
const query = { subject: 'reset password', description: '', product: 'my "mail"' };
const bodyOf = (...parameters: Parameters<typeof encode>) =>
  JSON.parse(encode(...parameters)?.body ?? '') as Body;

describe('what Meilisearch is asked', () => {
  test('goes to the server with the search key, where there is one', () => {
    const { url, method, headers } = encode(query, server) ?? {};
    assert.deepEqual([url, method], ['https://search.example/multi-search', 'POST']);
    assert.deepEqual(headers, {
      'content-type': 'application/json',
      authorization: 'Bearer search-only',
    });
    const open = encode(query, { url: '/search', index: 'articles' });
    assert.deepEqual(open?.headers, { 'content-type': 'application/json' });
  });

  test('are words of which the usual ones may be missing, and marks that no text has', () => {
    assert.deepEqual(bodyOf(query, server), {
      federation: { limit: 10 },
      queries: [
        {
          indexUid: 'articles',
          q: 'reset password',
          matchingStrategy: 'frequency',
          attributesToRetrieve: ['id', 'title', 'url', 'body', 'updated_at'],
          attributesToHighlight: ['title', 'body'],
          attributesToCrop: ['body'],
          cropLength: 30,
          highlightPreTag: '\uEE00',
          highlightPostTag: '\uEE01',
        },
      ],
    });
  });

  test('asks once more for what the query prefers, which then counts more', () => {
    const fields = { product: 'product', topic: 'topic' };
    const { federation, queries } = bodyOf(query, { ...server, fields });
    assert.equal(federation.limit, 20);
    assert.equal(queries.length, 2);
    assert.ok(!('filter' in (queries[0] ?? {})));
    const { filter, federationOptions } = queries[1] ?? {};
    assert.equal(filter, 'product = "my \\"mail\\""');
    assert.deepEqual(federationOptions, { weight: 1.2 });
  });

  test('are ten words at most, of which four are kept for the description', () => {
    const names = (name: string) =>
      Array.from({ length: 20 }, (_, number) => `${name}${number}`).join(' ');
    const long = { subject: names('subject'), description: names('description') };
    const words = String(bodyOf(long, server).queries[0]?.['q']).split(' ');
    assert.equal(words.length, 10);
    assert.equal(words.filter((word) => word.startsWith('description')).length, 4);
  });
});

describe('what Meilisearch answers', () => {
  const [first, second, ...others] = decode(fixture('meilisearch/articles.json'));

  test('has titles and passages with what matches', () => {
    assert.deepEqual(first, {
      id: '124',
      title: 'Reset your password',
      url: 'https://help.example/reset',
      excerpt: '…choose Account, and reset your password. The link in the mail…',
      updated: '2026-07-14T09:30:00Z',
      text: 'Open Settings, choose Account, and reset your password. The link in the mail is valid for one hour.',
      matches: {
        title: [
          [0, 5],
          [11, 19],
        ],
        excerpt: [
          [21, 26],
          [32, 40],
        ],
      },
    });
  });

  test('has an article once that two of its queries have found', () => {
    assert.equal(second?.title, 'Sign in on a new phone');
    assert.deepEqual(others, []);
  });
});
