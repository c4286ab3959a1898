import { expect, waitUntil } from '@open-wc/testing';
import * as fc from 'fast-check';
import { SubmissionController } from '../../src/controllers/submission-controller.js';
import type { Checked } from '../../src/core/form-model.js';
import { newKey } from '../../src/core/key.js';
import { sleep } from '../../src/core/sleep.js';
import {
  EDITING,
  nextSubmission,
  type Submission,
  type SubmissionAction,
} from '../../src/core/submission.js';
import { RespondableEvent } from '../../src/events/respondable-event.js';
import type { Draft } from '../../src/schema/draft.js';
import { isReceipt } from '../../src/schema/outcome.js';

const issues = [{ path: ['email'], message: 'This address is suspended.' }];
const receipt = { number: '17705236' };
const solution = { title: 'Reset your password', url: '/reset' };
const error = new Error('offline');

const submit: SubmissionAction = { type: 'submit' };
const filesSettled: SubmissionAction = { type: 'filesSettled' };
const received: SubmissionAction = { type: 'answered', outcome: receipt };
const refused: SubmissionAction = { type: 'answered', outcome: { issues } };
const failed: SubmissionAction = { type: 'failed', error };
const revised: SubmissionAction = { type: 'revised', issues: [] };
const solved: SubmissionAction = { type: 'solved', solution };
const restart: SubmissionAction = { type: 'restart' };
const actions = [submit, filesSettled, received, refused, failed, revised, solved, restart];

/** Where these actions lead to. */
const after = (...steps: readonly SubmissionAction[]) => steps.reduce(nextSubmission, EDITING);
const anyWay = fc.array(fc.constantFrom(...actions));

describe('a submission', () => {
  it('leads over its files to a receipt', () => {
    expect(after(submit)).to.deep.equal({ phase: 'sending', step: 'files' });
    expect(after(submit, filesSettled)).to.deep.equal({ phase: 'sending', step: 'case' });
    expect(after(submit, filesSettled, received)).to.deep.equal({ phase: 'submitted', receipt });
  });

  it('leads back to writing when it is refused, and on from there', () => {
    expect(after(submit, refused)).to.deep.equal({ phase: 'editing', issues });
    expect(after(submit, refused, revised)).to.deep.equal(EDITING);
    expect(after(submit, refused, submit, received).phase).to.equal('submitted');
  });

  it('can be tried again when nobody knows how it went', () => {
    expect(after(submit, failed)).to.deep.equal({ phase: 'failed', error });
    expect(after(submit, failed, submit)).to.deep.equal({ phase: 'sending', step: 'files' });
  });

  it('is not needed once an article has solved the problem, until it has not after all', () => {
    expect(after(solved)).to.deep.equal({ phase: 'solved', solution });
    expect(after(submit, failed, solved).phase).to.equal('solved');
    expect(after(solved, submit).phase).to.equal('solved');
    expect(after(solved, restart, submit).phase).to.equal('sending');
  });

  it('is not touched by a second press of Submit while it is on its way', () => {
    fc.assert(
      fc.property(anyWay, (way) => {
        const state = after(...way);
        if (state.phase === 'sending') expect(nextSubmission(state, submit)).to.equal(state);
        const once = nextSubmission(state, submit);
        expect(nextSubmission(once, submit)).to.equal(once);
      }),
    );
  });

  it('stays submitted, whatever comes late, until the person begins anew', () => {
    const late = fc.array(fc.constantFrom(...actions.filter((action) => action !== restart)));
    fc.assert(
      fc.property(late, (steps) => {
        const state = after(submit, received);
        expect(steps.reduce(nextSubmission, state)).to.equal(state);
      }),
    );
  });

  it('has an outcome only after it was on its way', () => {
    const afterwards: readonly Submission['phase'][] = ['submitted', 'failed'];
    fc.assert(
      fc.property(anyWay, fc.constantFrom(...actions), (way, action) => {
        const before = after(...way);
        const state = nextSubmission(before, action);
        if (state !== before && afterwards.includes(state.phase)) {
          expect(before.phase).to.equal('sending');
        }
      }),
    );
  });

  it('is never in two phases at once, whatever happens in whatever order', () => {
    const keys: Record<Submission['phase'], readonly string[]> = {
      editing: ['phase', 'issues'],
      sending: ['phase', 'step'],
      submitted: ['phase', 'receipt'],
      failed: ['phase', 'error'],
      solved: ['phase', 'solution'],
    };
    fc.assert(
      fc.property(anyWay, (way) => {
        const state = after(...way);
        expect(state).to.have.all.keys(...keys[state.phase]);
        if (state.phase === 'submitted') expect(isReceipt(state.receipt)).to.equal(true);
        // Someone who begins anew begins from nothing.
        expect(nextSubmission(state, restart)).to.deep.equal(EDITING);
      }),
    );
  });
});

describe('a submission that is dropped', () => {
  const draft: Draft = { key: newKey(), form: 'form', values: {}, attachments: [] };
  const kinds = ['case-submit', 'case-submitted', 'case-refused', 'case-failed'];

  /** A submission whose checks end when they are told to, and what its page has heard. */
  function underWay() {
    const heard: string[] = [];
    const checks: ((checked: Checked) => void)[] = [];
    const host = Object.assign(new EventTarget(), {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    });
    for (const kind of kinds) host.addEventListener(kind, () => heard.push(kind));
    const submission = new SubmissionController(host, {
      check: () => new Promise((resolve) => checks.push(resolve)),
      filesSettled: async () => undefined,
      send: () => receipt,
      deliver: (once, { signal }) => once(signal),
    });
    return { submission, heard, checks };
  }

  it('is not sent, however late its check ends', async () => {
    const { submission, heard, checks } = underWay();
    const done = submission.submit();
    checks[0]?.({ draft });
    await waitUntil(() => checks.length === 2);
    submission.restart();
    checks[1]?.({ draft });
    await done;
    expect(heard).to.deep.equal([]);
    expect(submission.state).to.deep.equal(EDITING);
  });

  it('does not refuse the one that came after it', async () => {
    const { submission, heard, checks } = underWay();
    const done = submission.submit();
    submission.restart();
    void submission.submit();
    checks[0]?.({ issues });
    await done;
    expect(heard).to.deep.equal([]);
    expect(submission.state.phase).to.equal('sending');
  });
});

class AskEvent extends RespondableEvent<string> {
  constructor(signal = new AbortController().signal) {
    super('ask', signal);
  }
}

/** An event that these listeners have heard. */
function heardBy(...listeners: readonly ((event: AskEvent) => void)[]): AskEvent {
  const target = new EventTarget();
  for (const listener of listeners) {
    target.addEventListener('ask', (event) => {
      if (event instanceof AskEvent) listener(event);
    });
  }
  const event = new AskEvent();
  target.dispatchEvent(event);
  return event;
}

const nobody = () => 'nobody';

describe('an event that asks', () => {
  it('is heard by delegation, out of any shadow, and can be refused', () => {
    const { bubbles, composed, cancelable } = new AskEvent();
    expect({ bubbles, composed, cancelable }).to.deep.equal({
      bubbles: true,
      composed: true,
      cancelable: true,
    });
  });

  it('takes a value, a promise, or a function that gives either', async () => {
    for (const answer of ['x', Promise.resolve('x'), () => 'x', async () => 'x']) {
      const event = heardBy((asked) => asked.respondWith(answer));
      expect(event.responded).to.equal(true);
      expect(await event.answer(nobody)).to.equal('x');
    }
  });

  it('is answered by its element when no listener does', async () => {
    const event = heardBy(() => undefined);
    expect(event.responded).to.equal(false);
    expect(await event.answer(nobody)).to.equal('nobody');
    expect(await event.answer(async () => 'later')).to.equal('later');
  });

  it('starts on the answer when every listener has run', async () => {
    const order: string[] = [];
    const event = heardBy(
      (asked) => {
        asked.respondWith(() => {
          order.push('answer');
          return 'x';
        });
        order.push('first');
      },
      () => order.push('second'),
    );
    expect(order).to.deep.equal(['first', 'second']);
    await event.answer(nobody);
    expect(order).to.deep.equal(['first', 'second', 'answer']);
  });

  it('has one responder; a second is told so, and changes nothing', async () => {
    const thrown: unknown[] = [];
    const event = heardBy(
      (asked) => asked.respondWith('first'),
      (asked) => {
        try {
          asked.respondWith('second');
        } catch (mistake) {
          thrown.push(mistake);
        }
      },
    );
    expect(thrown).to.have.length(1);
    expect(thrown[0]).to.be.instanceOf(DOMException).with.property('name', 'InvalidStateError');
    expect(await event.answer(nobody)).to.equal('first');
  });

  it('takes no answer before or after it is dispatched', async () => {
    for (const event of [new AskEvent(), heardBy(), heardBy((asked) => asked.respondWith('x'))]) {
      expect(() => event.respondWith('late'))
        .to.throw(DOMException)
        .with.property('name', 'InvalidStateError');
    }
    expect(await heardBy().answer(nobody)).to.equal('nobody');
  });

  it('is refused by preventDefault, whether it was answered or not', async () => {
    const started: string[] = [];
    const refusals = [
      heardBy((asked) => asked.preventDefault()),
      heardBy((asked) => {
        asked.preventDefault();
        asked.respondWith(() => (started.push('x'), 'x'));
      }),
    ];
    for (const event of refusals) {
      const refusal: unknown = await event.answer(nobody).catch((reason: unknown) => reason);
      expect(refusal).to.be.instanceOf(DOMException).with.property('name', 'AbortError');
    }
    expect(refusals.map(({ responded }) => responded)).to.deep.equal([false, true]);
    expect(started).to.deep.equal([]);
  });

  it('is not refused by an answer', () => {
    expect(heardBy((asked) => asked.respondWith('x')).defaultPrevented).to.equal(false);
  });

  it('passes on what went wrong with an answer, at once or later', async () => {
    const fail = () => {
      throw error;
    };
    for (const answer of [fail, async () => fail()]) {
      const event = heardBy((asked) => asked.respondWith(answer));
      expect(await event.answer(nobody).catch((reason: unknown) => reason)).to.equal(error);
    }
  });
});

describe('a pause', () => {
  it('ends by itself', async () => {
    await sleep(0, new AbortController().signal);
  });

  it('ends at once, and with the reason, when it is not wanted any more', async () => {
    const controller = new AbortController();
    const endless = sleep(2 ** 30, controller.signal);
    controller.abort(error);
    for (const pause of [endless, sleep(2 ** 30, controller.signal)]) {
      expect(await pause.catch((reason: unknown) => reason)).to.equal(error);
    }
  });
});
