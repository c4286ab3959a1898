import * as z from 'zod/mini';
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { newKey } from '../../src/core/key.js';
import { type Draft, DraftSchema, KeySchema } from '../../src/schema/draft.js';
import { LinkSchema } from '../../src/schema/link.js';
import { isReceipt, type Outcome, OutcomeSchema } from '../../src/schema/outcome.js';
import { type Solution, SolutionsSchema } from '../../src/schema/solution.js';
import { isWebLink } from '../../src/schema/web-link.js';

/** Values that nobody expects and that somebody sends. */
const garbage: readonly unknown[] = [undefined, null, true, 0, NaN, '', 'text', [], [[]], {}];

describe('a link', () => {
  const safe = [
    'https://help.example/reset?x=1#top',
    'HTTP://HELP.EXAMPLE',
    '//help.example/reset',
    '/articles/1',
    'articles/1',
    '../articles/javascript:1',
    '?page=2',
    '#top',
    '',
    'https://hilfe.example/zurücksetzen/密码',
    'https://مثال.example/',
  ];
  const unsafe = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\tjavascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0000javascript:alert(1)',
    '\u001fJAVASCRIPT:alert(1)',
    'javascript://help.example/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    ' DATA:text/html;base64,PHNjcmlwdD4=',
    'vbscript:msgbox(1)',
    'VB\rSCRIPT:msgbox(1)',
    'file:///etc/passwd',
    ' FILE:///c:/',
    'blob:https://help.example/0',
    'filesystem:https://help.example/0',
    'about:blank',
    'mailto:a@b.example',
    'intent://scan/#Intent;end',
    'https://',
    'https://[',
  ];

  it('may lead to a page, on this site or another', () => {
    for (const link of safe) expect(z.safeParse(LinkSchema, link).success, link).to.equal(true);
  });

  it('never runs anything, however it is written', () => {
    for (const link of unsafe) {
      expect(z.safeParse(LinkSchema, link).success, JSON.stringify(link)).to.equal(false);
    }
  });

  it('is followed by a browser to http or https, or nowhere', () => {
    const unseen = fc.string({
      unit: fc.constantFrom(' ', '\t', '\n', '\r', '\u0000', '\u001f', '\u00a0'),
    });
    const scheme = fc.constantFrom('https:', 'java', 'script:', 'data:', 'x:', '//', '/');
    const link = fc.array(fc.oneof(unseen, scheme, fc.string())).map((parts) => parts.join(''));
    fc.assert(
      fc.property(link, (value) => {
        const anchor = document.createElement('a');
        anchor.href = value;
        if (isWebLink(value)) expect(anchor.protocol).to.match(/^(https?)?:$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('is text of at most 2,000 characters', () => {
    expect(z.safeParse(LinkSchema, `/${'a'.repeat(1999)}`).success).to.equal(true);
    expect(z.safeParse(LinkSchema, `/${'a'.repeat(2000)}`).success).to.equal(false);
    for (const value of garbage.filter((one) => typeof one !== 'string')) {
      expect(z.safeParse(LinkSchema, value).success).to.equal(false);
    }
  });
});

describe('an answer of a ticketing system', () => {
  const outcome = (answer: unknown): Outcome | undefined => z.safeParse(OutcomeSchema, answer).data;
  const issue = { path: ['email'], message: 'This address is suspended.' };

  it('with a number is a receipt, and keeps what else it says', () => {
    const answer = { number: 'C-1', url: '/cases/1', status: 'open', queue: { name: 'Billing' } };
    const receipt = outcome(answer);
    expect(receipt).to.deep.equal(answer);
    expect(receipt && isReceipt(receipt)).to.equal(true);
  });

  it('may count its cases in numbers', () => {
    expect(outcome({ number: 17705236 })).to.deep.equal({ number: '17705236' });
    expect(outcome({ number: 0 })).to.deep.equal({ number: '0' });
  });

  it('is a receipt still when its address is not safe to follow, and has none then', () => {
    for (const url of ['javascript:alert(1)', ' data:text/html,x', 7, null, 'https://[']) {
      const receipt = outcome({ number: '1', url });
      expect(receipt && isReceipt(receipt) && receipt.url).to.equal(undefined);
      expect(receipt).to.have.property('number', '1');
    }
  });

  it('with a number means that the case exists, whatever else is wrong with it', () => {
    for (const issues of [[], null, 3, 'none', [null], [issue]]) {
      const receipt = outcome({ number: '1', issues });
      expect(receipt && isReceipt(receipt), JSON.stringify(issues)).to.equal(true);
    }
  });

  it('with issues is a refusal, also beside a number that is none', () => {
    for (const number of [undefined, null, '', NaN, {}, false]) {
      const refusal = outcome({ number, issues: [issue] });
      expect(refusal && isReceipt(refusal)).to.equal(false);
      expect(refusal).to.have.deep.property('issues', [issue]);
    }
  });

  it('says of each issue where it is, and what to tell the person', () => {
    const issues = [
      { path: [], message: 'We are closed.' },
      { path: ['attachments', 0], message: 'Too large.', code: 'tooLong' },
    ];
    expect(outcome({ issues })).to.have.deep.property('issues', issues);
  });

  it('is neither when it has no number and no issues that say something', () => {
    const nothing = [
      ...garbage,
      { url: '/cases/1' },
      { number: '' },
      { number: 'x'.repeat(1001) },
      { number: Infinity },
      { number: ['1'] },
      { issues: [] },
      { issues: 'wrong' },
      { issues: [issue, null] },
      { issues: [{ message: 'Without a path.' }] },
      { issues: [{ path: 'email', message: 'A path is a list.' }] },
      { issues: [{ path: [{}], message: 'Of names and indices.' }] },
      { issues: [{ path: ['email'] }] },
      { issues: [{ path: ['email'], message: 'x'.repeat(1001) }] },
    ];
    for (const answer of nothing)
      expect(outcome(answer), JSON.stringify(answer)).to.equal(undefined);
  });
});

describe('an answer of a search', () => {
  const article = { title: 'Reset your password', url: 'https://help.example/reset' };
  const solutions = (answer: unknown): Solution[] | undefined =>
    z.safeParse(SolutionsSchema, answer).data;

  it('is a list; anything else is refused', () => {
    expect(solutions([])).to.deep.equal([]);
    for (const answer of garbage.filter((one) => !Array.isArray(one))) {
      expect(solutions(answer)).to.equal(undefined);
    }
    expect(solutions({ length: 1, 0: article })).to.equal(undefined);
  });

  it('keeps its articles, in their order, among whatever else it holds', () => {
    const other = { ...article, title: 'Unlock your account' };
    const noise = [
      ...garbage,
      { title: 'No address' },
      { url: '/x' },
      { ...article, title: ' \n' },
    ];
    expect(solutions([...noise, article, ...noise, other, ...noise])).to.deep.equal([
      article,
      other,
    ]);
  });

  it('leaves out an article whose link is not safe to follow', () => {
    const links = ['javascript:alert(1)', ' data:text/html,x', 'file:///etc/passwd', 7];
    expect(solutions(links.map((url) => ({ ...article, url })))).to.deep.equal([]);
  });

  it('is cut to what a panel can hold', () => {
    const megabyte = 'x'.repeat(1_000_000);
    const endless = { id: megabyte, title: megabyte, excerpt: megabyte, text: megabyte, url: '/1' };
    const [one, ...more] = solutions(Array.from({ length: 1000 }, () => endless)) ?? [];
    expect(more).to.have.length(49);
    expect(one?.title).to.have.length(300);
    expect(one?.excerpt).to.have.length(600);
    expect(one?.text).to.have.length(100_000);
    expect(JSON.stringify(one).length).to.be.below(102_000);
  });

  it('drops from an article what is not as it should be, and keeps the article', () => {
    const odd = { id: 7, excerpt: null, updated: {}, text: ['a'] };
    expect(JSON.stringify(solutions([{ ...article, ...odd }]))).to.equal(JSON.stringify([article]));
  });

  it('keeps a date that is one', () => {
    const updated = (date: unknown) => solutions([{ ...article, updated: date }])?.[0]?.updated;
    for (const date of ['2026-05-01', '2026-05-01T10:00:00Z', '2026-05-01T10:00:00.000+02:00']) {
      expect(updated(date)).to.equal(date);
    }
    const wrong = ['', 'yesterday', 'Version 2', '2026-13-01', '2026-05-01T99:00:00Z', 1767225600];
    for (const date of wrong) expect(updated(date), String(date)).to.equal(undefined);
  });
});

describe('a stored draft', () => {
  const draft: Draft = {
    key: newKey(),
    form: 'new-case',
    values: { a: [1, null] },
    attachments: [],
  };

  it('comes back as it was', () => {
    expect(z.parse(DraftSchema, JSON.parse(JSON.stringify(draft)))).to.deep.equal(draft);
  });

  it('is refused when a part of it is none', () => {
    for (const part of ['key', 'form', 'values', 'attachments']) {
      for (const value of [undefined, null, 7, true]) {
        expect(z.safeParse(DraftSchema, { ...draft, [part]: value }).success, part).to.equal(false);
      }
    }
    expect(z.safeParse(DraftSchema, { ...draft, values: [] }).success).to.equal(false);
    expect(z.safeParse(DraftSchema, { ...draft, attachments: [{ id: '1' }] }).success).to.equal(
      false,
    );
  });

  it('has a key that nobody guesses, and that no path or header is broken by', () => {
    const keys = Array.from({ length: 1000 }, newKey);
    expect(new Set(keys)).to.have.length(1000);
    for (const key of keys) expect(z.safeParse(KeySchema, key).success).to.equal(true);
    for (const key of ['', 'short', '../../../etc/passwd', 'a'.repeat(65), `${newKey()}\n`]) {
      expect(z.safeParse(KeySchema, key).success, JSON.stringify(key)).to.equal(false);
    }
  });
});
