import { expect } from '@open-wc/testing';
import { DeliveryController, UnknownOutcome } from '../../src/controllers/delivery-controller.js';
import { Clock } from '../support/clock.js';

/** Answers each try with the next of these; an error is thrown, nothing is no answer at all. */
function backend(...answers: unknown[]) {
  const asked: AbortSignal[] = [];
  const once = async (signal: AbortSignal) => {
    asked.push(signal);
    const answer = answers[asked.length - 1];
    if (answer === undefined) await new Promise(() => undefined);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { asked, once };
}

const busy = (retryAfter: number) => Object.assign(new Error(), { status: 429, retryAfter });
const receipt = { number: '1' };

describe('delivery', () => {
  const clock = new Clock();
  let updates = 0;
  const host = { requestUpdate: () => (updates += 1) };
  const { signal } = new AbortController();
  const known = { signal, isIdempotent: () => true };
  const unknown = { signal, isIdempotent: () => false };
  let delivery: DeliveryController;

  beforeEach(() => {
    clock.start();
    delivery = new DeliveryController(host);
  });
  afterEach(() => clock.stop());

  it('brings the outcome, and then says nothing more', async () => {
    const { asked, once } = backend(receipt);
    const outcome = delivery.deliver(once, known);
    expect(delivery.state).to.deep.equal({ phase: 'trying', attempt: 1, isSlow: false });
    expect(await outcome).to.equal(receipt);
    expect(delivery.state).to.equal(undefined);
    expect(asked).to.have.length(1);
    expect(updates).to.be.above(1);
  });

  it('tries again after a cut, by itself', async () => {
    const { asked, once } = backend(new TypeError('cut'), new TypeError('cut'), receipt);
    const outcome = delivery.deliver(once, known);
    await clock.pass(10_000);
    expect(await outcome).to.equal(receipt);
    expect(asked).to.have.length(3);
  });

  it('tries no sooner than it is told, whatever the person or the network does', async () => {
    const { asked, once } = backend(busy(20), receipt);
    const outcome = delivery.deliver(once, known);
    await clock.pass(19_900);
    delivery.tryNow();
    window.dispatchEvent(new Event('online'));
    await clock.pass(0);
    expect(asked).to.have.length(1);
    expect(delivery.state).to.deep.include({ phase: 'waiting', why: 'busy' });
    await clock.pass(1200);
    expect(await outcome).to.equal(receipt);
  });

  it('tries at once when there is a network again', async () => {
    const failed = Object.assign(new Error('cut'), { status: 500 });
    const { asked, once } = backend(...Array.from({ length: 5 }, () => failed), receipt);
    const outcome = delivery.deliver(once, known);
    for (let tries = 2; tries < 7; tries++) {
      await clock.pass(0);
      window.dispatchEvent(new Event('online'));
      await clock.pass(0);
      expect(asked).to.have.length(tries);
    }
    expect(await outcome).to.equal(receipt);
  });

  it('says when an answer is late, and asks again when none comes', async () => {
    const { asked, once } = backend(undefined, receipt);
    const outcome = delivery.deliver(once, known);
    await clock.pass(10_000);
    expect(delivery.state).to.deep.equal({ phase: 'trying', attempt: 1, isSlow: true });
    await clock.pass(25_000);
    expect(asked[0]?.aborted).to.equal(true);
    expect(await outcome).to.equal(receipt);
    expect(asked).to.have.length(2);
  });

  it('waits for a backend that cannot be asked twice until the person stops it', async () => {
    const { asked, once } = backend(undefined, receipt);
    const outcome = delivery.deliver(once, unknown).catch((error: unknown) => error);
    await clock.pass(120_000);
    expect(delivery.state).to.deep.equal({ phase: 'trying', attempt: 1, isSlow: true });
    delivery.stop();
    expect(await outcome).to.be.instanceOf(UnknownOutcome);
    expect(asked).to.have.length(1);
  });

  it('never asks twice on its own where a case may exist', async () => {
    const { asked, once } = backend(new TypeError('cut'), receipt);
    const outcome = delivery.deliver(once, unknown).catch((error: unknown) => error);
    await clock.pass(120_000);
    expect(await outcome).to.be.instanceOf(UnknownOutcome);
    expect(asked).to.have.length(1);
  });

  it('gives the draft back when the person stops it in between', async () => {
    const { asked, once } = backend(busy(60), receipt);
    const outcome = delivery.deliver(once, known).catch((error: unknown) => error);
    await clock.pass(1000);
    delivery.stop();
    expect(await outcome).to.have.property('status', 429);
    await clock.pass(120_000);
    expect(asked).to.have.length(1);
  });

  it('ends when nobody wants an outcome any more', async () => {
    const gone = new AbortController();
    const { asked, once } = backend(new TypeError('cut'), receipt);
    const outcome = delivery
      .deliver(once, { ...known, signal: gone.signal })
      .catch((error: unknown) => error);
    await clock.pass(0);
    gone.abort(new Error('left'));
    expect(await outcome).to.have.property('message', 'left');
    await clock.pass(60_000);
    expect(asked).to.have.length(1);
  });
});
