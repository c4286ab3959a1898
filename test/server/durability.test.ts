import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Draft } from '../../src/schema/draft.js';
import type { DeskReceipt, StoredAttachment } from '../../src/server/index.js';
import { type DeskProcess, startDesk } from './desk-process.js';
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

/** Submits all drafts, 100 at a time, and kills the desk when so many have been acknowledged. */
async function submitUntilKilled(desk: DeskProcess, drafts: readonly Draft[], last: number) {
  const receipts = new Map<string, DeskReceipt>();
  const waiting = [...drafts];
  const work = async () => {
    for (let draft = waiting.shift(); draft; draft = waiting.shift()) {
      const response = await post(desk.fetch, draft).catch(() => undefined);
      const receipt = (await response?.json().catch(() => undefined)) as DeskReceipt | undefined;
      if (!response?.ok || !receipt) return; // The desk is gone.
      receipts.set(draft.key, receipt);
      if (receipts.size === last) await desk.kill();
    }
  };
  await Promise.all(Array.from({ length: 100 }, work));
  return receipts;
}

const longDrafts = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    draftWith({ description: `${index}: ${randomBytes(2000).toString('hex')} „ü“ 👩‍🚀` }),
  );

/** Kills a desk in the middle of its work, starts it again, and lets everybody try again. */
async function killAndRetry(
  context: TestContext,
  { kills, fault }: { kills: number[]; fault?: string },
) {
  const data = temporaryFolder(context);
  const drafts = longDrafts(400);
  const receipts = new Map<string, DeskReceipt>();
  for (const last of kills) {
    const desk = await startDesk(context, data, fault);
    const before = receipts.size;
    for (const [key, receipt] of await submitUntilKilled(desk, drafts, last)) {
      const known = receipts.get(key);
      if (known) assert.deepEqual(receipt, known);
      receipts.set(key, receipt);
    }
    context.diagnostic(`killed after ${receipts.size - before} new acknowledgements`);
  }
  assert.ok(receipts.size > 0 && receipts.size < drafts.length, 'The desk died in the middle.');
  const submitted = { drafts, receipts };
  const afterKill = faultsOf(submitted, storedCases(data));
  const desk = await startDesk(context, data, fault);
  const answers = await Promise.all(drafts.map((draft) => submit(desk.fetch, draft)));
  await desk.kill();
  const stored = storedCases(data);
  return { submitted, answers, afterKill, afterRetry: faultsOf(submitted, stored), stored };
}

test('a desk that is killed in the middle loses nothing and has nothing twice', async (context) => {
  const kills = [30, 90, 150];
  const result = await killAndRetry(context, { kills });
  assert.deepEqual(result.afterKill, []);
  assert.deepEqual(result.afterRetry, []);
  assert.equal(result.stored.length, 400);
  for (const [index, { key }] of result.submitted.drafts.entries()) {
    const receipt = result.submitted.receipts.get(key);
    if (receipt) assert.deepEqual(result.answers[index], receipt);
  }
});

test('the check finds a desk that acknowledges before it has written', async (context) => {
  const { afterKill } = await killAndRetry(context, { kills: [60], fault: 'late-write' });
  assert.ok(afterKill.some((fault) => fault.endsWith('was acknowledged and is gone')));
});

test('the check finds a desk without a unique key', async (context) => {
  const { afterRetry } = await killAndRetry(context, { kills: [60], fault: 'no-unique-key' });
  assert.ok(afterRetry.some((fault) => fault.endsWith('is there 2 times')));
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
  const contents = Array.from({ length: 40 }, () => randomBytes(300_000));
  const uploaded: StoredAttachment[] = [];
  await Promise.all(
    contents.map(async (content, index) => {
      const { key } = index < 20 ? draft : draftWith();
      const file = await upload(desk.fetch, content, { key, id: `f${index}` }).catch(
        () => undefined,
      );
      if (file) uploaded.push(file);
      if (uploaded.length === 8) await desk.kill();
    }),
  );
  assert.ok(uploaded.length >= 8 && uploaded.length < 40);
  for (const { id, ref, sha256 } of uploaded) {
    const kept = readFileSync(join(data, 'files', String(ref)));
    assert.equal(createHash('sha256').update(kept).digest('hex'), sha256);
    assert.ok(kept.equals(contents[Number(id.slice(1))] ?? Buffer.alloc(0)));
  }
  const again = testDesk(context, { data });
  const own = uploaded.filter(({ id }) => Number(id.slice(1)) < 20);
  const receipt = await submit(again.fetch, { ...draft, attachments: own });
  assert.equal((await readCase(again.fetch, receipt)).attachments.length, own.length);
  assert.ok(filesIn(data).files.length >= uploaded.length);
});
