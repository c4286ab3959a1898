import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decode, encode, typesense } from '../../../src/adapters/solutions/typesense.js';
import { docSearchTitles } from '../../../src/adapters/solutions/records.js';
import { describeHostedSearch } from '../../contracts/hosted-search.js';
import { fixture } from '../../support/fixture.js';

const server = { url: 'https://search.example', apiKey: 'search-only', collection: 'help docs' };

describeHostedSearch('Typesense', {
  make: (options) => typesense({ ...server, ...options }),
  answer: (found) => ({
    hits: found.map(({ title, url, excerpt }) => ({
      document: { title, url },
      highlights: [{ field: 'body', snippet: excerpt, matched_tokens: [] }],
    })),
  }),
  refusal: fixture('typesense/refusal.json'),
});

const query = { subject: 'reset password', description: '', product: 'mail', topic: 'sign in' };
const asked = (...[what, options]: Partial<Parameters<typeof encode>>) => {
  const { url = '' } = encode(what ?? query, options ?? server) ?? {};
  return Object.fromEntries(new URL(url).searchParams);
};

describe('what Typesense is asked', () => {
  test('goes to the collection, in an address, so that no browser asks before it sends', () => {
    const { url = '', ...init } = encode(query, server) ?? {};
    assert.match(url, /^https:\/\/search\.example\/collections\/help%20docs\/documents\/search\?/);
    assert.deepEqual(init, {});
    assert.equal(asked()['x-typesense-api-key'], 'search-only');
  });

  test('are words, fields with their weights, and marks that no text has', () => {
    assert.deepEqual(asked(), {
      q: 'reset password',
      query_by: 'title,body',
      query_by_weights: '3,1',
      per_page: '10',
      drop_tokens_threshold: '10',
      include_fields: 'id,title,url,body,updated_at',
      highlight_full_fields: 'title',
      highlight_affix_num_tokens: '12',
      highlight_start_tag: '\uEE00',
      highlight_end_tag: '\uEE01',
      'x-typesense-api-key': 'search-only',
    });
  });

  test('are the fields of its crawler, where the host says so', () => {
    const fields = { title: docSearchTitles, text: 'content' };
    const { query_by: by, query_by_weights: weights } = asked(query, { ...server, fields });
    assert.equal(by?.split(',').length, 8);
    assert.equal(weights, '3,3,3,3,3,3,3,1');
  });

  test('prefers product and topic among documents that match as well', () => {
    const fields = { product: 'product', topic: 'tags' };
    assert.equal(
      asked(query, { ...server, fields })['sort_by'],
      '_text_match(buckets: 10):desc,_eval([ (product:=`mail`):1, (tags:=`sign in`):1 ]):desc,_text_match:desc',
    );
  });

  test('lets no value end the expression', () => {
    const fields = { product: 'product' };
    for (const product of ['a`):9 ]', '(a)', 'a)', '[a]']) {
      assert.equal(asked({ ...query, product }, { ...server, fields })['sort_by'], undefined);
    }
  });
});

describe('what Typesense answers', () => {
  const [first, second, ...others] = decode(fixture('typesense/articles.json'), { label: 'Help' });

  test('has titles and passages with what matches, and seconds as a date', () => {
    assert.deepEqual(first, {
      id: '124',
      title: 'Reset your password',
      url: 'https://help.example/reset',
      excerpt: 'choose Account, and reset your password. The link in the mail',
      updated: '2026-07-14T10:30:00.000Z',
      text: 'Open Settings, choose Account, and reset your password. The link in the mail is valid for one hour.',
      source: 'Help',
      matches: {
        title: [
          [0, 5],
          [11, 19],
        ],
        excerpt: [
          [20, 25],
          [31, 39],
        ],
      },
    });
  });

  test('has marks by field, without a list of them', () => {
    assert.equal(second?.excerpt, 'You need your password and a code.');
    assert.deepEqual(second.matches, { title: undefined, excerpt: [[14, 22]] });
    assert.deepEqual(others, []);
  });
});
