import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Database from 'libsql';
import { DefinitionError } from '../../src/core/definition-error.js';
import { caseDesk, type CaseDeskOptions } from '../../src/server/index.js';
import { draftWith, get, origin, post, submit, temporaryFolder, testDesk } from './test-desk.js';

test('an address that is none is answered in JSON', async (context) => {
  const { fetch } = testDesk(context);
  for (const path of ['/', '/desk', '/desk/', '/desk/cases/', '/other/cases', '/desk/cases/a/b']) {
    const response = await get(fetch, path);
    assert.equal(response.status, 404, path);
    assert.deepEqual(Object.keys((await response.json()) as object), ['error']);
  }
});

test('a method that an address does not take is answered with those that it takes', async (context) => {
  const { fetch } = testDesk(context);
  const ask = (method: string, path: string) => fetch(new Request(origin + path, { method }));
  const allowed = async (method: string, path: string) => {
    const response = await ask(method, path);
    assert.equal(response.status, 405);
    return response.headers.get('allow');
  };
  assert.equal(await allowed('GET', '/desk/cases'), 'POST');
  assert.equal(await allowed('PUT', '/desk/cases/x'), 'GET, HEAD');
  assert.equal(await allowed('GET', '/desk/files/x'), 'DELETE');
  assert.equal(await allowed('OPTIONS', '/desk/articles'), 'GET, HEAD');
});

test('HEAD answers as GET does, without a body', async (context) => {
  const { fetch } = testDesk(context);
  const { url } = await submit(fetch, draftWith());
  const [head, whole] = [
    await fetch(new Request(origin + url, { method: 'HEAD' })),
    await get(fetch, url),
  ];
  assert.equal(head.status, 200);
  assert.equal(await head.text(), '');
  assert.deepEqual([...head.headers], [...whole.headers]);
});

test('the base is the host’s choice', async (context) => {
  for (const base of ['', '/', '/help/desk', '/help/desk/']) {
    const { fetch } = testDesk(context, { base });
    const path = base.replace(/\/$/, '');
    const response = await fetch(
      new Request(`${origin}${path}/cases`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(draftWith()),
      }),
    );
    const { url } = (await response.json()) as { url: string };
    assert.ok(url.startsWith(`${path}/cases/`));
    assert.equal((await get(fetch, url)).status, 200);
  }
  const data = temporaryFolder(context);
  assert.throws(() => caseDesk({ data, base: 'desk' }), TypeError);
  assert.throws(() => caseDesk({ data, base: '/:token' }), TypeError);
});

test('a failure is told to the host, and nothing of it to the page', async (context) => {
  const errors: unknown[] = [];
  const data = temporaryFolder(context);
  const { fetch } = testDesk(context, { data, onError: (error) => errors.push(error) });
  const database = new Database(join(data, 'desk.sqlite'));
  database.exec('ALTER TABLE revisions RENAME TO gone');
  database.close();
  const response = await post(fetch, draftWith());
  assert.equal(response.status, 500);
  assert.deepEqual(await response.json(), { error: 'The desk has failed. Try again.' });
  assert.match(String(errors[0]), /revisions/);
});

test('a case is opened whole or not at all', async (context) => {
  const data = temporaryFolder(context);
  const { fetch } = testDesk(context, { data, onError: () => undefined });
  const database = new Database(join(data, 'desk.sqlite'));
  context.after(() => database.close());
  database.exec('ALTER TABLE revisions RENAME TO gone');
  const draft = draftWith();
  assert.equal((await post(fetch, draft)).status, 500);
  database.exec('ALTER TABLE gone RENAME TO revisions');
  assert.equal((await post(fetch, draft)).status, 201);
});

test('a desk does not start on what it cannot use', (context) => {
  const data = temporaryFolder(context);
  const fields = [{ name: 'a b', type: 'text', label: 'A' }];
  assert.throws(() => caseDesk({ data, definition: { id: 'x', fields } }), DefinitionError);
  assert.throws(() => caseDesk({ data, definitions: [] }), TypeError);
  const form = { id: 'x', fields: [{ name: 'a', type: 'text', label: 'A' }] };
  assert.throws(() => caseDesk({ data, definitions: [form, form] }), /Two forms are called “x”/);
  writeFileSync(join(data, 'file'), '');
  assert.throws(() => caseDesk({ data: join(data, 'file') }), /“data”.* must be a folder/);
});

test('a desk says which of its options is missing, unknown or wrong, and opens nothing', (context) => {
  const data = join(temporaryFolder(context), 'new');
  const refusal = (options?: unknown): string => {
    try {
      caseDesk(options as CaseDeskOptions);
    } catch (error) {
      assert.ok(error instanceof TypeError);
      return error.message;
    }
    return '';
  };
  for (const options of [undefined, {}, { maxFiles: 3 }, { data: undefined }, { data: '' }]) {
    assert.match(refusal(options), /“data”.* folder/);
  }
  assert.match(refusal({ data: new URL('file:///desk') }), /“data”.* path/);
  assert.equal(refusal({ data, maxfiles: 3 }), 'A desk has no option “maxfiles”.');
  assert.equal(refusal({ data, toString: 3 }), 'A desk has no option “toString”.');
  for (const limit of ['10MB', '10', 0, -1, NaN, Infinity, null]) {
    assert.match(refusal({ data, maxFileSize: limit }), /“maxFileSize”.* number above 0/);
    assert.match(refusal({ data, maxFiles: limit }), /“maxFiles”.* number above 0/);
  }
  assert.match(refusal({ data, base: 7 }), /“base”/);
  assert.match(refusal({ data, onError: 'log' }), /“onError”.* function/);
  assert.equal(existsSync(data), false);
  testDesk(context, { data, maxFiles: 1, ...({ maxFileSize: undefined } as object) });
});

test('a desk does not touch what a later version has written', (context) => {
  const data = temporaryFolder(context);
  mkdirSync(data, { recursive: true });
  const database = new Database(join(data, 'desk.sqlite'));
  database.exec('PRAGMA user_version = 1000');
  database.close();
  assert.throws(() => caseDesk({ data }), /version 1000.*update case-elements/s);
});

test('several forms share a desk', async (context) => {
  const form = (id: string) => ({ id, fields: [{ name: 'subject', type: 'text', label: id }] });
  const { fetch } = testDesk(context, { definitions: [form('one'), form('two')] });
  for (const id of ['one', 'two']) {
    const draft = { ...draftWith(), form: id, values: { subject: id } };
    const page = await (await get(fetch, (await submit(fetch, draft)).url)).text();
    assert.match(page, new RegExp(`<dt>${id}</dt>\\s*<dd>${id}</dd>`));
  }
});

test('a field type of the host’s own is checked by the desk, too', async (context) => {
  const serial = {
    '~standard': {
      validate: async (value: unknown) =>
        /^SN-\d{8}$/.test(String(value))
          ? { value }
          : { issues: [{ message: 'No serial number.' }] },
    },
  };
  const { fetch } = testDesk(context, {
    definition: { id: 'own', fields: [{ name: 'serial', type: 'serial', label: 'Serial' }] },
    fieldTypes: { serial: { schema: () => serial } },
  });
  const draft = (value: string) => ({ ...draftWith(), form: 'own', values: { serial: value } });
  assert.equal((await post(fetch, draft('SN-12345678'))).status, 201);
  const refused = await post(fetch, draft('12'));
  assert.deepEqual(await refused.json(), {
    issues: [{ path: ['serial'], message: 'No serial number.' }],
  });
});
