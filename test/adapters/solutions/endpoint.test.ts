import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  decode,
  encode,
  encodeAccepted,
  endpoint,
} from '../../../src/adapters/solutions/endpoint.js';
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
  const asked = (url: string | URL, texts = {}) =>
    Object.fromEntries(new URL(encode({ ...query, ...texts }, { url }), 'https://x').searchParams);

  test('carries the query', () => {
    assert.deepEqual(asked('https://help.example/search'), query);
    assert.deepEqual(asked(new URL('https://help.example/search?lang=en')), {
      lang: 'en',
      ...query,
    });
  });

  test('stays relative to the page, and keeps what it has', () => {
    const sent = encode(
      { subject: 'a', description: '', topic: 't' },
      { url: 'search?lang=en#top' },
    );
    assert.equal(sent, 'search?lang=en&subject=a&description=&topic=t#top');
  });

  test('carries 1,000 characters of a description, 300 of a subject, and no half of one', () => {
    const long = asked('/', { subject: 'x'.repeat(50_000), description: 'x'.repeat(50_000) });
    assert.deepEqual([long['subject']?.length, long['description']?.length], [300, 1000]);
    const half = asked('/', { description: `${'x'.repeat(999)}😀` });
    assert.equal(half['description'], 'x'.repeat(999));
  });

  test('carries words in place of texts, for a search that takes words', () => {
    const words = ({ subject }: { subject: string }) => `telling ${subject}`;
    const sent = encode(query, { url: '/search', words });
    assert.equal(sent, '/search?q=telling+a+%26+b&product=mail&topic=sign-in');
    const long = encode(query, { url: '/search', words: () => 'x'.repeat(50_000) });
    assert.ok(long.length < 1100);
  });
});

test('an answer is a list, or has one', () => {
  assert.equal(decode([solutionOfContract])[0]?.title, solutionOfContract.title);
  assert.equal(decode({ solutions: [solutionOfContract] })[0]?.title, solutionOfContract.title);
});

describe('an article that has helped', () => {
  const query = { subject: 'a', description: 'b', product: 'mail' };

  test('is told where the host says, and the page may go meanwhile', async () => {
    const asked: unknown[][] = [];
    const fetch = async (...call: unknown[]) => {
      asked.push(call);
      return new Response(null, { status: 204 });
    };
    const source = endpoint({ url: '/solutions', accepted: '/accepted', fetch });
    await source.accepted?.({ ...solutionOfContract, id: 'reset' }, query);
    const [[url, request] = []] = asked as [string, RequestInit][];
    const { body, ...rest } = request ?? {};
    assert.equal(url, '/accepted');
    assert.deepEqual(rest, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      keepalive: true,
    });
    assert.deepEqual(JSON.parse(body as string), {
      articleId: 'reset',
      subject: 'a',
      description: 'b',
    });
    assert.equal(asked.length, 1);
  });

  test('is named by its address when it has no name, with as much text as a search sends', () => {
    const long = { subject: 'x'.repeat(999), description: `${'x'.repeat(999)}😀` };
    assert.deepEqual(JSON.parse(encodeAccepted(solutionOfContract, long)), {
      articleId: solutionOfContract.url,
      subject: 'x'.repeat(300),
      description: 'x'.repeat(999),
    });
  });

  test('is told to nobody when the host does not say where', () => {
    assert.equal('accepted' in endpoint({ url: '/solutions' }), false);
  });
});
