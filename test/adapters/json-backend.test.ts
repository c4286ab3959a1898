import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BackendError } from '../../src/adapters/backends/backend-error.js';
import { jsonBackend } from '../../src/adapters/backends/json.js';
import type { Draft } from '../../src/schema/draft.js';
import { isReceipt } from '../../src/schema/outcome.js';
import { describeCaseBackend } from '../contracts/case-backend.js';

const url = 'https://desk.example/cases';
const issues = [{ path: ['subject'], message: 'Write a subject.' }];
const values = { subject: 'Naïve „Grüße“ 你好 👩‍🚀', description: 'One\n\t“two” \u0000 \ud800' };
const draft: Draft = { key: 'b5a3c9f0d1e24786', form: 'new-case', values, attachments: [] };
const { signal } = new AbortController();

describeCaseBackend('jsonBackend', (fetch) => jsonBackend({ url, fetch }), {
  created: () => Response.json({ number: 42, url: '/cases/x', status: 'open' }, { status: 201 }),
  refused: () => Response.json({ issues }, { status: 422 }),
  unclear: {
    'a failing server': () => new Response('', { status: 503 }),
    'a failing server that speaks JSON': () => Response.json({ number: 42 }, { status: 500 }),
    'a login page': () => new Response('<!doctype html><title>Sign in</title>'),
    'a redirect': () => Response.redirect('https://desk.example/login', 302),
    'a receipt cut short': () => new Response('{"number":"42","url":"/ca'),
    'a receipt without a number': () => Response.json({ url: '/cases/x' }, { status: 201 }),
    'a refusal without a reason': () => Response.json({ issues: [] }, { status: 422 }),
    'a receipt under the status of a refusal': () => Response.json({ number: 1 }, { status: 409 }),
    'a success without content': () => new Response(null, { status: 204 }),
    'a missing address': () => Response.json({ issues }, { status: 404 }),
  },
});

for (const status of [400, 409, 413, 422]) {
  test(`takes a refusal under the status ${status}`, async () => {
    const backend = jsonBackend({ url, fetch: async () => Response.json({ issues }, { status }) });
    assert.deepEqual(await backend.submit(draft, { signal }), { issues });
  });
}

test('posts JSON that names its key, and follows no redirect', async () => {
  const calls: Request[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit) => {
    calls.push(new Request(input, init));
    return Response.json({ number: '1' });
  };
  await jsonBackend({ url, fetch }).submit(draft, { signal });
  const [request] = calls;
  assert.equal(request?.method, 'POST');
  assert.equal(request.url, url);
  assert.equal(request.redirect, 'manual');
  assert.equal(request.headers.get('content-type'), 'application/json');
  assert.equal(request.headers.get('idempotency-key'), draft.key);
  assert.deepEqual(await request.json(), draft);
});

test('a failure names the status and nothing of the answer', async () => {
  const fetch = async () => new Response('secret of the server', { status: 502 });
  await assert.rejects(jsonBackend({ url, fetch }).submit(draft, { signal }), (error) => {
    assert.ok(error instanceof BackendError);
    assert.equal(error.status, 502);
    assert.ok(!error.message.includes('secret'));
    return true;
  });
});

test('keeps what else a receipt says, and drops an address that is not safe', async () => {
  const answer = { number: '1', url: 'javascript:alert(1)', queue: 'access' };
  const fetch = async () => Response.json(answer);
  const outcome = await jsonBackend({ url, fetch }).submit(draft, { signal });
  assert.ok(isReceipt(outcome));
  assert.equal(outcome['queue'], 'access');
  assert.equal(outcome.url, undefined);
});
