import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterJoin, type JoinProgress, nextJoin } from '../../src/core/join-steps.js';
import type { CaseReply } from '../../src/schema/case.js';

const file = (id: string) =>
  ({ id, name: `${id}.png`, size: 1, type: 'image/png', status: 'uploaded' }) as const;
const draft = (text: string, ...ids: string[]): CaseReply => ({
  key: 'draft',
  text,
  attachments: ids.map(file),
});
const next = (progress: JoinProgress, now: CaseReply) => nextJoin(progress, now, () => 'another');

test('a draft becomes one comment, with its files', () => {
  const now = draft('a', '1');
  const step = next({}, now);
  assert.deepEqual(step, { comment: now });
  assert.equal(next(afterJoin({}, step), now), undefined);
});

test('what nobody has answered is sent again as it was, and what was written since follows', () => {
  const tried = { comment: draft('a', '1') };
  const now = draft('a and b', '1', '2');
  assert.equal(next({ tried }, now), tried);
  let progress = afterJoin({ tried }, tried);
  const text = next(progress, now);
  assert.deepEqual(text, { comment: { key: 'another', text: 'a and b', attachments: [] } });
  progress = afterJoin(progress, text);
  const files = next(progress, now);
  assert.deepEqual(files, { attach: { key: 'draft', attachments: [file('2')] } });
  progress = afterJoin(progress, files);
  assert.equal(next(progress, now), undefined);
});
