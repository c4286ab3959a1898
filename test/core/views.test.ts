import { expect } from '@open-wc/testing';
import { isOffered } from '../../src/core/views/act.js';
import { caseLink } from '../../src/core/views/case-link.js';
import {
  countsOf,
  LISTING,
  nextListing,
  queryOfListing,
} from '../../src/core/views/case-listing.js';
import { caseName } from '../../src/core/views/case-name.js';
import { readRoute, routeOfReceipt, routeText } from '../../src/core/views/case-route.js';
import { BLANK, nextLook } from '../../src/core/views/look.js';
import { newsOf, ownIds, seenBefore, seenOf } from '../../src/core/views/news.js';
import { nextDelay } from '../../src/core/views/pace.js';
import { readCase, refusalText } from '../../src/core/views/read-answers.js';
import { readRecent, withRecent } from '../../src/core/views/recent-cases.js';
import { hasArrived, newReply, nextReply } from '../../src/core/views/reply.js';
import { aCase } from '../support/scripted-backend.js';

const comment = (id: string, isStaff: boolean, text = id) => ({
  id,
  text,
  author: { name: id, isStaff },
  created: '2026-03-01T10:00:00Z',
});
const issues = (code: string) => [{ path: [], message: 'their words', code }];

describe('a look at a case', () => {
  const shown = nextLook(BLANK, { type: 'found', case: aCase(), mayMove: true });

  it('keeps what is on screen while nobody can be reached, or the person has to sign in again', () => {
    const failed = nextLook(shown, { type: 'failed', error: new Error() });
    expect(failed).to.include({ phase: 'shown', trouble: 'failed' });
    const unknown = nextLook(shown, { type: 'refused', issues: issues('identity') });
    expect(unknown).to.include({ phase: 'shown', trouble: 'identity' });
    expect(nextLook(unknown, { type: 'unchanged' })).to.include({ trouble: undefined });
  });

  it('shows a case no longer to whom it is refused', () => {
    for (const code of ['notFound', 'notAllowed']) {
      expect(nextLook(shown, { type: 'refused', issues: issues(code) }).phase).to.equal('refused');
    }
  });

  it('lets what is newer wait, and only that', () => {
    const newer = aCase({ version: '2' });
    const held = nextLook(shown, { type: 'found', case: newer, mayMove: false });
    expect(held).to.deep.include({ waiting: newer });
    expect(nextLook(held, { type: 'showWaiting' })).to.deep.equal({ phase: 'shown', case: newer });
    const same = nextLook(shown, { type: 'found', case: aCase(), mayMove: false });
    expect(same).to.deep.include({ waiting: undefined });
  });
});

describe('news', () => {
  const three = aCase({ comments: [comment('a', false), comment('b', true), comment('c', true)] });

  it('are what has come since, but for what the person has added', () => {
    const seen = { ...seenOf(three), comments: 1, status: 'solved' as const };
    expect([...newsOf(three, seen).ids]).to.deep.equal(['b', 'c']);
    expect(newsOf(three, seen).isStatusNew).to.equal(true);
    expect([...newsOf(three, seen, new Set(['b'])).ids]).to.deep.equal(['c']);
    const after = aCase({ comments: [...three.comments, comment('d', false), comment('e', true)] });
    expect(ownIds(three, after)).to.deep.equal(['d']);
  });

  it('at the first look are none, or the last answers of a case that is called unread', () => {
    expect([...newsOf(three, seenBefore(three, 'nonsense')).ids]).to.deep.equal([]);
    const unread = { ...three, isUnread: true };
    expect([...newsOf(unread, seenBefore(unread, null)).ids]).to.deep.equal(['b', 'c']);
  });
});

describe('a reply', () => {
  it('keeps its key until it has arrived, and what was written after a lost try', () => {
    const written = nextReply(newReply('k'), { type: 'written', text: 'One' });
    const sending = nextReply(written, { type: 'sent' });
    expect(nextReply(sending, { type: 'written', text: 'Two' })).to.equal(sending);
    const failed = nextReply(sending, { type: 'failed' });
    const changed = nextReply(failed, { type: 'written', text: 'One more' });
    expect(changed).to.deep.equal({ phase: 'failed', draft: { key: 'k', text: 'One more' } });
    const arrived = { type: 'arrived', words: 'One', key: 'l' } as const;
    expect(nextReply(changed, arrived).draft).to.deep.equal({ key: 'l', text: 'One more' });
    expect(nextReply(failed, arrived).draft).to.deep.equal({ key: 'l', text: '' });
  });

  it('is known again by its words, not in what a helper wrote or what was there before', () => {
    const before = aCase({ comments: [comment('a', false, 'Hello')] });
    expect(hasArrived('Hello', before, before)).to.equal(false);
    const staff = aCase({ comments: [...before.comments, comment('b', true, 'Hello')] });
    expect(hasArrived('Hello', before, staff)).to.equal(false);
    const there = aCase({ comments: [...before.comments, comment('b', false, 'Hello\n')] });
    expect(hasArrived(' Hello', before, there)).to.equal(true);
  });
});

it('looks grow rarer while nothing comes or nobody answers, up to ten minutes', () => {
  const base = 20_000;
  expect(nextDelay({ base, quiet: 0, failures: 0 })).to.equal(20_000);
  expect(nextDelay({ base, quiet: 1, failures: 0 })).to.equal(30_000);
  expect(nextDelay({ base, quiet: 0, failures: 2 })).to.equal(80_000);
  expect(nextDelay({ base, quiet: 99, failures: 9 })).to.equal(600_000);
  expect(nextDelay({ base: 900_000, quiet: 9, failures: 0 })).to.equal(900_000);
  // More than a timer can count would be no wait at all.
  expect(nextDelay({ base: Infinity, quiet: 0, failures: 0 })).to.equal(2 ** 31 - 1);
});

it('a list asks for one page, and begins anew with whatever changes the choice', () => {
  const second = nextListing(LISTING, { type: 'next', cursor: 'n' });
  expect(queryOfListing(second, 25)).to.deep.equal({ scope: 'mine', limit: 25, cursor: 'n' });
  expect(nextListing(second, { type: 'back' }).cursors).to.deep.equal([]);
  const sorted = nextListing(second, { type: 'sort', by: 'created' });
  expect(queryOfListing(sorted, 25)).to.deep.equal({
    scope: 'mine',
    limit: 25,
    sort: { by: 'created', descending: true },
  });
  for (const action of [
    { type: 'status', status: 'open' },
    { type: 'scope', scope: 'copied' },
    { type: 'search', search: 'x' },
  ] as const) {
    expect(nextListing(second, action).cursors).to.deep.equal([]);
  }
});

it('counts are told only where they are known', () => {
  const page = { cases: [aCase(), aCase({ status: 'solved' })] };
  expect(countsOf(page, LISTING)).to.deep.equal({ all: 2, open: 1, 'awaiting-you': 0, solved: 1 });
  expect(countsOf({ ...page, next: 'n' }, LISTING)).to.deep.equal({});
  expect(countsOf({ ...page, next: 'n', total: 9 }, LISTING)).to.deep.equal({ all: 9 });
  expect(countsOf({ ...page, total: 2 }, { ...LISTING, status: 'open' })).to.deep.equal({
    open: 2,
  });
});

it('routes survive a text, and other hashes are none', () => {
  for (const number of ['4711', 'a/b ?#', '4711.sig']) {
    const route = { name: 'case', number } as const;
    expect(readRoute(`#${routeText(route)}`)).to.deep.equal(route);
  }
  expect(readRoute('#new')).to.deep.equal({ name: 'new' });
  for (const other of [
    '',
    '#content',
    '#case',
    '#case/',
    '#case/..',
    '#case/%',
    '#new/1',
    '#case/%00',
  ]) {
    expect(readRoute(other), other).to.equal(undefined);
  }
});

it('a new case is shown by the name that a guest has for it, else by its number', () => {
  expect(routeOfReceipt({ number: '7' })).to.deep.equal({ name: 'case', number: '7' });
  expect(routeOfReceipt({ number: '7', name: 'x.y.z' })).to.include({ number: 'x.y.z' });
  for (const name of ['..', 7, '']) {
    expect(routeOfReceipt({ number: '7', name })).to.include({ number: '7' });
  }
});

it('links lead where the page says, and never to a script', () => {
  const summary = { number: 'a/b', url: '/own' };
  expect(caseLink(summary, '')).to.equal('/own');
  expect(caseLink(summary, '/c/{number}')).to.equal('/c/a%2Fb');
  expect(caseLink(summary, 'javascript:alert({number})')).to.equal('#case/a%2Fb');
});

it('a link to a case always has something to read', () => {
  expect(caseName({ subject: 'White page', number: '7' })).to.equal('White page');
  for (const subject of ['', ' \n', '\u200b\u2066']) {
    expect(caseName({ subject, number: '7' }), subject).to.equal('7');
  }
});

it('a number that fits into no address is none', () => {
  for (const number of ['..', 'a\0b', '1\ud800']) {
    expect(() => readCase(aCase({ number })), number).to.throw(TypeError);
    expect(routeOfReceipt({ number: '7', name: number })).to.include({ number: '7' });
  }
});

it('answers are read at the border, and refusals said in words that help', () => {
  expect(() => readCase({ number: '1' })).to.throw(TypeError);
  expect(readCase(aCase()).value?.number).to.equal('4711');
  const texts = { notFound: 'none', identity: 'who', notAllowed: 'no' };
  expect(refusalText(issues('identity'), texts)).to.equal('who');
  expect(refusalText(issues('else'), texts)).to.equal('their words');
});

it('what was looked at last comes first, and is there once', () => {
  const recent = ['1', '2', '1', '3', '4', '5', '6'].reduce<ReturnType<typeof readRecent>>(
    (kept, number) => withRecent(kept, { number, subject: number }),
    [],
  );
  expect(recent.map(({ number }) => number)).to.deep.equal(['6', '5', '4', '3', '1']);
  expect(readRecent({ not: 'a list' })).to.deep.equal([]);
});

it('only what case and backend both allow is offered', () => {
  expect(isOffered('resolve', aCase(), { capabilities: { resolve: true } })).to.equal(true);
  expect(isOffered('resolve', aCase(), { capabilities: {} })).to.equal(false);
  expect(isOffered('reopen', aCase(), { capabilities: { reopen: true } })).to.equal(false);
  expect(isOffered('resolve', aCase(), undefined)).to.equal(true);
});
