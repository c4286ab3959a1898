import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decode, encode, endpoint } from '../../../src/adapters/solutions/endpoint.js';
import { describeSolutionSource, solutionOfContract } from '../../contracts/solution-source.js';

describeSolutionSource('endpoint', {
  make: (fetch) => endpoint({ url: '/solutions', fetch }),
  answer: (articles) => Response.json({ solutions: articles }),
  broken: {
    'a status that is none of success': () => Response.json([solutionOfContract], { status: 503 }),
    'a page in place of JSON': () => new Response('<!doctype html>'),
    'JSON of another kind': () => Response.json({ error: 'no' }),
    'a text': () => Response.json('none'),
    nothing: () => Response.json(null),
  },
});

describe('the address of a search', () => {
  const query = { subject: 'a & b', description: 'what?', product: 'mail', topic: 'sign-in' };
  const asked = (url: string | URL, description = query.description) =>
    Object.fromEntries(new URL(encode(url, { ...query, description }), 'https://x').searchParams);

  test('carries the query', () => {
    assert.deepEqual(asked('https://help.example/search'), query);
    assert.deepEqual(asked(new URL('https://help.example/search?lang=en')), {
      lang: 'en',
      ...query,
    });
  });

  test('stays relative to the page, and keeps what it has', () => {
    const sent = encode('search?lang=en#top', { subject: 'a', description: '', topic: 't' });
    assert.equal(sent, 'search?lang=en&subject=a&description=&topic=t#top');
  });

  test('carries 1,000 characters of a description, and no half of one', () => {
    assert.equal(asked('/', 'x'.repeat(50_000))['description']?.length, 1000);
    assert.equal(asked('/', `${'x'.repeat(999)}😀`)['description'], 'x'.repeat(999));
  });
});

test('an answer is a list, or has one', () => {
  assert.equal(decode([solutionOfContract])[0]?.title, solutionOfContract.title);
  assert.equal(decode({ solutions: [solutionOfContract] })[0]?.title, solutionOfContract.title);
});
