import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { HttpError } from '../../src/server/http/http-error.js';
import { partsOf } from '../../src/server/http/multipart.js';

async function* chunked(bytes: Uint8Array, sizes: Iterable<number>): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const size of sizes) {
    yield bytes.subarray(at, at + size);
    at += size;
  }
  yield bytes.subarray(at);
}

async function read(bytes: Uint8Array, contentType: string, sizes: Iterable<number> = []) {
  const parts: { name: string; fileName: string | undefined; type: string; content: Buffer }[] = [];
  for await (const { name, fileName, type, chunks } of partsOf(
    chunked(bytes, sizes),
    contentType,
  )) {
    const content: Uint8Array[] = [];
    for await (const chunk of chunks) content.push(chunk);
    parts.push({ name, fileName, type, content: Buffer.concat(content) });
  }
  return parts;
}

/** A body as the platform writes it. */
async function encode(form: FormData) {
  const response = new Response(form);
  const contentType = response.headers.get('content-type') ?? '';
  return { contentType, bytes: new Uint8Array(await response.arrayBuffer()) };
}

test('parts come out as they went in, however the body is cut', async () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    // What looks like the mark between two parts.
    fc
      .array(fc.constantFrom(13, 10, 45, 45, 0, 65), { maxLength: 200 })
      .map((list) => Uint8Array.from(list)),
  );
  const part = fc.record({
    name: fc.string({ unit: 'grapheme' }),
    fileName: fc.string({ minLength: 1 }),
    content,
  });
  const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 5 }), sizes, async (parts, cuts) => {
      const form = new FormData();
      for (const { name, fileName, content } of parts) {
        form.append(name, new File([content], fileName, { type: 'image/png' }));
      }
      const { bytes, contentType } = await encode(form);
      const found = await read(bytes, contentType, cuts);
      assert.deepEqual(
        found.map(({ fileName, type, content }) => ({ fileName, type, content: [...content] })),
        parts.map(({ fileName, content }) => ({
          fileName,
          type: 'image/png',
          content: [...content],
        })),
      );
    }),
    { numRuns: 300 },
  );
});

test('texts and names keep their characters', async () => {
  const form = new FormData();
  form.append('größe "1"', 'ü\r\n👩‍🚀');
  form.append('f\u2028', new File(['x'], 'a "b" c; d=é\u2029.txt'));
  const { bytes, contentType } = await encode(form);
  const [text, file] = await read(bytes, contentType);
  assert.equal(text?.name, 'größe "1"');
  assert.equal(text.fileName, undefined);
  assert.equal(text.content.toString(), 'ü\r\n👩‍🚀');
  assert.equal(file?.name, 'f\u2028');
  assert.equal(file.fileName, 'a "b" c; d=é\u2029.txt');
});

test('a part that nobody reads is skipped', async () => {
  const form = new FormData();
  form.append('one', new File(['x'.repeat(100_000)], 'big'));
  form.append('two', 'here');
  const { bytes, contentType } = await encode(form);
  const cuts = Array.from({ length: 100 }, () => 1000);
  const names: string[] = [];
  for await (const { name } of partsOf(chunked(bytes, cuts), contentType)) names.push(name);
  assert.deepEqual(names, ['one', 'two']);
});

test('a part of which only the beginning is read is skipped to its end', async () => {
  const form = new FormData();
  form.append('one', new File(['x'.repeat(100_000)], 'big'));
  form.append('two', 'here');
  const { bytes, contentType } = await encode(form);
  const cuts = Array.from({ length: 100 }, () => 1000);
  const names: string[] = [];
  for await (const { name, chunks } of partsOf(chunked(bytes, cuts), contentType)) {
    names.push(name);
    for await (const chunk of chunks) if (chunk.length) break;
  }
  assert.deepEqual(names, ['one', 'two']);
});

test('a body that ends early, or is none of this kind, is an error of the sender', async () => {
  const form = new FormData();
  form.append('name', 'value');
  const { bytes, contentType } = await encode(form);
  for (let length = 0; length < bytes.length - 4; length++) {
    await assert.rejects(read(bytes.subarray(0, length), contentType), HttpError);
  }
  const type = 'multipart/form-data; boundary=b';
  const body = (text: string) => Buffer.from(text);
  await assert.rejects(read(bytes, 'multipart/form-data'), HttpError);
  await assert.rejects(read(body('--b\r\n\r\n\r\nx\r\n--b--'), type), HttpError);
  await assert.rejects(read(body(`--b\r\n${'x'.repeat(20_000)}\r\n\r\n`), type), HttpError);
  const part = '\r\n--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx';
  await assert.rejects(read(body(`${part.repeat(1001)}\r\n--b--`), type), HttpError);
  assert.equal((await read(body(`${part.repeat(1000)}\r\n--b--`), type)).length, 1000);
});
