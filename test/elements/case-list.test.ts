import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CaseList } from '../../src/elements/case-list/case-list.js';
import type { CaseStatus, CaseSummary } from '../../src/schema/case.js';
import { allByRole, byLabel, byRole } from '../support/by-role.js';
import { Clock } from '../support/clock.js';
import { ScriptedBackend } from '../support/scripted-backend.js';

CaseList.define();

const STATUSES: readonly CaseStatus[] = ['open', 'awaiting-you', 'solved'];

const rows = (count: number): CaseSummary[] =>
  Array.from({ length: count }, (_, index) => ({
    number: String(index + 1),
    subject: `Subject ${index + 1}`,
    status: STATUSES[index % 3] as CaseStatus,
    created: '2026-03-01T10:00:00Z',
    updated: '2026-03-02T10:00:00Z',
    url: undefined,
  }));

async function list(count: number, given: Partial<CaseList> = {}, backend = new ScriptedBackend()) {
  backend.rows = rows(count);
  const element = await fixture<CaseList>(html`<case-list></case-list>`);
  Object.assign(element, { backend, ...given });
  await waitUntil(() => backend.queries.length);
  await element.updateComplete;
  await waitUntil(() => !element.shadowRoot?.querySelector('[aria-busy=true]'));
  return { element, backend };
}

const words = (element: Element | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const subjects = (element: CaseList) =>
  allByRole(byRole(element, 'table') as Node, 'link').map((link) => words(link));
const press = (element: CaseList, name: string) => byRole(element, 'button', name)?.click();
const choose = (element: CaseList, name: string | RegExp) =>
  byRole(element, 'radio', name)?.click();

beforeEach(() => sessionStorage.clear());

describe('a list of cases', () => {
  it('shows the three states in words, with counts where they are known', async () => {
    const { element } = await list(5);
    const table = words(byRole(element, 'table'));
    for (const text of ['With the support team', 'Waiting for your reply', 'Solved']) {
      expect(table).to.include(text);
    }
    for (const name of ['All (5)', 'Open (2)', 'Awaiting your reply (2)', 'Solved (1)']) {
      expect(byRole(element, 'radio', name), name).to.not.equal(undefined);
    }
    await expect(element).to.be.accessible();
  });

  it('never asks for more than the page it shows', async () => {
    const { element, backend } = await list(100_000, { pageSize: 20 });
    expect(backend.queries).to.have.length(1);
    expect(backend.queries[0]?.limit).to.equal(20);
    expect(subjects(element)).to.have.length(20);
    expect(words(byRole(element, 'navigation', 'Cases'))).to.include('1–20 of 100,000');
  });

  it('turns pages and back, and keeps the focus on the button', async () => {
    const { element, backend } = await list(50, { pageSize: 20 });
    const next = byRole(element, 'button', 'Next page');
    next?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => subjects(element)[0] === 'Subject 21');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => subjects(element)[0] === 'Subject 41');
    expect(next?.ariaDisabled).to.equal('true');
    expect(element.shadowRoot?.activeElement).to.equal(next);
    press(element, 'Previous page');
    await waitUntil(() => subjects(element)[0] === 'Subject 21');
    press(element, 'Previous page');
    await waitUntil(() => subjects(element)[0] === 'Subject 1');
    expect(backend.queries).to.have.length(5);
  });

  it('chooses by scope and status, as far as the backend can', async () => {
    const { element, backend } = await list(6);
    choose(element, 'My organisation’s requests');
    await waitUntil(() => backend.queries.at(-1)?.scope === 'organisation');
    choose(element, /^Solved/);
    await waitUntil(() => backend.queries.at(-1)?.status === 'solved');
    await waitUntil(() => subjects(element).length === 2);
    expect(allByRole(element, 'columnheader').map((cell) => words(cell))).to.include('From');

    const plain = new ScriptedBackend();
    plain.capabilities = { list: true };
    const { element: other } = await list(2, {}, plain);
    expect(byRole(other, 'radio', 'My requests')).to.equal(undefined);
    expect(byRole(other, 'searchbox')).to.equal(undefined);
    expect(byRole(other, 'button', 'Subject')).to.equal(undefined);
  });

  it('sorts by a column, and says how', async () => {
    const { element, backend } = await list(3);
    press(element, 'Subject');
    await waitUntil(() => backend.queries.length === 2);
    expect(backend.queries[1]?.sort).to.deep.equal({ by: 'subject', descending: false });
    await element.updateComplete;
    expect(byRole(element, 'columnheader', 'Subject')?.ariaSort).to.equal('ascending');
    press(element, 'Subject');
    await waitUntil(() => backend.queries[2]?.sort?.descending);
  });

  it('of somebody who signs out is not shown to the next, nor what they searched for', async () => {
    const { element, backend } = await list(3, { person: 'ada' });
    const search = byLabel(element, 'Search cases') as HTMLInputElement;
    search.focus();
    await sendKeys({ type: 'Subject 2' });
    await waitUntil(() => subjects(element).join() === 'Subject 2');
    let answer: (given: unknown) => void = () => undefined;
    const held = new Promise((resolve) => (answer = resolve));
    backend.next.push(() => held);
    element.person = 'bob';
    await waitUntil(() => backend.next.length === 0);
    await element.updateComplete;
    expect(byRole(element, 'table')).to.equal(undefined);
    expect(search.value).to.equal('');
    expect(backend.queries.at(-1)?.search).to.equal(undefined);
    answer({ cases: rows(1) });
    await waitUntil(() => words(byRole(element, 'table')).includes('Subject 1'));
  });

  it('does not say for ever that it loads when nobody can be asked any more', async () => {
    const { element, backend } = await list(1);
    backend.next.push(() => new Promise(() => undefined));
    void element.refresh();
    const isBusy = () => !!element.shadowRoot?.querySelector('[aria-busy=true]');
    await waitUntil(isBusy);
    element.backend = undefined;
    await waitUntil(() => !isBusy());
  });

  it('searches once the person pauses, and shows the newest answer only', async () => {
    const clock = new Clock();
    const { element, backend } = await list(30);
    clock.start();
    try {
      const search = byLabel(element, 'Search cases') as HTMLInputElement;
      let answerLate = () => {};
      const late = new Promise((resolve) => (answerLate = () => resolve({ cases: rows(1) })));
      search.focus();
      await sendKeys({ type: 'Subj' });
      expect(backend.queries).to.have.length(1);
      backend.next.push(() => late);
      await clock.pass(300);
      await sendKeys({ type: 'ect 7' });
      await clock.pass(300);
      answerLate();
      await clock.pass(0);
      await element.updateComplete;
      expect(backend.queries.map(({ search: asked }) => asked)).to.deep.equal([
        undefined,
        'Subj',
        'Subject 7',
      ]);
      expect(subjects(element)).to.deep.equal(['Subject 7']);
    } finally {
      clock.stop();
    }
  });

  it('moves along its links by arrow keys', async () => {
    const { element } = await list(3);
    const [first] = allByRole(byRole(element, 'table') as Node, 'link');
    first?.focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(words(element.shadowRoot?.activeElement ?? undefined)).to.equal('Subject 2');
    await sendKeys({ press: 'End' });
    expect(words(element.shadowRoot?.activeElement ?? undefined)).to.equal('Subject 3');
  });

  it('opens a case where the page says, unless the page opens it', async () => {
    const { element } = await list(1, { linkTemplate: '/cases/{number}' });
    const link = byRole(element, 'link', 'Subject 1') as HTMLAnchorElement;
    expect(link.getAttribute('href')).to.equal('/cases/1');
    const opened: string[] = [];
    element.addEventListener('case-open', (event) => {
      event.preventDefault();
      opened.push(event.summary.number);
    });
    link.click();
    expect(opened).to.deep.equal(['1']);
  });

  it('cannot be loaded: says so, keeps what it had, and tries again', async () => {
    const { element, backend } = await list(3);
    backend.next.push(() => {
      throw new Error('offline');
    });
    choose(element, /^Open/);
    await waitUntil(() => byRole(element, 'button', 'Try again'));
    expect(subjects(element)).to.have.length(3);
    press(element, 'Try again');
    await waitUntil(() => subjects(element).length === 1);
  });

  it('says who may not see it what to do', async () => {
    const backend = new ScriptedBackend();
    backend.next.push(() => ({ issues: [{ path: [], message: 'x', code: 'identity' }] }));
    const { element } = await list(3, {}, backend);
    expect(words(byRole(element, 'region', 'Cases'))).to.include('Sign in again');
  });

  it('asks for a new case, and links to the form where it has an address', async () => {
    const { element } = await list(0, { newHref: '#new' });
    const asked: Event[] = [];
    element.addEventListener('case-new', (event) => {
      event.preventDefault();
      asked.push(event);
    });
    byRole(element, 'link', 'New case')?.click();
    expect(asked).to.have.length(1);
    expect(words(byRole(element, 'region', 'Cases'))).to.include('No cases yet.');
  });

  it('becomes cards where it is narrow, and holds nothing that sticks out', async () => {
    const { element } = await list(3);
    const box = document.createElement('div');
    box.className = 'narrow';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.narrow { inline-size: 300px }');
    document.adoptedStyleSheets.push(sheet);
    element.before(box);
    box.append(element);
    await waitUntil(() => byRole(element, 'table'));
    const [, row] = allByRole(element, 'row');
    expect(getComputedStyle(row as Element).display).to.equal('grid');
    expect(element.scrollWidth).to.be.at.most(300);
    document.adoptedStyleSheets.pop();
  });

  it('shows what was looked at last, and does without where nothing is kept', async () => {
    sessionStorage.setItem(
      'case-elements::recent',
      JSON.stringify([{ number: '9', subject: 'Nine' }]),
    );
    const { element } = await list(1);
    expect(byRole(element, 'link', 'Nine')?.getAttribute('href')).to.equal('#case/9');
    sessionStorage.setItem('case-elements::recent', '{broken');
    const { element: other } = await list(1);
    expect(byRole(other, 'navigation', 'Recently viewed')).to.equal(undefined);
  });
});
