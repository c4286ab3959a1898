import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BackendError } from '../../src/adapters/backends/backend-error.js';
import { everyAbility, jsonBackend } from '../../src/adapters/backends/json-backend.js';
import { newKey } from '../../src/core/key.js';
import { describeKnownCases } from '../contracts/case-backend.js';
import { ScriptedHost } from './scripted-host.js';

const url = 'https://host.example/api/cases';
const { signal } = new AbortController();

describeKnownCases('jsonBackend before a host of its own kind', everyAbility, () => {
  const host = new ScriptedHost();
  const as = (user: string) => {
    const fetch: typeof globalThis.fetch = (input, init) => {
      init?.signal?.throwIfAborted();
      return host.fetchAs(user)(input, init);
    };
    return jsonBackend({ url, fetch, capabilities: everyAbility });
  };
  return {
    ada: as('ada'),
    colleague: as('colleague'),
    stranger: as('stranger'),
    invalid: as('invalid'),
    draft: (values = {}, copied) => ({
      key: newKey(),
      form: 'asked',
      values: {
        ...{ subject: 'White page', description: 'The page stays white.', ...values },
        ...(copied && { cc: 'eve@other.example' }),
      },
      attachments: [],
    }),
    reply: (number, text) => host.reply(number, text),
    upload: async (key) => ({
      ...{ id: key, name: 'note.txt', size: 6, type: 'text/plain' },
      status: 'uploaded',
      ref: key,
    }),
  };
});

/** A backend whose every request is answered so, and the requests that came. */
function answering(
  answer: () => Response,
  options: { headers?: () => Record<string, string> } = {},
) {
  const calls: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    calls.push(new Request(input, init));
    return answer();
  };
  return { calls, backend: jsonBackend({ url, fetch, ...options }) };
}

type Cases = Required<ReturnType<typeof jsonBackend>>;
const asCases = (backend: ReturnType<typeof jsonBackend>) => backend as Cases;

test('without being told it opens cases, and declares no more', () => {
  assert.equal(jsonBackend({ url }).capabilities, undefined);
});

test('asks for a list by its address', async () => {
  const { backend, calls } = answering(() => Response.json({ cases: [] }));
  const sort = { by: 'created', descending: true } as const;
  const query = { scope: 'copied', status: 'solved', search: 'a & b', limit: 5, sort } as const;
  await asCases(backend).list(query, { signal });
  await asCases(backend).list({ scope: 'mine', limit: 5, cursor: 'a=/' }, { signal });
  assert.deepEqual(
    calls.map((call) => call.url.slice(url.length)),
    [
      '?scope=copied&status=solved&search=a+%26+b&limit=5&sort=-created',
      '?scope=mine&limit=5&cursor=a%3D%2F',
    ],
  );
});

test('a number is one part of a path, whatever is in it', async () => {
  const { backend, calls } = answering(() => new Response(null, { status: 404 }));
  for (const number of ['a/b', '../x', 'a?b#c', '%2e%2e', 'ä'])
    await asCases(backend).get(number, { signal });
  assert.deepEqual(
    calls.map((call) => call.url.slice(url.length)),
    ['/a%2Fb', '/..%2Fx', '/a%3Fb%23c', '/%252e%252e', '/%C3%A4'],
  );
  for (const number of ['..', '.', ''])
    await assert.rejects(asCases(backend).get(number, { signal }), TypeError);
  assert.equal(calls.length, 5);
});

test('every request carries what the host asks for, and follows no redirect', async () => {
  const { backend, calls } = answering(() => new Response(null, { status: 404 }), {
    headers: () => ({ authorization: 'Bearer 1' }),
  });
  const cases = asCases(backend);
  const key = newKey();
  await cases.list({ scope: 'mine', limit: 1 }, { signal });
  await cases.comment('1', { key, text: 'x', attachments: [] }, { signal });
  await cases.follow('1', true, { signal });
  for (const call of calls) {
    assert.equal(call.headers.get('authorization'), 'Bearer 1');
    assert.equal(call.headers.get('accept'), 'application/json');
    assert.equal(call.redirect, 'manual');
  }
  assert.equal(calls[1]?.headers.get('idempotency-key'), key);
});

test('what a bare status says is a refusal, and what it does not say is a failure', async () => {
  const codes: Record<number, string> = { 401: 'identity', 403: 'notFound', 404: 'notFound' };
  for (const [status, code] of Object.entries(codes)) {
    const { backend } = answering(() => new Response('<h1>', { status: Number(status) }));
    const answer = await asCases(backend).get('1', { signal });
    assert.deepEqual(answer, { issues: [{ path: [], message: '', code }] });
  }
  const unclear: (() => Response)[] = [
    () => new Response('<!doctype html><title>Sign in</title>'),
    () => Response.json({ number: '1' }),
    () => Response.redirect('https://host.example/login', 302),
    () => new Response(null, { status: 304 }),
  ];
  for (const answer of unclear) {
    const { backend } = answering(answer);
    await assert.rejects(asCases(backend).get('1', { signal }), BackendError);
  }
  const busy = () => new Response('', { status: 503, headers: { 'retry-after': '7' } });
  await assert.rejects(asCases(answering(busy).backend).resolve('1', { signal }), {
    status: 503,
    retryAfter: '7',
  });
});

test('an address that is not safe is dropped, and the case is told', async () => {
  const told = {
    ...{ number: '1', subject: 's', status: 'open', description: '', version: '1' },
    ...{ created: '2026-01-01T00:00:00Z', updated: '2026-01-01T00:00:00Z', details: [] },
    url: 'javascript:alert(1)',
    attachments: [{ id: 'a', name: 'a', size: 1, type: '', url: 'data:text/html,x' }],
    comments: [],
    isFollowed: false,
    can: { comment: true, attach: true, resolve: true, reopen: false, follow: true },
  };
  const answer = await asCases(answering(() => Response.json(told)).backend).get('1', { signal });
  assert.ok(answer && !('issues' in answer));
  assert.equal(answer.url, undefined);
  assert.equal(answer.attachments[0]?.url, undefined);
});
