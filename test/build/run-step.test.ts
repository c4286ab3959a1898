import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { readCounts } from '../support/run-step.js';

describe('the counts of a test run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'case-counts-'));
  after(() => rmSync(folder, { recursive: true }));

  function counted(text: string, code: number): ReturnType<typeof readCounts> {
    const report = join(folder, 'report');
    writeFileSync(report, text);
    return readCounts(report, code);
  }

  it('are those of its report', () => {
    assert.deepEqual(counted('# pass 12\n# fail 3\n', 1), { passed: 12, failed: 3 });
  });

  it('are the last ones, when tests say something alike', () => {
    assert.deepEqual(counted('# pass 1\n# Subtest: # fail 9\n# pass 4\n# fail 0\n', 0), {
      passed: 4,
      failed: 0,
    });
  });

  it('count a test that did not run as failed', () => {
    const text = '# pass 2\n# fail 0\n# cancelled 1\n# skipped 1\n# todo 1\n';
    assert.deepEqual(counted(text, 0), { passed: 2, failed: 3 });
  });

  it('count a runner that failed without a failed test', () => {
    assert.deepEqual(counted('# pass 2\n# fail 0\n', 1), { passed: 2, failed: 1 });
  });

  it('count a runner that died, and one that found no test', () => {
    assert.deepEqual(readCounts(join(folder, 'missing'), 0), { passed: 0, failed: 1 });
    assert.deepEqual(counted('# pass 0\n# fail 0\n', 0), { passed: 0, failed: 1 });
  });
});
