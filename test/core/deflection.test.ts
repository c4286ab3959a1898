import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  endOf,
  NEW_SESSION,
  nextSession,
  reportOf,
  type SessionEnd,
  type SessionStep,
} from '../../src/core/deflection.js';
import { watchSession } from '../../src/controllers/session-watch.js';
import { CaseChangedEvent, CaseSubmittedEvent } from '../../src/events/case-events.js';
import {
  SolutionAcceptedEvent,
  SolutionOpenEvent,
  SolutionsShownEvent,
} from '../../src/events/solution-events.js';

const written: SessionStep = { type: 'written' };
const shown: SessionStep = { type: 'shown', articles: ['/a', '/b'] };
const opened: SessionStep = { type: 'opened', articles: ['/a'] };
const accepted: SessionStep = { type: 'accepted', articles: ['/a'] };
const submitted: SessionStep = { type: 'submitted', number: '7' };
const after = (...steps: SessionStep[]) => steps.reduce(nextSession, NEW_SESSION);

describe('how a session ended', () => {
  const table: readonly (readonly [SessionEnd | undefined, readonly SessionStep[]])[] = [
    [undefined, []],
    [undefined, [shown]],
    ['left', [written]],
    ['left', [written, shown]],
    ['left', [written, shown, opened]],
    ['left', [shown, opened]],
    ['solved', [written, shown, opened, accepted]],
    ['submitted', [submitted]],
    ['submitted', [written, shown, opened, submitted]],
    ['submitted', [written, shown, opened, accepted, submitted]],
  ];
  for (const [end, steps] of table) {
    it(`${steps.map(({ type }) => type).join(', ') || 'nothing'}: ${end ?? 'no session'}`, () =>
      assert.equal(endOf(after(...steps)), end));
  }

  it('is told with each article once, and with a search that found nothing', () => {
    const search: SessionStep = { type: 'searched', words: ' printer ', found: 0 };
    assert.deepEqual(reportOf(after(written, shown, shown, opened, search)), {
      end: 'left',
      shown: ['/a', '/b'],
      opened: ['/a'],
      accepted: [],
      nothing: 'printer',
      number: undefined,
    });
    assert.equal(after(search, { ...search, found: 2 }).nothing, undefined);
  });
});

describe('a watch of the elements', () => {
  const query = { subject: 'printer', description: '' };
  const solution = { title: 'A', url: '/a' };
  const draft = { key: 'k'.repeat(16), form: 'f', values: {}, attachments: [] };

  const start = () => {
    const [target, page] = [new EventTarget(), new EventTarget()];
    const sent: string[] = [];
    const told: string[] = [];
    target.addEventListener('session-ended', ({ type }) => told.push(type));
    const stop = watchSession({ target, page, send: ({ end }) => sent.push(end) });
    return { target, page, sent, told, stop };
  };

  it('tells once that a case was submitted, and begins anew', () => {
    const { target, page, sent, told } = start();
    target.dispatchEvent(new CaseChangedEvent(draft, ['subject']));
    target.dispatchEvent(new CaseSubmittedEvent(draft, { number: '7' }));
    page.dispatchEvent(new Event('pagehide'));
    assert.deepEqual([sent, told], [['submitted'], ['session-ended']]);
  });

  it('tells when the page goes what became of it', () => {
    const { target, page, sent } = start();
    target.dispatchEvent(new SolutionsShownEvent([solution], query));
    page.dispatchEvent(new Event('pagehide'));
    assert.deepEqual(sent, []);
    target.dispatchEvent(new SolutionOpenEvent(solution, query));
    page.dispatchEvent(new Event('pagehide'));
    target.dispatchEvent(new SolutionAcceptedEvent(solution, query));
    page.dispatchEvent(new Event('pagehide'));
    page.dispatchEvent(new Event('pagehide'));
    assert.deepEqual(sent, ['left', 'solved']);
  });

  it('hears nothing any more once it has been ended', () => {
    const { target, page, sent, stop } = start();
    target.dispatchEvent(new CaseChangedEvent(draft, ['subject']));
    stop();
    page.dispatchEvent(new Event('pagehide'));
    assert.deepEqual(sent, []);
  });
});
