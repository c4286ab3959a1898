import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type AttachmentPolicy,
  fileStep,
  goesOnAfterwards,
} from '../../src/core/attachment-policy.js';

const policies: AttachmentPolicy[] = ['before', 'with', 'after', 'link', 'none'];
const steps = (policy: AttachmentPolicy) =>
  (['writing', 'sending', 'submitted'] as const).map((phase) => fileStep({ policy, phase }));

describe('when a file goes', () => {
  it('is before the case: at once', () => {
    assert.deepEqual(steps('before'), ['upload', 'upload', 'refuse']);
    assert.deepEqual(steps('link'), ['upload', 'upload', 'refuse']);
  });

  it('is with the case: it is held, and enclosed in the one request', () => {
    assert.deepEqual(steps('with'), ['hold', 'enclose', 'refuse']);
  });

  it('may also be later, where files can join a case that exists', () => {
    const later = (policy: AttachmentPolicy) =>
      fileStep({ policy, phase: 'submitted', canJoin: true });
    assert.deepEqual(new Set(policies.map(later)), new Set(['upload']));
    assert.equal(fileStep({ policy: 'none', phase: 'writing', canJoin: true }), 'refuse');
  });

  it('is after the case: it is held until there is one, and sending does not end with it', () => {
    assert.deepEqual(steps('after'), ['hold', 'hold', 'upload']);
    assert.deepEqual(policies.filter(goesOnAfterwards), ['after']);
  });

  it('is never, where the backend takes none', () => {
    assert.deepEqual(steps('none'), ['refuse', 'refuse', 'refuse']);
  });

  it('is once at most: no policy sends a file both before the case exists and after it', () => {
    for (const policy of policies) {
      const sent = steps(policy).map((step) => step === 'upload' || step === 'enclose');
      assert.ok(!((sent[0] || sent[1]) && sent[2]), policy);
    }
  });
});
