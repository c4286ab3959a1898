import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { DeskReceipt, StoredAttachment } from '../../src/server/index.js';
import { startDesk } from './desk-process.js';
import { faultsOf, storedCases } from './stored-cases.js';
import {
  draftWith,
  filesIn,
  post,
  readCase,
  submit,
  temporaryFolder,
  testDesk,
  upload,
} from './test-desk.js';

/** People who submit long drafts to a desk on one folder, and what they were answered. */
function trial(context: TestContext, fault = 'none') {
  const data = temporaryFolder(context);
  const drafts = longDrafts(300);
  const receipts = new Map<string, DeskReceipt>();
  return { data, drafts, receipts, start: () => startDesk(context, data, fault) };
}

type Trial = ReturnType<typeof trial>;

const longDrafts = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    draftWith({ description: `${index}: ${randomBytes(2000).toString('hex')} „ü“ 👩‍🚀` }),
  );

/** Submits all drafts, 100 at a time, and kills the desk when so many more have been acknowledged. */
async function submitUntilKilled({ drafts, receipts, start }: Trial, more: number): Promise<void> {
  const desk = await start();
  const waiting = [...drafts];
  const last = receipts.size + more;
  const work = async () => {
    for (let draft = waiting.shift(); draft; draft = waiting.shift()) {
      const response = await post(desk.fetch, draft).catch(() => undefined);
      const receipt = (await response?.json().catch(() => undefined)) as DeskReceipt | undefined;
      if (!response?.ok || !receipt) return; // The desk is gone.
      assert.deepEqual(receipt, receipts.get(draft.key) ?? receipt);
      receipts.set(draft.key, receipt);
      if (receipts.size === last) await desk.kill();
    }
  };
  await Promise.all(Array.from({ length: 100 }, work));
  assert.ok(receipts.size >= last && receipts.size < drafts.length, 'It died in the middle.');
}

/** Starts the desk again, and submits all drafts. */
async function submitAgain({ drafts, receipts, start }: Trial): Promise<void> {
  const desk = await start();
  for (const draft of drafts) {
    const receipt = await submit(desk.fetch, draft);
    assert.deepEqual(receipt, receipts.get(draft.key) ?? receipt);
    receipts.set(draft.key, receipt);
  }
  await desk.kill();
}

test('a desk that is killed in the middle loses nothing and has nothing twice', async (context) => {
  const people = trial(context);
  for (const more of [30, 60]) {
    await submitUntilKilled(people, more);
    const stored = storedCases(people.data);
    assert.deepEqual(faultsOf(people, stored), []);
    context.diagnostic(`killed: ${people.receipts.size} acknowledged, ${stored.length} stored`);
  }
  await submitAgain(people);
  const stored = storedCases(people.data);
  assert.deepEqual(faultsOf(people, stored), []);
  assert.equal(stored.length, people.drafts.length);
  assert.equal(people.receipts.size, people.drafts.length);
});

test('the check finds a desk that acknowledges before it has written', async (context) => {
  const people = trial(context, 'late-write');
  await submitUntilKilled(people, 60);
  const faults = faultsOf(people, storedCases(people.data));
  assert.ok(faults.some((fault) => fault.endsWith('was acknowledged and is gone')));
});

test('the check finds a desk without a unique key', async (context) => {
  const people = trial(context, 'no-unique-key');
  await submitUntilKilled(people, 60);
  await assert.rejects(submitAgain(people), assert.AssertionError);
  const faults = faultsOf(people, storedCases(people.data));
  assert.ok(faults.some((fault) => fault.endsWith('is there 2 times')));
});

test('the check finds a case that is gone, altered, doubled or behind another link', async (context) => {
  const { fetch, data } = testDesk(context);
  const drafts = longDrafts(3);
  const receipts = new Map<string, DeskReceipt>();
  for (const draft of drafts) receipts.set(draft.key, await submit(fetch, draft));
  const stored = storedCases(data);
  const [first, ...others] = stored;
  assert.ok(first);
  const key = drafts[0]?.key;
  const check = (...cases: typeof stored) => faultsOf({ drafts, receipts }, cases);
  const [text] = first.revisions;
  assert.deepEqual(check(...stored), []);
  assert.deepEqual(check(...others), [`${key} was acknowledged and is gone`]);
  assert.deepEqual(check({ ...first, token: 'other' }, ...others), [`${key} has another link`]);
  assert.deepEqual(check(...stored, { ...first, number: '1' }), [`${key} is there 2 times`]);
  const cut = { ...text, description: String(text?.['description']).slice(0, -1) };
  assert.deepEqual(check({ ...first, revisions: [cut] }, ...others), [`${key} holds another text`]);
});

test('a file that was acknowledged before the desk was killed is whole', async (context) => {
  const data = temporaryFolder(context);
  const desk = await startDesk(context, data);
  const draft = draftWith();
  const contents = Array.from({ length: 60 }, () => randomBytes(300_000));
  const uploaded: StoredAttachment[] = [];
  const waiting = [...contents.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const how = { key: next[0] % 3 ? draftWith().key : draft.key, id: `f${next[0]}` };
      const file = await upload(desk.fetch, next[1], how).catch(() => undefined);
      if (!file) return; // The desk is gone.
      uploaded.push(file);
      if (uploaded.length === 20) await desk.kill();
    }
  };
  await Promise.all(Array.from({ length: 10 }, work));
  assert.ok(uploaded.length >= 20 && uploaded.length < contents.length);
  for (const { id, ref, sha256 } of uploaded) {
    const kept = readFileSync(join(data, 'files', String(ref)));
    assert.equal(createHash('sha256').update(kept).digest('hex'), sha256);
    assert.ok(kept.equals(contents[Number(id.slice(1))] ?? Buffer.alloc(0)));
  }
  const again = testDesk(context, { data });
  const own = uploaded.filter(({ id }) => Number(id.slice(1)) % 3 === 0);
  const receipt = await submit(again.fetch, { ...draft, attachments: own });
  assert.equal((await readCase(again.fetch, receipt)).attachments.length, own.length);
  assert.ok(filesIn(data).files.length >= uploaded.length);
});
