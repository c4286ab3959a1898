import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Of, multipartBackend } from '../../src/adapters/backends/multipart.js';
import { withCase } from '../../src/adapters/uploads/with-case.js';
import type { Attachment } from '../../src/schema/attachment.js';
import type { Draft } from '../../src/schema/draft.js';
import { isReceipt } from '../../src/schema/outcome.js';
import { describeCaseBackend } from '../contracts/case-backend.js';

const url = 'https://desk.example/cases';
const issues = [{ path: ['subject'], message: 'Write a subject.' }];
const { signal } = new AbortController();
const options = { key: 'k', signal, progress: () => undefined };
const [one, other] = [new File(['one'], 'ملف.txt'), new File(['two'], 'image.png')];

describeCaseBackend(
  'multipartBackend',
  (fetch) => multipartBackend({ url, fetch, files: withCase(), encode: (draft) => draft.key }),
  {
    created: () => Response.json({ number: 42 }, { status: 201 }),
    refused: () => Response.json({ issues }, { status: 422 }),
    unclear: {
      'a failing server': () => new Response('', { status: 503 }),
      'a login page': () => new Response('<!doctype html><title>Sign in</title>'),
      'a redirect': () => Response.redirect('https://desk.example/login', 302),
      'a receipt cut short': () => new Response('{"number":"42","url":"/ca'),
      'a receipt under the status of a refusal': () =>
        Response.json({ number: 1 }, { status: 409 }),
    },
  },
);

/** A draft with two files that wait for it. */
async function drafted() {
  const files = withCase();
  const attachments: Attachment[] = [
    await files.upload(one, { ...options, id: '1' }),
    await files.upload(other, { ...options, id: '2' }),
  ];
  const values = { subject: 'x', description: 'y' };
  const draft: Draft = { key: 'b5a3c9f0d1e24786', form: 'new-case', values, attachments };
  return { files, draft };
}

/** Takes what is sent to it. */
function desk() {
  const requests: Request[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit) => {
    requests.push(new Request(input, init));
    return Response.json({ number: '7' }, { status: 201 });
  };
  return { requests, fetch };
}

test('sends the draft and its files in one request, under one key', async () => {
  const { files, draft } = await drafted();
  const { requests, fetch } = desk();
  const backend = multipartBackend({ url, files, fetch, headers: () => ({ authorization: 'x' }) });
  assert.equal(backend.capabilities.attachments, 'with');
  for (let attempt = 0; attempt < 2; attempt++) {
    const outcome = await backend.submit(draft, { signal });
    assert.ok(isReceipt(outcome));
  }
  for (const request of requests) {
    assert.equal(request.headers.get('idempotency-key'), draft.key);
    assert.equal(request.headers.get('authorization'), 'x');
    const form = await request.formData();
    assert.deepEqual(JSON.parse(form.get('draft') as string), draft);
    const sent = form.getAll('files') as File[];
    assert.deepEqual(
      sent.map(({ name }) => name),
      ['ملف.txt', 'image.png'],
    );
    assert.deepEqual(await Promise.all(sent.map((file) => file.text())), ['one', 'two']);
  }
});

test('sends nothing without a file that the page has lost, and says which', async () => {
  const { files, draft } = await drafted();
  const { requests, fetch } = desk();
  const backend = multipartBackend({ url, files, fetch });
  const [, attachment] = draft.attachments;
  assert.ok(attachment);
  await files.remove?.(attachment, options);
  const outcome = await backend.submit(draft, { signal });
  assert.ok(!isReceipt(outcome));
  assert.match(outcome.issues[0]?.message ?? '', /image\.png/);
  assert.equal(requests.length, 0);
  files.hold(other, attachment);
  assert.ok(isReceipt(await backend.submit(draft, { signal })));
});

test('speaks as a desk wants to be spoken to', async () => {
  const { files, draft } = await drafted();
  const { requests, fetch } = desk();
  const backend = multipartBackend({
    url,
    files,
    fetch,
    encode: async ({ values }, held) =>
      JSON.stringify({
        title: values['subject'],
        attachments: await Promise.all(held.map(async (file) => base64Of(file))),
      }),
    decode: (answer) => ({ number: `#${(answer as { number: string }).number}` }),
  });
  assert.deepEqual(await backend.submit(draft, { signal }), { number: '#7' });
  assert.deepEqual(await requests[0]?.json(), { title: 'x', attachments: ['b25l', 'dHdv'] });
});

test('writes any file in base64', async () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_, at) => at % 256);
  assert.equal(await base64Of(new File([bytes], 'x')), Buffer.from(bytes).toString('base64'));
});

test('holds files without sending anything, as long as they are wanted', async () => {
  const files = withCase();
  await assert.rejects(files.upload(one, { ...options, id: '1', signal: AbortSignal.abort() }));
  assert.equal(files.fileOf({ id: '1' }), undefined);
  const attachment = await files.upload(one, { ...options, id: '1' });
  assert.equal(files.fileOf(attachment), one);
  await files.discard?.({ id: '1', key: 'k', signal });
  assert.equal(files.fileOf(attachment), undefined);
});
