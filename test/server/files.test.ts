import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { startDesk } from './desk-process.js';
import {
  draftWith,
  filesIn,
  get,
  issuesOf,
  origin,
  readCase,
  sendFile,
  submit,
  temporaryFolder,
  testDesk,
  upload,
} from './test-desk.js';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('a file comes back as it was sent, and cannot act on the page', async (context) => {
  const { fetch, data } = testDesk(context);
  const draft = draftWith();
  const content = randomBytes(300_000);
  const name = 'Größe „1“; a="b" \'c\' (2) 👩‍🚀.html';
  const file = await upload(fetch, content, { key: draft.key, id: 'u1', name, type: 'text/html' });
  assert.deepEqual(file, {
    id: 'u1',
    name,
    size: content.length,
    type: 'text/html',
    status: 'uploaded',
    ref: file.ref,
    sha256: sha256(content),
  });
  assert.deepEqual(filesIn(data), { files: [file.ref], incoming: [] });
  const receipt = await submit(fetch, { ...draft, attachments: [file] });
  const [attachment] = (await readCase(fetch, receipt)).attachments;
  const response = await get(fetch, String(attachment?.url));
  assert.ok(Buffer.from(await response.arrayBuffer()).equals(content));
  assert.equal(response.headers.get('content-length'), String(content.length));
  assert.match(response.headers.get('content-disposition') ?? '', /^attachment; /);
  assert.match(response.headers.get('content-security-policy') ?? '', /sandbox/);
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  const encoded = /filename\*=UTF-8''([\w.%!~-]+)$/.exec(
    response.headers.get('content-disposition') ?? '',
  );
  assert.equal(decodeURIComponent(encoded?.[1] ?? ''), name);
});

test('a file belongs to its case only', async (context) => {
  const { fetch } = testDesk(context);
  const draft = draftWith();
  const file = await upload(fetch, 'secret', { key: draft.key });
  const own = await submit(fetch, { ...draft, attachments: [file] });
  const other = await submit(fetch, draftWith());
  assert.equal((await get(fetch, `${own.url}/files/${file.ref}`)).status, 200);
  assert.equal((await get(fetch, `${other.url}/files/${file.ref}`)).status, 404);
  assert.equal((await get(fetch, `${own.url}/files/..%2F..%2Fdesk.sqlite`)).status, 404);
});

test('names lose their folders, what cannot be seen, and what is too long', async (context) => {
  const { fetch } = testDesk(context);
  const { key } = draftWith();
  const named = async (name: string) => (await upload(fetch, 'x', { key, name })).name;
  assert.equal(await named('../../etc/passwd'), 'passwd');
  assert.equal(await named('C:\\Users\\ada\\shot.png'), 'shot.png');
  assert.equal(await named('shot\u202egnp.exe\r\n\0'), 'shotgnp.exe');
  assert.equal(await named('می‌خواهم.txt'), 'می‌خواهم.txt');
  assert.equal(await named(`${'👩'.repeat(300)}.png`), `${'👩'.repeat(251)}.png`);
  for (const nothing of ['', '..', '.', '/', ' ']) {
    assert.equal(await named(nothing), 'file');
  }
  const broken = await sendFile(fetch, 'x', { key, headers: { 'x-file-name': '100%' } });
  assert.equal(((await broken.json()) as { name: string }).name, '100%');
});

test('the same upload again is the same file, also when both come at once', async (context) => {
  const { fetch, data } = testDesk(context);
  const { key } = draftWith();
  const send = () => sendFile(fetch, 'same', { key, id: 'u1' });
  const responses = await Promise.all([send(), send(), send(), send()]);
  const answers = (await Promise.all(responses.map((response) => response.json()))) as {
    ref: string;
  }[];
  assert.deepEqual(responses.map(({ status }) => status).sort(), [200, 200, 200, 201]);
  assert.equal(new Set(answers.map(({ ref }) => ref)).size, 1);
  assert.deepEqual(filesIn(data), { files: [answers[0]?.ref], incoming: [] });
  const other = await sendFile(fetch, 'other content', { key, id: 'u1' });
  assert.equal(other.status, 409);
  assert.equal(filesIn(data).files.length, 1);
});

test('a file that comes after the submission joins the case at once', async (context) => {
  const { fetch } = testDesk(context);
  const draft = draftWith();
  const receipt = await submit(fetch, draft);
  await upload(fetch, 'one more', { key: draft.key, name: 'more.txt' });
  const { attachments } = await readCase(fetch, receipt);
  assert.deepEqual(
    attachments.map(({ name }) => name),
    ['more.txt'],
  );
});

test('a file can be taken back until a case holds it, and by its own draft only', async (context) => {
  const { fetch, data } = testDesk(context);
  const draft = draftWith();
  const [wrong, right] = [
    await upload(fetch, 'wrong', { key: draft.key }),
    await upload(fetch, 'right', { key: draft.key }),
  ];
  const take = async (ref: string | undefined, key: string) =>
    (
      await fetch(
        new Request(`${origin}/desk/files/${ref}`, {
          method: 'DELETE',
          headers: { 'x-case-key': key },
        }),
      )
    ).status;
  assert.equal(await take(wrong.ref, draftWith().key), 404);
  assert.equal(await take('%00', draft.key), 404);
  assert.equal(await take(wrong.ref, 'short'), 400);
  assert.equal(await take(wrong.ref, draft.key), 204);
  assert.equal(await take(wrong.ref, draft.key), 404);
  await submit(fetch, { ...draft, attachments: [right] });
  assert.equal(await take(right.ref, draft.key), 409);
  assert.deepEqual(filesIn(data), { files: [right.ref], incoming: [] });
});

test('a file that is too large is refused, whether its size is told or not', async (context) => {
  const { fetch, data } = testDesk(context, { maxFileSize: 1000 });
  const { key } = draftWith();
  const body = new Uint8Array(1001);
  for (const headers of [{ 'content-length': '1001' }, {}]) {
    const stream = new Blob([body]).stream();
    const response = await sendFile(fetch, stream, { key, name: 'big.bin', headers });
    assert.equal(response.status, 413);
    assert.deepEqual(await issuesOf(response), ['attachments: big.bin is larger than 1 kB.']);
  }
  assert.equal((await sendFile(fetch, body.subarray(1), { key })).status, 201);
  assert.equal(filesIn(data).files.length, 1);
  assert.deepEqual(filesIn(data).incoming, []);
});

test('there is an end to the files of one draft', async (context) => {
  const { fetch, data } = testDesk(context, { maxFiles: 2 });
  const { key } = draftWith();
  for (const content of ['one', 'two']) await upload(fetch, content, { key });
  const response = await sendFile(fetch, 'three', { key });
  assert.equal(response.status, 422);
  assert.deepEqual(await issuesOf(response), ['attachments: At most 2 files can go along.']);
  assert.equal(filesIn(data).files.length, 2);
});

test('an upload without a key, or with an id that is none, is turned away', async (context) => {
  const { fetch, data } = testDesk(context);
  assert.equal((await sendFile(fetch, 'x', { key: '' })).status, 400);
  const headers = { 'x-upload-id': 'two words' };
  assert.equal((await sendFile(fetch, 'x', { key: draftWith().key, headers })).status, 400);
  assert.deepEqual(filesIn(data), { files: [], incoming: [] });
});

test('an upload that ends early leaves nothing behind', async (context) => {
  const { fetch, data } = testDesk(context);
  const { key } = draftWith();
  const short = await sendFile(fetch, 'half', { key, headers: { 'content-length': '8' } });
  assert.equal(short.status, 400);
  const broken = new ReadableStream({
    start: (controller) => controller.enqueue(new Uint8Array(1000)),
    pull: (controller) => controller.error(new TypeError('connection lost')),
  });
  assert.equal((await sendFile(fetch, broken, { key })).status, 400);
  assert.deepEqual(filesIn(data), { files: [], incoming: [] });
});

test('a connection that breaks in the middle of an upload leaves nothing behind', async (context) => {
  const data = temporaryFolder(context);
  const desk = await startDesk(context, data);
  const { key } = draftWith();
  const upload = request(new URL('/desk/files', desk.url), {
    method: 'POST',
    headers: { 'content-length': '10000000', 'x-case-key': key, 'x-file-name': 'half.bin' },
  });
  upload.on('error', () => undefined); // It is about to be broken.
  upload.write(randomBytes(1_000_000));
  await until(() => sizeOfIncoming(data) > 0);
  upload.destroy();
  await until(() => filesIn(data).incoming.length === 0);
  assert.deepEqual(filesIn(data).files, []);
  const whole = await sendFile(desk.fetch, 'whole', { key });
  assert.equal(whole.status, 201);
});

test('a sender whose file is too large can read why, over a real connection', async (context) => {
  const desk = await startDesk(context, temporaryFolder(context));
  const body = new Uint8Array(50_000_001);
  const response = await sendFile(desk.fetch, body, { key: draftWith().key, name: 'big.bin' });
  assert.equal(response.status, 413);
  assert.deepEqual(await issuesOf(response), ['attachments: big.bin is larger than 50 MB.']);
});

test('a large file passes through without being held in memory', async (context) => {
  const size = 256 * 1024 * 1024;
  const { fetch, data } = testDesk(context, { maxFileSize: size });
  const chunk = randomBytes(1024 * 1024);
  let sent = 0;
  let written = 0;
  let farthest = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        written = Math.max(written, sizeOfIncoming(data));
        farthest = Math.max(farthest, sent - written);
        controller.enqueue(chunk);
        sent += chunk.length;
        if (sent === size) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const file = await upload(fetch, body, { key: draftWith().key });
  assert.equal(file.size, size);
  const expected = createHash('sha256');
  for (let at = 0; at < size; at += chunk.length) expected.update(chunk);
  assert.equal(file.sha256, expected.digest('hex'));
  assert.ok(farthest <= 4 * chunk.length, `${farthest} bytes were ahead of the disk`);
});

test('half files of a killed desk are swept away a day later, and nothing else', (context) => {
  const data = temporaryFolder(context);
  testDesk(context, { data });
  const path = (folder: string, name: string) => join(data, folder, name);
  const kept = [path('incoming', 'arriving'), path('files', 'without-record')];
  const half = path('incoming', 'half');
  for (const file of [half, ...kept]) writeFileSync(file, 'x');
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
  for (const file of [half, path('files', 'without-record')])
    utimesSync(file, twoDaysAgo, twoDaysAgo);
  testDesk(context, { data });
  assert.equal(existsSync(half), false);
  assert.deepEqual(kept.filter(existsSync), kept);
});

test('nobody else on the machine can read what people wrote and sent', async (context) => {
  const data = temporaryFolder(context);
  chmodSync(data, 0o755);
  const { fetch } = testDesk(context, { data });
  const file = await upload(fetch, 'private', { key: draftWith().key });
  const paths = ['desk.sqlite', 'desk.sqlite-wal', 'files', 'incoming'];
  for (const path of [...paths, join('files', String(file.ref))]) {
    assert.equal(statSync(join(data, path)).mode & 0o077, 0, path);
  }
});

/** Bytes of the files that are on their way. */
function sizeOfIncoming(data: string): number {
  const sizes = filesIn(data).incoming.map(
    (name) => statSync(join(data, 'incoming', name), { throwIfNoEntry: false })?.size ?? 0,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Resolves when another process has done something; the test's own time limit ends the wait. */
async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 5));
}
