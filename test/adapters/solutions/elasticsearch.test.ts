import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decode, elasticsearch, encode } from '../../../src/adapters/solutions/elasticsearch.js';
import { describeHostedSearch } from '../../contracts/hosted-search.js';
import { fixture } from '../../support/fixture.js';

const server = { url: 'https://search.example', index: 'articles' };

describeHostedSearch('Elasticsearch', {
  make: (options) => elasticsearch({ ...server, ...options }),
  answer: (found) => ({
    hits: {
      hits: found.map(({ title, url, excerpt }) => ({
        _id: url,
        _source: { title, url },
        highlight: { body: [excerpt] },
      })),
    },
  }),
  refusal: fixture('elasticsearch/refusal.json'),
});

const query = { subject: 'reset password', description: '', product: 'mail', topic: 'sign-in' };
const bodyOf = (...parameters: Parameters<typeof encode>) =>
  JSON.parse(encode(...parameters)?.body ?? '') as Record<string, unknown>;

describe('what Elasticsearch is asked', () => {
  test('goes to the index, with a key where there is one', () => {
    const { url, method, headers } = encode(query, server) ?? {};
    assert.deepEqual([url, method], ['https://search.example/articles/_search', 'POST']);
    assert.deepEqual(headers, { 'content-type': 'application/json' });
    const keyed = encode(query, { ...server, apiKey: 'read-only' });
    assert.deepEqual(keyed?.headers, {
      'content-type': 'application/json',
      authorization: 'ApiKey read-only',
    });
  });

  test('are words in title and text, and marks that no text has', () => {
    assert.deepEqual(bodyOf(query, server), {
      size: 10,
      track_total_hits: false,
      _source: ['title', 'url', 'body', 'updated_at'],
      query: {
        bool: {
          must: {
            multi_match: {
              query: 'reset password',
              type: 'most_fields',
              fields: ['title^3', 'body'],
            },
          },
          should: [],
        },
      },
      highlight: {
        pre_tags: ['\uEE00'],
        post_tags: ['\uEE01'],
        fields: {
          title: { number_of_fragments: 0 },
          body: { number_of_fragments: 1, fragment_size: 200 },
        },
      },
    });
  });

  test('prefers product and topic, and excludes nothing', () => {
    const fields = { product: 'product', topic: 'topic.keyword' };
    const { query: asked } = bodyOf(query, { ...server, fields });
    const { bool } = asked as { bool: Record<string, unknown> };
    assert.deepEqual(bool['should'], [
      { constant_score: { filter: { match: { product: 'mail' } }, boost: 2 } },
      { constant_score: { filter: { match: { 'topic.keyword': 'sign-in' } }, boost: 2 } },
    ]);
    assert.deepEqual(Object.keys(bool), ['must', 'should']);
  });
});

describe('what Elasticsearch answers', () => {
  const [first, second, ...others] = decode(fixture('elasticsearch/articles.json'));

  test('has titles and passages with what matches', () => {
    assert.deepEqual(first, {
      id: 'reset',
      title: 'Reset your password',
      url: 'https://help.example/reset',
      excerpt: 'Open Settings, choose Account, and reset your password.',
      updated: '2026-07-14T09:30:00.000Z',
      text: 'Open Settings, choose Account, and reset your password. The link in the mail is valid for one hour.',
      matches: {
        title: [
          [0, 5],
          [11, 19],
        ],
        excerpt: [
          [35, 40],
          [46, 54],
        ],
      },
    });
    assert.deepEqual(second?.matches, { title: undefined, excerpt: [[14, 22]] });
    assert.deepEqual(others, []);
  });

  test('has fields inside of others, as the host says', () => {
    const hit = {
      _id: '1',
      _source: { meta: { title: 'A & B' }, page: { url: '/a' } },
      highlight: { 'meta.title': ['\uEE00A\uEE01 & B'] },
    };
    const fields = { title: 'meta.title', url: 'page.url' };
    const [solution] = decode({ hits: { hits: [hit] } }, { fields });
    assert.equal(solution?.title, 'A & B');
    assert.deepEqual(solution.matches?.title, [[0, 1]]);
  });
});
