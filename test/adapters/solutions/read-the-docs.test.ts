import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decode, encode, readTheDocs } from '../../../src/adapters/solutions/read-the-docs.js';
import { describeHostedSearch } from '../../contracts/hosted-search.js';
import { fixture } from '../../support/fixture.js';

/** As the server writes what stands around a match. */
const escaped = (text: unknown) =>
  typeof text === 'string'
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text;

/** The parts of an address that the server tells apart. */
function parts(url: unknown) {
  const [, domain, path] = /^(https?:\/\/[^/]+)(.*)$/s.exec(String(url)) ?? ['', url, ''];
  return { domain, path };
}

describeHostedSearch('Read the Docs', {
  make: (options) => readTheDocs({ project: 'help', ...options }),
  answer: (found) => ({
    results: found.map(({ title, url, excerpt }) => ({
      type: 'page',
      title,
      ...parts(url),
      highlights: { title: [escaped(title)] },
      blocks: [{ type: 'section', id: '', highlights: { title: [], content: [escaped(excerpt)] } }],
    })),
  }),
  refusal: fixture('read-the-docs/refusal.json'),
});

const query = { subject: 'reset password', description: '' };
const asked = (...[what, options]: Partial<Parameters<typeof encode>>) =>
  new URL(encode(what ?? query, options ?? { project: 'help' })?.url ?? '', 'https://page.example');

describe('what Read the Docs is asked', () => {
  test('goes to the service, or to the documentation’s own domain', () => {
    assert.equal(
      String(asked()),
      'https://app.readthedocs.org/api/v3/search/?q=project%3Ahelp+reset+password&page_size=10',
    );
    const own = asked(query, { project: 'help', url: '/_' });
    assert.equal(own.pathname, '/_/api/v3/search/');
  });

  test('names each project and version', () => {
    const url = asked(query, { project: ['help/latest', 'api/v2'] });
    assert.equal(url.searchParams.get('q'), 'project:help/latest project:api/v2 reset password');
  });

  test('asks for product and topic like for words, none of which must be there', () => {
    const url = asked({ ...query, product: 'mail', topic: 'sign-in' });
    assert.equal(url.searchParams.get('q'), 'project:help reset password mail sign-in');
  });

  test('lets nobody search elsewhere, or write a query', () => {
    const subject = 'project:other subprojects:more user:@me pass* (a|b) +c d~2 "e f"';
    assert.equal(
      asked({ subject, description: '' }).searchParams.get('q'),
      'project:help project other subprojects more user @me pass a b c d 2 e f',
    );
  });
});

describe('what Read the Docs answers', () => {
  const [first, second, ...others] = decode(fixture('read-the-docs/pages.json'));

  test('leads to the section of a page that fits best, with what matches', () => {
    assert.deepEqual(first, {
      title: 'Passwords & codes',
      url: 'https://help.readthedocs.io/en/latest/passwords.html#reset-your-password',
      excerpt: 'Open Settings > Account, and reset your password.',
      matches: {
        title: [[0, 9]],
        excerpt: [
          [29, 34],
          [40, 48],
        ],
      },
    });
  });

  test('may have matched a title alone', () => {
    assert.equal(second?.url, 'https://help.readthedocs.io/en/latest/resetting.html');
    assert.deepEqual(others, []);
  });

  test('may lack a passage: then a section begins with its text', () => {
    const content = 'All about it. '.repeat(100);
    const blocks = [{ id: 'a', content, highlights: { title: [], content: [] } }];
    const page = { title: 'A', domain: 'https://a.example', path: '/a', blocks };
    assert.equal(decode({ results: [page] })[0]?.excerpt, content.slice(0, 200));
  });

  test('may lack an address: then it is no solution', () => {
    assert.deepEqual(decode({ results: [{ title: 'A', domain: null, path: null }] }), []);
  });
});
