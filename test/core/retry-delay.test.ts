import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { LONGEST_DELAY, retryDelay } from '../../src/core/retry-delay.js';

const now = Date.UTC(2026, 10, 22, 9, 0, 0);
const delay = (more: Partial<Parameters<typeof retryDelay>[0]>) =>
  retryDelay({ attempt: 1, now, random: () => 0, ...more });

describe('how long to wait before the next attempt', () => {
  it('is anything up to a second at first, then twice as much, up to a minute', () => {
    const most = [1, 2, 3, 6, 7, 50].map((attempt) => delay({ attempt, random: () => 1 }));
    assert.deepEqual(most, [1000, 2000, 4000, 32_000, 60_000, 60_000]);
    assert.equal(delay({ attempt: 9, random: () => 0.5 }), 30_000);
  });

  it('is never less than the server asks for, in seconds or as a date', () => {
    assert.equal(delay({ retryAfter: '7' }), 7000);
    assert.equal(delay({ retryAfter: ' 120 ', random: () => 0.5 }), 120_500);
    assert.equal(delay({ retryAfter: 'Sun, 22 Nov 2026 09:00:09 GMT' }), 9000);
    assert.equal(delay({ retryAfter: 'Sun, 22 Nov 2026 08:00:00 GMT' }), 0);
  });

  it('takes no notice of what makes no sense', () => {
    for (const retryAfter of [null, '', 'soon', '-5', '1.5', '0x10', '9'.repeat(30)]) {
      assert.equal(delay({ retryAfter }), 0, String(retryAfter));
    }
  });

  it('lies between what is asked for and a minute more, whatever is given', () => {
    const anything = fc.record({
      attempt: fc.nat(200),
      seconds: fc.option(fc.nat(100_000)),
      luck: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    });
    fc.assert(
      fc.property(anything, ({ attempt, seconds, luck }) => {
        const least = (seconds ?? 0) * 1000;
        const retryAfter = seconds === null ? null : String(seconds);
        const found = delay({ attempt, retryAfter, random: () => luck });
        return found >= least && found <= least + LONGEST_DELAY;
      }),
    );
  });
});
