import { expect } from '@open-wc/testing';
import { isAsking, isRefusal, retryWait, willPass } from '../../src/core/upload-failure.js';

const withStatus = (status: number, told: object = {}) =>
  Object.assign(new Error(), { status, ...told });

describe('an upload that has failed', () => {
  it('may go well later: no connection, a timeout, too many, or the server’s own trouble', () => {
    for (const status of [0, 408, 423, 425, 429, 500, 502, 503, 504]) {
      expect(willPass(withStatus(status)), String(status)).to.equal(true);
    }
    expect(willPass(new TypeError('Failed to fetch'))).to.equal(true);
    expect(willPass(new DOMException('', 'TimeoutError'))).to.equal(true);
  });

  it('is refused by an answer, by what it says to the person, or by the page', () => {
    const issues = [{ path: [], message: 'A virus.' }];
    const refusals = [
      ...[400, 401, 403, 404, 413, 415, 422].map((status) => withStatus(status)),
      withStatus(503, { issues }),
      new DOMException('', 'AbortError'),
    ];
    for (const error of refusals) {
      expect(isRefusal(error)).to.equal(true);
      expect(willPass(error)).to.equal(false);
    }
  });

  it('for a reason that is not told is not tried again at once, but is not refused either', () => {
    for (const error of [new Error('why'), 'why', undefined]) {
      expect(willPass(error)).to.equal(false);
      expect(isRefusal(error)).to.equal(false);
    }
  });

  it('waits as long as it is asked to', () => {
    expect(retryWait(withStatus(429, { retryAfter: 3000 }), 0)).to.equal(3000);
    expect(retryWait(withStatus(503, { retryAfter: '3' }), 0)).to.equal(3000);
    const date = 'Thu, 01 Jan 1970 00:00:09 GMT';
    expect(retryWait(withStatus(503, { retryAfter: date }), 4000)).to.equal(5000);
    for (const retryAfter of [-1, 'soon', Number.NaN, undefined]) {
      expect(retryWait(withStatus(429, { retryAfter }), 0)).to.equal(undefined);
    }
    expect(retryWait(undefined, 0)).to.equal(undefined);
  });

  it('may not be hurried where it is the server that asks', () => {
    expect([0, 429, 500, 503].filter((status) => isAsking(withStatus(status)))).to.deep.equal([
      429, 503,
    ]);
    expect(isAsking(undefined)).to.equal(false);
  });
});
