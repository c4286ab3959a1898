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
import {
  CaseChangedEvent,
  CaseDiscardedEvent,
  CaseSubmittedEvent,
} from '../../src/events/case-events.js';
import { CaseJoinedEvent } from '../../src/events/join-events.js';
import {
  SolutionAcceptedEvent,
  SolutionOpenEvent,
  SolutionsShownEvent,
} from '../../src/events/solution-events.js';
import type { Consulted } from '../../src/schema/consulted.js';
import { parse } from '../../src/schema/parse.js';
import { SessionSchema } from '../../src/schema/session.js';
import type { Case } from '../../src/schema/case.js';

const article = (url: string, as: Consulted['as']): Consulted => ({ title: url, url, as });
const consulted = (as: Consulted['as'], ...urls: string[]): SessionStep => ({
  type: 'consulted',
  articles: urls.map((url) => article(url, as)),
});
const written: SessionStep = { type: 'written' };
const shown = consulted('shown', '/a', '/b');
const opened = consulted('opened', '/a');
const refused = consulted('refused', '/b');
const accepted = consulted('accepted', '/a');
const submitted: SessionStep = { type: 'submitted', number: '7' };
const after = (...steps: SessionStep[]) => steps.reduce(nextSession, NEW_SESSION);
const nameOf = (step: SessionStep) =>
  step.type === 'consulted' ? (step.articles[0]?.as ?? '') : step.type;

describe('how a session ended', () => {
  const table: readonly (readonly [SessionEnd | undefined, readonly SessionStep[]])[] = [
    [undefined, []],
    [undefined, [shown]],
    ['left', [written]],
    ['left', [written, shown]],
    ['left', [written, shown, opened]],
    ['left', [shown, opened]],
    ['left', [shown, refused]],
    ['solved', [written, shown, opened, accepted]],
    ['left', [written, shown, opened, accepted, written]],
    ['submitted', [submitted]],
    ['submitted', [written, shown, opened, submitted]],
    ['submitted', [written, shown, opened, accepted, submitted]],
  ];
  for (const [end, steps] of table) {
    it(`${steps.map(nameOf).join(', ') || 'nothing'}: ${end ?? 'no session'}`, () =>
      assert.equal(endOf(after(...steps)), end));
  }

  it('is told with each article once, with the furthest that it came', () => {
    const id = 'i'.repeat(16);
    const report = reportOf(after(written, shown, opened, shown, refused, opened, submitted), id);
    assert.deepEqual(report, {
      id,
      outcome: 'submitted',
      articles: [article('/a', 'opened'), article('/b', 'refused')],
      searches: [],
      number: '7',
    });
    assert.ok(parse(SessionSchema, report).value, 'The desk would not take it.');
  });

  it('is told with what was searched for, but not with every key of it', () => {
    const words = ['pri', 'print', ' printer ', 'print', 'scanner', ''];
    const searches = words.map((one): SessionStep => ({ type: 'searched', words: one, found: 0 }));
    assert.deepEqual(after(...searches).searches, [
      { words: 'print', found: 0 },
      { words: 'scanner', found: 0 },
    ]);
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
    const stop = watchSession({ target, page, send: ({ outcome }) => sent.push(outcome) });
    return { target, page, sent, told, stop };
  };

  it('tells once that a case was submitted, and begins anew', () => {
    const { target, page, sent, told } = start();
    target.dispatchEvent(new CaseChangedEvent(draft, ['subject']));
    target.dispatchEvent(new CaseSubmittedEvent(draft, { number: '7' }));
    page.dispatchEvent(new Event('pagehide'));
    assert.deepEqual([sent, told], [['submitted'], ['session-ended']]);
  });

  it('counts a draft that has joined an open case as one that was submitted', () => {
    const { target, sent } = start();
    const next = { ...draft, key: 'n'.repeat(16) };
    target.dispatchEvent(new CaseChangedEvent(draft, ['subject']));
    target.dispatchEvent(new SolutionAcceptedEvent(solution, query));
    target.dispatchEvent(new CaseJoinedEvent({ number: '7' } as Case, draft));
    target.dispatchEvent(new CaseChangedEvent(next, ['subject']));
    assert.deepEqual(sent, ['submitted']);
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

  it('ends with a draft that is dropped, as what it was by then', () => {
    const { target, sent } = start();
    const next = { ...draft, key: 'n'.repeat(16) };
    target.dispatchEvent(new CaseChangedEvent(draft, ['subject']));
    // A form that is emptied says so before it says that the draft is gone.
    target.dispatchEvent(new CaseChangedEvent(next, ['subject']));
    target.dispatchEvent(new CaseDiscardedEvent(draft));
    assert.deepEqual(sent, ['left']);
    target.dispatchEvent(new CaseDiscardedEvent(next));
    assert.deepEqual(sent, ['left'], 'Nothing was written in it.');
  });

  it('ends as solved when another draft is begun, and not while the person writes on', () => {
    const { target, page, sent } = start();
    target.dispatchEvent(new CaseChangedEvent(draft, ['subject']));
    target.dispatchEvent(new SolutionAcceptedEvent(solution, query));
    target.dispatchEvent(new CaseChangedEvent({ ...draft, key: 'n'.repeat(16) }, ['subject']));
    assert.deepEqual(sent, ['solved']);
    target.dispatchEvent(new CaseChangedEvent({ ...draft, key: 'n'.repeat(16) }, ['subject']));
    target.dispatchEvent(new SolutionAcceptedEvent(solution, query));
    target.dispatchEvent(new CaseChangedEvent({ ...draft, key: 'n'.repeat(16) }, ['subject']));
    page.dispatchEvent(new Event('pagehide'));
    assert.deepEqual(sent, ['solved', 'left']);
  });

  it('hears nothing any more once it has been ended', () => {
    const { target, page, sent, stop } = start();
    target.dispatchEvent(new CaseChangedEvent(draft, ['subject']));
    stop();
    page.dispatchEvent(new Event('pagehide'));
    assert.deepEqual(sent, []);
  });
});
