import { expect } from '@open-wc/testing';
import { retryAfterOf, retryDelay } from '../../src/core/retry-delay.js';

describe('the wait before another try', () => {
  it('grows with every try, up to a minute, by chance', () => {
    const longest = [1, 2, 3, 4, 5, 6, 20].map((attempt) =>
      retryDelay({ attempt, random: () => 1 }),
    );
    expect(longest).to.deep.equal([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000]);
    expect(retryDelay({ attempt: 3, random: () => 0.25 })).to.equal(1000);
  });

  it('is never less than the server asks for', () => {
    for (const chance of [0, 0.5, 0.999]) {
      const wait = retryDelay({ attempt: 1, retryAfter: 90_000, random: () => chance });
      expect(wait).to.be.within(90_000, 91_000);
    }
  });

  it('is a wait, also where a server asks for more than a timer can count', () => {
    const wait = retryDelay({ attempt: 1, retryAfter: retryAfterOf('99999999999', 0) });
    expect(wait).to.equal(2 ** 31 - 1);
  });
});

describe('what a Retry-After header asks for', () => {
  const now = Date.parse('2026-11-22T09:00:00Z');

  it('is a number of seconds or a date', () => {
    expect(retryAfterOf('120', now)).to.equal(120_000);
    expect(retryAfterOf(' 0 ', now)).to.equal(0);
    expect(retryAfterOf('Sun, 22 Nov 2026 09:00:30 GMT', now)).to.equal(30_000);
    expect(retryAfterOf('Sun, 22 Nov 2026 08:00:00 GMT', now)).to.equal(0);
  });

  it('is nothing where it makes no sense', () => {
    for (const header of [null, undefined, '', 'soon', '-5', '1e3', 'NaN']) {
      expect(retryAfterOf(header, now), String(header)).to.equal(undefined);
    }
  });
});
