import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decode, encode, zendesk } from '../../../src/adapters/solutions/zendesk.js';
import { describeHostedSearch } from '../../contracts/hosted-search.js';
import { fixture } from '../../support/fixture.js';

const escaped = (text: unknown) =>
  typeof text === 'string'
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text;

describeHostedSearch('Zendesk', {
  make: (options) => zendesk({ url: 'https://acme.zendesk.com', ...options }),
  answer: (found) => ({
    results: found.map(({ title, url, excerpt }, id) => ({
      id,
      title,
      html_url: url,
      snippet: escaped(excerpt),
      body: escaped(excerpt),
      result_type: 'article',
    })),
  }),
  refusal: fixture('zendesk/refusal.json'),
});

const query = { subject: 'reset password', description: '' };

describe('what Zendesk is asked', () => {
  test('goes to the articles of the help center, in its language', () => {
    assert.equal(
      encode(query, { url: 'https://acme.zendesk.com', locale: 'en-us' })?.url,
      'https://acme.zendesk.com/api/v2/help_center/articles/search.json?query=reset+password&per_page=10&locale=en-us',
    );
    assert.equal(
      encode(query, { url: '/' })?.url,
      '/api/v2/help_center/articles/search.json?query=reset+password&per_page=10',
    );
  });

  test('carries neither product nor topic: what is found could only become less', () => {
    const { url = '' } = encode({ ...query, product: 'mail', topic: 'x' }, { url: '/' }) ?? {};
    assert.doesNotMatch(url, /mail|label/);
  });
});

describe('what Zendesk answers', () => {
  const titles = (product?: string, topic?: string) =>
    decode(fixture('zendesk/articles.json'), {
      query: { ...query, ...(product && { product }), ...(topic && { topic }) },
    }).map(({ title }) => title);

  test('has texts of the HTML, and what matches', () => {
    const [first] = decode(fixture('zendesk/articles.json'), { label: 'Help center' });
    assert.deepEqual(first, {
      id: '360012345678',
      title: 'Reset your password',
      url: 'https://acme.zendesk.com/hc/en-us/articles/360012345678-Reset-your-password',
      excerpt: 'Open Settings, choose Account, and reset your password.The link & the mail',
      updated: '2026-07-14T09:30:00Z',
      text: 'Open Settings, choose Account, and reset your password.\n\nThe link in the mail is valid for one\u00a0hour.',
      source: 'Help center',
      matches: {
        title: undefined,
        excerpt: [
          [35, 40],
          [46, 54],
        ],
      },
    });
  });

  test('keeps its order, but for articles with a label that product or topic names', () => {
    const [reset, code, boxes] = [
      'Reset your password',
      'Two-step sign-in',
      'Passwords of mailboxes',
    ];
    assert.deepEqual(titles(), [reset, code, boxes]);
    assert.deepEqual(titles('calendar'), [reset, code, boxes]);
    assert.deepEqual(titles('mail'), [reset, boxes, code]);
    assert.deepEqual(titles('mail', 'Sign-in'), [boxes, reset, code]);
  });
});
