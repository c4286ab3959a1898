import { expect } from '@open-wc/testing';
import { afterFailure, type FailedTry } from '../../src/core/delivery.js';

const failedTry = (given: Partial<FailedTry>): FailedTry => ({
  error: new TypeError('Failed to fetch'),
  attempt: 1,
  isOnline: true,
  isIdempotent: true,
  now: 0,
  random: () => 0.5,
  ...given,
});
const answered = (status: number, retryAfter?: unknown) => ({ status, retryAfter });

describe('after a try without an outcome', () => {
  describe('a backend that knows a key again', () => {
    it('is asked again when there was no answer, or none that makes sense', () => {
      for (const error of [new TypeError('cut'), answered(500), answered(502), answered(200)]) {
        expect(afterFailure(failedTry({ error }))).to.deep.include({
          kind: 'wait',
          why: 'failing',
        });
      }
    });

    it('is asked when there is a network again', () => {
      const step = afterFailure(failedTry({ isOnline: false, attempt: 500 }));
      expect(step).to.deep.include({ kind: 'wait', why: 'offline' });
    });

    it('is left alone after some tries', () => {
      const step = afterFailure(failedTry({ attempt: 8 }));
      expect(step).to.deep.equal({ kind: 'giveUp', isUnknown: false });
    });

    it('is not asked again when it has said no', () => {
      for (const status of [0, 400, 401, 403, 404, 418]) {
        const step = afterFailure(failedTry({ error: answered(status) }));
        expect(step, String(status)).to.deep.equal({ kind: 'giveUp', isUnknown: false });
      }
    });
  });

  describe('a backend that does not', () => {
    const isIdempotent = false;

    it('is never asked again without the person where a case may exist', () => {
      for (const error of [
        new TypeError('cut'),
        answered(500),
        answered(200),
        answered(503),
        'odd',
      ]) {
        for (const isOnline of [true, false]) {
          const step = afterFailure(failedTry({ error, isOnline, isIdempotent }));
          expect(step).to.deep.equal({ kind: 'giveUp', isUnknown: true });
        }
      }
    });

    it('has opened no case when it says no', () => {
      const step = afterFailure(failedTry({ error: answered(403), isIdempotent }));
      expect(step).to.deep.equal({ kind: 'giveUp', isUnknown: false });
    });

    it('is asked again when it says when', () => {
      for (const error of [answered(429), answered(429, '3'), answered(503, 3)]) {
        const step = afterFailure(failedTry({ error, isIdempotent }));
        expect(step).to.deep.include({ kind: 'wait', why: 'busy' });
      }
    });
  });

  it('no try comes before the time that the backend asks for', () => {
    for (const status of [429, 503]) {
      const step = afterFailure(failedTry({ error: answered(status, 120) }));
      expect(step).to.deep.equal({ kind: 'wait', why: 'busy', ms: 120_500 });
    }
    const nonsense = afterFailure(failedTry({ error: { status: 429, retryAfter: 'soon' } }));
    expect(nonsense).to.deep.equal({ kind: 'wait', why: 'busy', ms: 500 });
  });
});
