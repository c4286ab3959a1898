import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDesk } from './desk-process.js';
import { storedCases } from './stored-cases.js';
import {
  draftWith,
  post,
  readCase,
  submit,
  temporaryFolder,
  testDesk,
  upload,
} from './test-desk.js';

test('the same draft again gets the receipt of the first time', async (context) => {
  const { fetch, data } = testDesk(context);
  const draft = draftWith();
  const [first, second] = [await post(fetch, draft), await post(fetch, draft)];
  assert.deepEqual([first.status, second.status], [201, 200]);
  assert.deepEqual(await first.json(), await second.json());
  assert.equal(storedCases(data).length, 1);
});

test('200 submissions of one draft at once make one case', async (context) => {
  const { fetch, data } = testDesk(context);
  const draft = draftWith();
  const responses = await Promise.all(Array.from({ length: 200 }, () => post(fetch, draft)));
  assert.equal(responses.filter(({ status }) => status === 201).length, 1);
  assert.equal(responses.filter(({ status }) => status === 200).length, 199);
  const [stored, ...others] = storedCases(data);
  assert.equal(others.length, 0);
  assert.equal(stored?.revisions.length, 1);
});

test('two processes that start at once on a new folder make one case of each draft', async (context) => {
  const data = temporaryFolder(context);
  const [one, two] = await Promise.all([startDesk(context, data), startDesk(context, data)]);
  const drafts = Array.from({ length: 25 }, (_, index) =>
    draftWith({ description: `No. ${index}` }),
  );
  const attempts = Array.from({ length: 8 }, () => drafts).flat();
  const receipts = await Promise.all(
    attempts.map(async (draft, index) => ({
      key: draft.key,
      ...(await submit(index % 2 ? one.fetch : two.fetch, draft)),
    })),
  );
  for (const { key } of drafts) {
    const numbers = receipts.filter((receipt) => receipt.key === key).map(({ number }) => number);
    assert.equal(numbers.length, 8);
    assert.equal(new Set(numbers).size, 1);
  }
  assert.equal(storedCases(data).length, 25);
});

test('what a person wrote on after an answer was lost joins the same case', async (context) => {
  const { fetch } = testDesk(context);
  const draft = draftWith({ description: 'first words' });
  const first = await submit(fetch, draft);
  const edited = draftWith({ description: 'first words, and more' }, { key: draft.key });
  const file = await upload(fetch, 'later', { key: draft.key });
  const second = await submit(fetch, { ...edited, attachments: [file] });
  assert.deepEqual(second, first);
  const found = await readCase(fetch, first);
  assert.equal(found.description, 'first words, and more');
  assert.deepEqual(
    found.revisions.map(({ values }) => values['description']),
    ['first words', 'first words, and more'],
  );
  assert.equal(found.attachments.length, 1);
});

test('a late repetition of the first words does not replace the newer ones', async (context) => {
  const { fetch } = testDesk(context);
  const draft = draftWith({ description: 'first' });
  const receipt = await submit(fetch, draft);
  await submit(fetch, draftWith({ description: 'second' }, { key: draft.key }));
  await submit(fetch, draft);
  const found = await readCase(fetch, receipt);
  assert.equal(found.description, 'second');
  assert.equal(found.revisions.length, 2);
});
