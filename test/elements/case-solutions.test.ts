import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { computeAccessibleDescription } from 'dom-accessibility-api';
import { CaseSolutions } from '../../src/elements/case-solutions/case-solutions.js';
import { CaseChangedEvent } from '../../src/events/case-events.js';
import { en, type Messages } from '../../src/locales/en.js';
import type { SolutionSource } from '../../src/ports/solution-source.js';
import type { Consulted } from '../../src/schema/consulted.js';
import type { Solution, SolutionQuery } from '../../src/schema/solution.js';
import { allByRole, byRole } from '../support/by-role.js';
import { Clock, settled as nothingToDo } from '../support/clock.js';

CaseSolutions.define();

const reset: Solution = {
  title: 'Reset your password',
  url: 'https://help.example/reset',
  excerpt: 'If you forgot your password, choose a new one.',
  updated: '2026-03-05',
  text: 'Open the sign-in page.\n\nChoose <b>Forgot password</b>.\nWait for the mail.',
};
const locked: Solution = { title: 'Unlock an account', url: 'https://help.example/locked' };
const invite: Solution = { title: 'Invite a colleague', url: '/invite', text: 'Open People.' };

/** What shows an answer comes with the first one. */
async function settled(): Promise<void> {
  await nothingToDo();
  await import('../../src/elements/case-solutions/solutions-view.js');
  await import('../../src/core/solution-rows.js');
  await nothingToDo();
}

const clock = new Clock(settled);
/** What the form beside the panel was told of articles. */
const noted: string[] = [];
/** What no test may cause: an exception or a line in the host's console. */
const noise: unknown[] = [];
const hear = (event: Event) => void noise.push(event);
const { error, warn } = console;

/** Keeps links that stay native from leaving the page, and remembers which they were. */
const followed: string[] = [];
const stay = (event: Event) => {
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (link && !event.defaultPrevented) followed.push(`${link.target} ${link.href}`);
  event.preventDefault();
};

beforeEach(() => {
  noise.length = 0;
  noted.length = 0;
  followed.length = 0;
  clock.start();
  window.addEventListener('error', hear);
  window.addEventListener('unhandledrejection', hear);
  window.addEventListener('click', stay);
  window.addEventListener('auxclick', stay);
  const listen = (...said: unknown[]) => noise.push(said);
  Object.assign(console, { error: listen, warn: listen });
});

afterEach(() => {
  clock.stop();
  window.removeEventListener('error', hear);
  window.removeEventListener('unhandledrejection', hear);
  window.removeEventListener('click', stay);
  window.removeEventListener('auxclick', stay);
  Object.assign(console, { error, warn });
  expect(noise.map(String).join('; ')).to.equal('');
});

interface Setup {
  readonly query?: string;
  readonly solutions?: readonly Solution[];
  readonly source?: SolutionSource;
}

/** A source that answers every query with the same, and remembers what it was asked. */
function answering(solutions: readonly unknown[]): SolutionSource & { asked: SolutionQuery[] } {
  const asked: SolutionQuery[] = [];
  return { asked, search: async (query) => (asked.push(query), solutions as Solution[]) };
}

async function open({ query = '', solutions = [reset, locked, invite], ...rest }: Setup = {}) {
  const source = rest.source ?? answering(solutions);
  return fixture<CaseSolutions>(
    html`<case-solutions .query=${query} .source=${source}></case-solutions>`,
  );
}

/** A panel that shows what it has found. */
async function opened(setup: Setup = {}): Promise<CaseSolutions> {
  const panel = await open({ query: 'password', ...setup });
  await clock.pass(300);
  return panel;
}

const titles = (panel: CaseSolutions) =>
  allByRole(panel, 'link').map((element) => visibleText(element).replace(/\s↗$/, ''));
const textOf = (panel: CaseSolutions) => allByRole(panel, 'region').map(visibleText).join();
const status = (panel: CaseSolutions) => byRole(panel, 'status')?.textContent.trim();
const visibleText = (element: Element) => (element as HTMLElement).innerText.trim();

function link(panel: CaseSolutions, name: string | RegExp): HTMLElement {
  return found(byRole(panel, 'link', name));
}

/** The elements that a page can style by this name. */
function parts(panel: CaseSolutions, name: string): HTMLElement[] {
  return [...(panel.shadowRoot?.querySelectorAll<HTMLElement>(`[part=${name}]`) ?? [])];
}

function press(panel: CaseSolutions, name: string): void {
  found(byRole(panel, 'button', name)).click();
}

function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('It is not there.');
  return thing;
}

/** What has focus, through shadow roots, as a person would say it. */
function focused(): string {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element === document.body ? '' : ((element as HTMLElement | null)?.innerText.trim() ?? '');
}

describe('before there is something', () => {
  it('says what it is for', async () => {
    const panel = await open();
    expect(allByRole(panel, 'region', 'Recommended solutions').length).to.equal(1);
    expect(textOf(panel)).to.contain(en.solutions.intro);
    expect(allByRole(panel, 'list').length).to.equal(0);
    await expect(panel).to.be.accessible();
  });

  it('asks nobody before there are three characters', async () => {
    const source = answering([reset]);
    const panel = await open({ source });
    for (const query of ['p', ' pa ', '.?!-', '字']) {
      panel.query = query;
      await clock.pass(5000);
    }
    expect(source.asked).to.be.empty;
    panel.query = '登录';
    await clock.pass(300);
    expect(source.asked).to.deep.equal([{ subject: '登录', description: '' }]);
  });

  it('goes back to that when the query becomes too short', async () => {
    const panel = await opened();
    panel.query = 'p';
    await clock.pass(0);
    expect(titles(panel)).to.be.empty;
    expect(textOf(panel)).to.contain(en.solutions.intro);
  });
});

describe('what it searches', () => {
  it('asks only for the last of several quick changes, after a pause', async () => {
    const source = answering([reset]);
    const panel = await open({ source });
    for (const query of ['pass', 'passw', 'password']) {
      panel.query = query;
      await clock.pass(299);
    }
    expect(source.asked).to.be.empty;
    await clock.pass(1);
    expect(source.asked).to.deep.equal([{ subject: 'password', description: '' }]);
  });

  it('does not ask again when the query means the same', async () => {
    const source = answering([reset]);
    const panel = await open({ source, query: 'password' });
    await clock.pass(300);
    panel.query = ' password  ';
    await clock.pass(5000);
    panel.query = { subject: 'password', description: '' };
    await clock.pass(5000);
    expect(source.asked).to.have.length(1);
  });

  it('prefers a listener over its source', async () => {
    const source = answering([reset]);
    const panel = await open({ source });
    const asked: SolutionQuery[] = [];
    panel.addEventListener('solutions-search', (event) => {
      asked.push(event.query);
      event.respondWith(async () => [locked]);
    });
    panel.query = { subject: 'locked', description: 'out', product: 'account' };
    await clock.pass(300);
    expect(asked).to.deep.equal([{ subject: 'locked', description: 'out', product: 'account' }]);
    expect(titles(panel)).to.deep.equal([locked.title]);
    expect(source.asked).to.be.empty;
  });

  it('is answered by delegation, from anywhere above', async () => {
    const answer = (event: GlobalEventHandlersEventMap['solutions-search']) =>
      event.respondWith([reset]);
    document.addEventListener('solutions-search', answer);
    const panel = await fixture<CaseSolutions>(
      html`<case-solutions query="password"></case-solutions>`,
    );
    await clock.pass(300);
    document.removeEventListener('solutions-search', answer);
    expect(titles(panel)).to.deep.equal(['Reset your password']);
  });

  it('shows nothing when nobody answers', async () => {
    const panel = await fixture<CaseSolutions>(
      html`<case-solutions query="password"></case-solutions>`,
    );
    await clock.pass(5000);
    expect(textOf(panel)).to.equal(`${en.solutions.heading}\n\n${en.solutions.intro}`);
    expect(status(panel)).to.equal('');
  });

  it('shows nothing when a listener refuses, and asks its source nothing', async () => {
    const source = answering([reset]);
    const panel = await open({ source });
    panel.addEventListener('solutions-search', (event) => event.preventDefault());
    panel.query = 'something private';
    await clock.pass(5000);
    expect(source.asked).to.be.empty;
    expect(titles(panel)).to.be.empty;
    expect(allByRole(panel, 'button').length).to.equal(0);
  });

  it('says so when no article is found', async () => {
    const panel = await opened({ solutions: [] });
    expect(textOf(panel)).to.contain('No article fits. Your case goes to a person.');
    await expect(panel).to.be.accessible();
  });

  it('drops an answer that comes after the next question', async () => {
    const answers: ((solutions: Solution[]) => void)[] = [];
    const signals: AbortSignal[] = [];
    const source: SolutionSource = {
      search: (_query, { signal }) => {
        signals.push(signal);
        return new Promise((resolve) => answers.push(resolve));
      },
    };
    const panel = await opened({ source });
    panel.query = 'locked';
    await clock.pass(300);
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
    answers[1]?.([locked]);
    await settled();
    answers[0]?.([reset]);
    await clock.pass(5000);
    expect(titles(panel)).to.deep.equal([locked.title]);
  });

  it('stops when it leaves the page, and goes on when it is back', async () => {
    const source = answering([reset]);
    const panel = await open({ source, query: 'password' });
    const parent = found(panel.parentElement ?? undefined);
    await clock.pass(200);
    panel.remove();
    await clock.pass(5000);
    expect(source.asked).to.be.empty;
    parent.append(panel);
    await clock.pass(300);
    expect(titles(panel)).to.deep.equal(['Reset your password']);
    panel.remove();
    parent.append(panel);
    await clock.pass(5000);
    expect(source.asked).to.have.length(1);
    expect(titles(panel)).to.deep.equal(['Reset your password']);
    panel.remove();
    panel.query = 'nobody waits for this';
    await clock.pass(5000);
    expect(source.asked).to.have.length(1);
  });
});

describe('beside a form', () => {
  interface FakeForm extends HTMLElement {
    accept?: (solution: Solution) => void;
    draft?: CaseChangedEvent['draft'];
  }

  const draftOf = (values: Record<string, unknown>) => ({
    key: '0123456789abcdef',
    form: 'new-case',
    values,
    attachments: [],
  });

  function write(form: HTMLElement | null, values: Record<string, unknown>): void {
    const event = new CaseChangedEvent(draftOf(values), Object.keys(values));
    form?.dispatchEvent(event);
  }

  function formNamed(id: string, accept?: (solution: Solution) => void): FakeForm {
    const consult = (solution: Solution, as: Consulted['as']) => {
      noted.push(`${as}: ${solution.title}`);
      if (as === 'accepted') accept?.(solution);
    };
    const form: FakeForm = Object.assign(document.createElement('div'), accept && { consult });
    form.id = id;
    return form;
  }

  async function beside(...forms: HTMLElement[]) {
    const source = answering([reset, locked]);
    const panel = html`<case-solutions for="form" .source=${source}></case-solutions>`;
    const root = await fixture(html`<div>${forms}${panel}</div>`);
    return { root, source, panel: found(root.querySelector('case-solutions') ?? undefined) };
  }

  it('searches for what is written there', async () => {
    const form = formNamed('form');
    const { source, panel } = await beside(form);
    write(form, { subject: 'Cannot sign in', description: 'Since today', product: 'account' });
    await clock.pass(300);
    const query = { subject: 'Cannot sign in', description: 'Since today', product: 'account' };
    expect(source.asked).to.deep.equal([query]);
    expect(titles(panel)).to.have.length(2);
  });

  it('does not ask again for changes that mean nothing to a search', async () => {
    const form = formNamed('form');
    const { source } = await beside(form);
    write(form, { subject: 'Cannot sign in' });
    await clock.pass(300);
    write(form, { subject: 'Cannot sign in ', email: 'a@example.com' });
    await clock.pass(5000);
    expect(source.asked).to.have.length(1);
  });

  it('follows a form that comes later, and the one that replaces it', async () => {
    const { root, source } = await beside();
    const first = formNamed('form');
    root.prepend(first);
    write(first, { subject: 'first form' });
    await clock.pass(300);
    const second = formNamed('form');
    first.replaceWith(second);
    write(second, { subject: 'second form' });
    await clock.pass(300);
    expect(source.asked.map(({ subject }) => subject)).to.deep.equal(['first form', 'second form']);
  });

  it('searches for what is in the form already', async () => {
    const form = formNamed('form');
    form.draft = draftOf({ subject: 'prefilled' });
    const { source } = await beside(form);
    await clock.pass(300);
    expect(source.asked.map(({ subject }) => subject)).to.deep.equal(['prefilled']);
  });

  it('hears no other form, and no form of another root', async () => {
    const other = formNamed('other');
    const host = document.createElement('div');
    const inner = formNamed('form');
    host.attachShadow({ mode: 'open' }).append(inner);
    const { source } = await beside(other, host);
    write(other, { subject: 'other form' });
    write(inner, { subject: 'inner form' });
    await clock.pass(5000);
    expect(source.asked).to.be.empty;
  });

  it('finds the form in its own shadow root', async () => {
    const host = await fixture(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    const source = answering([reset]);
    const panel = Object.assign(document.createElement('case-solutions'), { source, for: 'form' });
    const form = formNamed('form');
    root.append(form, panel);
    write(form, { subject: 'in a shadow root' });
    await clock.pass(300);
    expect(source.asked).to.have.length(1);
  });

  it('ends the draft when an article has solved the problem', async () => {
    const ended: Solution[] = [];
    const accepted: Solution[] = [];
    const form = formNamed('form', (solution) => void ended.push(solution));
    const { panel } = await beside(form);
    panel.addEventListener('solution-accepted', (event) => accepted.push(event.solution));
    write(form, { subject: 'password' });
    await clock.pass(300);
    link(panel, 'Reset your password').click();
    await settled();
    press(panel, en.solutions.solved);
    await settled();
    expect(ended).to.deep.equal([reset]);
    expect(accepted).to.deep.equal([reset]);
    expect(allByRole(panel, 'article').length).to.equal(0);
    expect(textOf(panel)).not.to.contain(en.solutions.thanks);
    expect(noted).to.deep.equal([
      'shown: Reset your password',
      'shown: Unlock an account',
      'opened: Reset your password',
      'accepted: Reset your password',
    ]);
  });

  it('leaves the focus where the form has put it', async () => {
    const form = formNamed('form', () => form.focus());
    form.tabIndex = -1;
    form.append('Thank you');
    const { panel } = await beside(form);
    write(form, { subject: 'password' });
    await clock.pass(300);
    link(panel, 'Reset your password').click();
    await settled();
    press(panel, en.solutions.solved);
    await settled();
    expect(focused()).to.equal('Thank you');
  });

  it('says thanks itself where the form cannot', async () => {
    const form = Object.assign(document.createElement('input'), { id: 'form', type: 'file' });
    const { panel } = await beside(form);
    write(form, { subject: 'password' });
    await clock.pass(300);
    link(panel, 'Reset your password').click();
    await settled();
    press(panel, en.solutions.solved);
    await settled();
    expect(focused()).to.equal(en.solutions.thanks);
  });

  it('hears nothing once it has left, however often it was there', async () => {
    const form = formNamed('form');
    const { root, panel } = await beside(form);
    panel.remove();
    let heard = 0;
    const say = () => {
      const event = new CaseChangedEvent(draftOf({}), []);
      Object.defineProperty(event, 'draft', { get: () => void (heard += 1) });
      form.dispatchEvent(event);
    };
    for (let mounts = 0; mounts < 1000; mounts += 1) {
      const mounted = Object.assign(document.createElement('case-solutions'), { for: 'form' });
      root.append(mounted);
      if (mounts % 100 === 0) await settled();
      mounted.remove();
    }
    say();
    expect(heard).to.equal(0);
    root.append(panel);
    say();
    expect(heard).to.equal(1);
  });

  it('moves nothing of the form when articles come', async () => {
    const form = formNamed('form');
    form.append('Subject');
    const { root, panel } = await beside(form);
    (root as HTMLElement).style.cssText = 'display: flex; align-items: start';
    form.style.flex = panel.style.flex = '1 1 0';
    const before = form.getBoundingClientRect();
    write(form, { subject: 'password' });
    await clock.pass(300);
    expect(titles(panel)).to.have.length(2);
    expect(form.getBoundingClientRect()).to.deep.equal(before);
  });
});

describe('the articles it shows', () => {
  it('have a title that is a link, an excerpt with its matches marked, and a date', async () => {
    const panel = await opened();
    expect(allByRole(panel, 'list').length).to.equal(1);
    expect(allByRole(panel, 'listitem').length).to.equal(3);
    expect(link(panel, 'Reset your password').getAttribute('href')).to.equal(reset.url);
    expect(textOf(panel)).to.contain('If you forgot your password, choose a new one.');
    expect(parts(panel, 'mark').map(visibleText)).to.deep.equal(['password', 'password']);
    const [time, ...others] = parts(panel, 'date');
    expect(others.length).to.equal(0);
    expect(time?.getAttribute('datetime')).to.match(/^2026-03-05T/);
    expect(time?.innerText).to.match(/^Updated \d+ (days|weeks|months|years) ago$/);
    expect(time?.title).to.equal('March 5, 2026');
    await expect(panel).to.be.accessible();
  });

  it('are no more than the limit, and none twice', async () => {
    const source = answering([reset, reset, locked, { ...reset, title: 'Once more' }, invite]);
    const panel = await open({ source, query: 'password' });
    panel.limit = 2;
    await clock.pass(300);
    expect(titles(panel)).to.deep.equal([reset.title, locked.title]);
  });

  it('stay until the next ones are there', async () => {
    const panel = await opened();
    panel.source = answering([invite]);
    panel.query = 'colleague';
    await clock.pass(299);
    expect(titles(panel)).to.have.length(3);
    await clock.pass(1);
    expect(titles(panel)).to.deep.equal(['Invite a colleague']);
  });

  it('stay the same elements, with focus, wherever they stand', async () => {
    const panel = await opened();
    const before = link(panel, /^Unlock/);
    before.focus();
    panel.source = answering([invite, locked, reset]);
    await clock.pass(300);
    expect(titles(panel)[0]).to.equal('Invite a colleague');
    expect(link(panel, /^Unlock/) === before).to.equal(true);
    expect(focused()).to.match(/^Unlock/);
    panel.source = answering([locked]);
    await clock.pass(300);
    expect(link(panel, /^Unlock/) === before).to.equal(true);
    expect(focused()).to.match(/^Unlock/);
  });

  it('hand the focus to the heading when the one that has it goes', async () => {
    const panel = await opened();
    link(panel, 'Reset your password').focus();
    panel.source = answering([invite]);
    await clock.pass(300);
    expect(focused()).to.equal(en.solutions.heading);
  });

  it('are told to the page when they are others than before', async () => {
    const panel = await open();
    const shown: string[][] = [];
    panel.addEventListener('solutions-shown', ({ solutions }) =>
      shown.push(solutions.map(({ title }) => title)),
    );
    for (const solutions of [[reset, locked], [{ ...reset }, locked], [locked], []]) {
      panel.source = answering(solutions);
      panel.query = `password ${shown.length}`;
      await clock.pass(300);
    }
    expect(shown).to.deep.equal([[reset.title, locked.title], [locked.title], []]);
  });

  it('speak another language at once, and from right to left', async () => {
    const panel = await opened();
    const solutions = { ...en.solutions, heading: 'حلول', updated: () => 'قبل' };
    const messages: Messages = { ...en, language: 'ar', direction: 'rtl', solutions };
    panel.messages = messages;
    await settled();
    const region = found(byRole(panel, 'region', 'حلول'));
    expect(getComputedStyle(region).direction).to.equal('rtl');
    expect(region.lang).to.equal('ar');
    expect(titles(panel)).to.have.length(3);
    expect(parts(panel, 'date').map(visibleText)).to.deep.equal(['قبل']);
    await expect(panel).to.be.accessible();
  });

  it('can be read in the dark', async () => {
    const panel = await opened();
    panel.style.colorScheme = 'dark';
    await expect(panel).to.be.accessible();
    link(panel, 'Reset your password').click();
    await settled();
    await expect(panel).to.be.accessible();
  });

  it('fit into 320 pixels', async () => {
    await setViewport({ width: 320, height: 640 });
    const long = { ...locked, title: 'W'.repeat(300), excerpt: 'x'.repeat(600) };
    const panel = await opened({ solutions: [long, reset] });
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    expect(panel.scrollWidth).to.be.at.most(panel.clientWidth);
    await setViewport({ width: 800, height: 600 });
  });
});

describe('what it says to those who cannot see it', () => {
  it('is how many articles there are, once the person has paused', async () => {
    const panel = await open({ query: 'password' });
    await clock.pass(1399);
    expect(titles(panel)).to.have.length(3);
    expect(status(panel)).to.equal('');
    panel.query = 'passwords';
    await clock.pass(1399);
    expect(status(panel)).to.equal('');
    await clock.pass(1);
    expect(status(panel)).to.equal('3 articles may help');
  });

  it('waits for an answer that takes longer', async () => {
    let answer: (solutions: Solution[]) => void = () => undefined;
    const source = { search: () => new Promise<Solution[]>((resolve) => (answer = resolve)) };
    const panel = await open({ query: 'password', source });
    await clock.pass(5000);
    expect(status(panel)).to.equal('');
    answer([reset]);
    await settled();
    expect(status(panel)).to.equal('1 article may help');
  });

  it('is nothing when there is nothing to say', async () => {
    const panel = await open({ query: 'password' });
    await clock.pass(1400);
    panel.query = '';
    await clock.pass(0);
    expect(status(panel)).to.equal('');
  });

  it('is that there are none, or that they could not be loaded', async () => {
    const panel = await open({ query: 'password', solutions: [] });
    await clock.pass(1400);
    expect(status(panel)).to.equal('No article fits. Your case goes to a person.');
    panel.source = { search: () => Promise.reject(new Error('down')) };
    await clock.pass(1400);
    expect(status(panel)).to.equal(en.solutions.failed);
  });
});

describe('an article that is opened', () => {
  async function reading(): Promise<CaseSolutions> {
    const panel = await opened();
    link(panel, 'Reset your password').click();
    await settled();
    return panel;
  }

  it('is read in place, as text', async () => {
    const panel = await reading();
    const article = found(byRole(panel, 'article', 'Reset your password'));
    expect(focused()).to.equal('Reset your password');
    expect(allByRole(article, 'heading', 'Reset your password').length).to.equal(1);
    expect(visibleText(article)).to.contain('Choose <b>Forgot password</b>.\nWait for the mail.');
    expect(parts(panel, 'date')[0]?.title).to.equal('March 5, 2026');
    expect(allByRole(panel, 'list').length).to.equal(0);
    const out = link(panel, 'Open the article (new tab)') as HTMLAnchorElement;
    expect([out.href, out.target, out.rel]).to.deep.equal([reset.url, '_blank', 'noopener']);
    expect(followed).to.be.empty;
    await expect(panel).to.be.accessible();
  });

  it('gives back the focus when it is left, by its button or by Escape', async () => {
    const panel = await reading();
    press(panel, en.solutions.back);
    await settled();
    expect(focused()).to.equal('Reset your password');
    expect(titles(panel)).to.have.length(3);
    link(panel, 'Reset your password').click();
    await settled();
    await sendKeys({ press: 'Escape' });
    await settled();
    expect(allByRole(panel, 'article').length).to.equal(0);
    expect(focused()).to.equal('Reset your password');
  });

  it('gives the focus to the heading when its row is gone', async () => {
    const panel = await reading();
    panel.source = answering([invite]);
    await clock.pass(300);
    press(panel, en.solutions.back);
    await settled();
    expect(titles(panel)).to.deep.equal(['Invite a colleague']);
    expect(focused()).to.equal(en.solutions.heading);
  });

  it('is not taken away by what comes, until the person is back', async () => {
    const panel = await reading();
    const shown: unknown[] = [];
    panel.addEventListener('solutions-shown', (event) => shown.push(event.solutions));
    for (const source of [
      answering([invite]),
      { search: () => Promise.reject(new Error('down')) },
      answering([locked]),
    ]) {
      panel.source = source;
      await clock.pass(300);
      expect(allByRole(panel, 'article', 'Reset your password').length).to.equal(1);
      expect(focused()).to.equal('Reset your password');
    }
    panel.query = '';
    await clock.pass(0);
    expect(allByRole(panel, 'article', 'Reset your password').length).to.equal(1);
    panel.query = 'password';
    await clock.pass(300);
    expect(shown).to.be.empty;
    press(panel, en.solutions.back);
    await settled();
    expect(titles(panel)).to.deep.equal([locked.title]);
    expect(shown).to.deep.equal([[locked]]);
  });

  it('can be opened by the page instead', async () => {
    const panel = await opened();
    const asked: Solution[] = [];
    panel.addEventListener('solution-open', (event) => {
      asked.push(event.solution);
      event.preventDefault();
    });
    link(panel, 'Reset your password').click();
    link(panel, /^Unlock/).click();
    await settled();
    expect(asked).to.deep.equal([reset, locked]);
    expect(followed).to.be.empty;
    expect(allByRole(panel, 'article').length).to.equal(0);
  });

  it('opens in a new tab when it has no text of its own, and says so', async () => {
    const panel = await opened();
    link(panel, 'Unlock an account (new tab)').click();
    expect(followed).to.deep.equal([`_blank ${locked.url}`]);
  });

  it('opens natively on any other click', async () => {
    const panel = await opened();
    panel.addEventListener('solution-open', (event) => event.preventDefault());
    const target = link(panel, 'Reset your password');
    const click = (type: string, init: MouseEventInit) =>
      target.dispatchEvent(
        new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, ...init }),
      );
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey']) click('click', { [key]: true });
    click('auxclick', { button: 1 });
    expect(followed).to.have.length(4);
    await settled();
    expect(allByRole(panel, 'article').length).to.equal(0);
  });
});

describe('an article that has solved the problem', () => {
  it('gets thanks, and a way back', async () => {
    const panel = await opened();
    const accepted: Solution[] = [];
    panel.addEventListener('solution-accepted', (event) => accepted.push(event.solution));
    link(panel, 'Reset your password').click();
    await settled();
    press(panel, en.solutions.solved);
    await settled();
    expect(accepted).to.deep.equal([reset]);
    expect(focused()).to.equal(en.solutions.thanks);
    expect(titles(panel)).to.be.empty;
    await expect(panel).to.be.accessible();
    press(panel, en.solutions.back);
    await settled();
    expect(titles(panel)).to.have.length(3);
  });

  it('is told to the source that gave it', async () => {
    const told: unknown[] = [];
    const source: SolutionSource = {
      ...answering([reset]),
      accepted: (...said) => void told.push(said),
    };
    const panel = await opened({ source });
    link(panel, 'Reset your password').click();
    await settled();
    expect(told).to.deep.equal([]);
    press(panel, en.solutions.solved);
    await settled();
    expect(told).to.deep.equal([[reset, { subject: 'password', description: '' }]]);
  });

  it('is not told to a source when a listener gave it', async () => {
    const told: unknown[] = [];
    const panel = await open({
      source: { ...answering([invite]), accepted: (...said) => void told.push(said) },
    });
    panel.addEventListener('solutions-search', (event) => event.respondWith([reset]));
    panel.query = 'password';
    await clock.pass(300);
    link(panel, 'Reset your password').click();
    await settled();
    press(panel, en.solutions.solved);
    await settled();
    expect(told).to.deep.equal([]);
  });

  for (const [what, accepted] of Object.entries({
    throws: () => {
      throw new Error('deaf');
    },
    rejects: () => Promise.reject(new Error('deaf')),
  })) {
    it(`gets thanks though the source ${what} when it is told`, async () => {
      const panel = await opened({ source: { ...answering([reset]), accepted } });
      link(panel, 'Reset your password').click();
      await settled();
      press(panel, en.solutions.solved);
      await settled();
      expect(focused()).to.equal(en.solutions.thanks);
    });
  }

  it('gives way to the articles for what is written next', async () => {
    const panel = await opened();
    link(panel, 'Reset your password').click();
    await settled();
    press(panel, en.solutions.solved);
    panel.query = 'another matter';
    await clock.pass(300);
    expect(titles(panel)).to.have.length(3);
  });

  it('can say so in the list once it was opened elsewhere', async () => {
    const panel = await opened();
    const accepted: Solution[] = [];
    panel.addEventListener('solution-accepted', (event) => accepted.push(event.solution));
    expect(allByRole(panel, 'button', en.solutions.solved).length).to.equal(0);
    const right = new MouseEvent('auxclick', { bubbles: true, composed: true, button: 2 });
    link(panel, /^Unlock/).dispatchEvent(right);
    await settled();
    expect(allByRole(panel, 'button', en.solutions.solved).length).to.equal(0);
    link(panel, /^Unlock/).click();
    await settled();
    await expect(panel).to.be.accessible();
    const solved = found(byRole(panel, 'button', en.solutions.solved));
    expect(computeAccessibleDescription(solved)).to.equal(locked.title);
    solved.click();
    await settled();
    expect(accepted).to.deep.equal([locked]);
    expect(focused()).to.equal(en.solutions.thanks);
  });
});

describe('an article that is not what they need', () => {
  it('makes room for the next one, which takes the focus, and stays away', async () => {
    const panel = await open({ query: 'password' });
    panel.limit = 2;
    await clock.pass(300);
    const refused: string[] = [];
    const shown: string[][] = [];
    panel.addEventListener('solution-refused', (event) => {
      refused.push(`${event.query.subject}: ${event.solution.title}`);
    });
    panel.addEventListener('solutions-shown', (event) => {
      shown.push(event.solutions.map(({ title }) => title));
    });
    press(panel, `${en.solutions.refuse}: ${reset.title}`);
    await settled();
    expect(refused).to.deep.equal(['password: Reset your password']);
    expect(titles(panel)).to.deep.equal([locked.title, invite.title]);
    expect(shown).to.deep.equal([[locked.title, invite.title]]);
    expect(focused()).to.match(/^Unlock an account/);
    panel.query = 'password once more';
    await clock.pass(300);
    expect(titles(panel)).to.deep.equal([locked.title, invite.title]);
  });

  it('can be said where it is read, and leaves nobody nowhere', async () => {
    const panel = await opened({ solutions: [reset] });
    link(panel, 'Reset your password').click();
    await settled();
    press(panel, en.solutions.refuse);
    await settled();
    expect(titles(panel)).to.be.empty;
    expect(focused()).to.equal(en.solutions.heading);
    await clock.pass(1400);
    expect(status(panel)).to.equal(en.solutions.found(0));
    await expect(panel).to.be.accessible();
  });
});

describe('better articles', () => {
  /** A pointer that moves over the list, or off it. */
  const point = (panel: CaseSolutions, type: 'pointermove' | 'pointerleave') =>
    found(allByRole(panel, 'list')[0]).dispatchEvent(new PointerEvent(type));

  const answer = (panel: CaseSolutions, ...solutions: Solution[]) => {
    panel.addEventListener('solutions-search', (event) => event.respondWith(solutions), {
      once: true,
    });
    panel.source = answering([]);
  };

  it('move nothing under the pointer until it leaves', async () => {
    const panel = await opened();
    answer(panel, invite, locked);
    await settled();
    point(panel, 'pointermove');
    await clock.pass(300);
    expect(titles(panel)).to.deep.equal([reset.title, locked.title, invite.title]);
    expect(byRole(panel, 'button', en.solutions.newer)).to.be.instanceOf(HTMLElement);
    point(panel, 'pointerleave');
    await settled();
    expect(titles(panel)).to.deep.equal([invite.title, locked.title]);
    expect(byRole(panel, 'button', en.solutions.newer)).to.equal(undefined);
  });

  it('come when they are asked for', async () => {
    const panel = await opened();
    answer(panel, invite);
    await settled();
    point(panel, 'pointermove');
    await clock.pass(300);
    await expect(panel).to.be.accessible();
    press(panel, en.solutions.newer);
    await settled();
    expect(titles(panel)).to.deep.equal([invite.title]);
  });

  it('come to whoever writes on, wherever the pointer rests', async () => {
    const panel = await opened();
    point(panel, 'pointermove');
    answer(panel, invite);
    await clock.pass(300);
    expect(titles(panel)).to.deep.equal([invite.title]);
  });
});

describe('an article with headings', () => {
  const long: Solution = {
    title: 'Sign-in problems',
    url: '/sign-in',
    text: 'Before you begin\n\nHave your phone at hand.\n\nWith a password\n\nChoose it.',
    headings: ['Before you begin', 'With a password'],
    source: 'Handbook',
    matches: { title: [[0, 7]], excerpt: [[5, 2]] },
  };

  it('has an outline to jump by', async () => {
    const panel = await opened({ solutions: [long] });
    expect(textOf(panel)).to.contain('Handbook');
    link(panel, 'Sign-in problems').click();
    await settled();
    const outline = found(byRole(panel, 'navigation', en.solutions.outline));
    expect(allByRole(outline, 'link').map(visibleText)).to.deep.equal(long.headings);
    expect(allByRole(panel, 'heading').map(visibleText)).to.include.members(long.headings ?? []);
    await expect(panel).to.be.accessible();
    found(allByRole(outline, 'link')[1]).click();
    await settled();
    expect(focused()).to.equal('With a password');
    expect(followed).to.be.empty;
  });

  it('marks what its source says has matched', async () => {
    const panel = await opened({ solutions: [long] });
    expect(parts(panel, 'mark').map(visibleText)).to.deep.equal(['Sign-in']);
  });
});

describe('a source that cannot be trusted', () => {
  /** Which the types forbid, and the world does not. */
  const hostile = (search: () => unknown) => ({ search }) as unknown as SolutionSource;
  const failures: Record<string, () => unknown> = {
    'throws at once': () => {
      throw new Error('no');
    },
    rejects: () => Promise.reject(new TypeError('connection lost')),
    'answers with nothing': () => undefined,
    'answers with a page': () => '<!doctype html>',
    'answers with an object': () => ({ error: 'no' }),
    'answers with what throws': () =>
      new Proxy([{}], {
        get: () => {
          throw new Error('gotcha');
        },
      }),
  };

  for (const [what, search] of Object.entries(failures)) {
    it(`is offered to be tried again when it ${what}`, async () => {
      const panel = await opened({ source: hostile(search) });
      expect(textOf(panel)).to.contain(en.solutions.failed);
      await expect(panel).to.be.accessible();
      panel.source = answering([reset]);
      await clock.pass(300);
      expect(titles(panel)).to.deep.equal(['Reset your password']);
    });
  }

  it('is asked once more by a button, which leaves the focus in the panel', async () => {
    let calls = 0;
    const source = hostile(() => ((calls += 1) > 1 ? [reset] : Promise.reject(new Error('down'))));
    const panel = await opened({ source });
    found(byRole(panel, 'button', en.solutions.tryAgain)).focus();
    await sendKeys({ press: 'Enter' });
    await clock.pass(300);
    expect(calls).to.equal(2);
    expect(titles(panel)).to.deep.equal(['Reset your password']);
    expect(focused()).to.equal(en.solutions.heading);
    await clock.pass(1400);
    expect(status(panel)).to.equal('1 article may help');
  });

  it('changes nothing while it never answers', async () => {
    const panel = await opened({ source: hostile(() => new Promise(() => undefined)) });
    await clock.pass(60_000);
    expect(textOf(panel)).to.equal(`${en.solutions.heading}\n\n${en.solutions.intro}`);
  });

  it('gets no link past the panel but those to web pages', async () => {
    const schemes = [
      'javascript:alert(1)',
      '\tjava\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
    ];
    const bad = [...schemes, 'file:///etc/passwd', 'blob:x', 'http://[', '', 7, null, undefined];
    const solutions = bad.map((url, index) => ({ title: `Bad ${String(index)}`, url }));
    const panel = await opened({ solutions: [...solutions, locked] as Solution[] });
    const links = allByRole(panel, 'link').map((element) => element.getAttribute('href'));
    expect(links.filter((href) => href !== locked.url)).to.deep.equal(['']);
  });

  it('cannot write markup, break the direction, or flood the page', async () => {
    const markup = '<img src=x onerror="throw 1"><script>throw 2</script>';
    const bidi = '\u202e\u2066gnp.txt';
    const strange = [
      { title: markup, url: '/1', excerpt: markup, text: markup },
      { title: bidi, url: '/2', excerpt: bidi },
      { title: 'a\ud800b\udc00', url: '/3', excerpt: '\udfff\ud800' },
      { title: 'W'.repeat(1_000_000), url: '/4', excerpt: 'x '.repeat(500_000) },
      { title: 'Dated', url: '/5', updated: 'not a date' },
      { title: ' ', url: '/6' },
      null,
      7,
      [],
    ];
    const panel = await opened({ query: 'img onerror', solutions: strange as Solution[] });
    expect(allByRole(panel, 'link').length).to.equal(5);
    expect(allByRole(panel, 'img').map(({ ariaLabel }) => ariaLabel)).not.to.include(null);
    expect(parts(panel, 'date').length).to.equal(0);
    expect(titles(panel)[0]).to.equal(markup);
    expect(textOf(panel).length).to.be.below(5000);
    link(panel, markup).click();
    await settled();
    expect(textOf(panel)).to.contain(markup);
    await expect(panel).to.be.accessible();
  });

  it('may answer late, after the panel has left', async () => {
    let answer: (solutions: Solution[]) => void = () => undefined;
    const source = hostile(() => new Promise((resolve) => (answer = resolve)));
    const panel = await opened({ source });
    panel.remove();
    answer([reset]);
    await clock.pass(5000);
    expect(panel.isConnected).to.equal(false);
  });
});

it('is worked by the keyboard alone', async () => {
  const panel = await opened();
  const keys = async (...presses: string[]) => {
    for (const key of presses) await sendKeys({ press: key });
    await settled();
  };
  await keys('Tab');
  expect(focused()).to.equal('Reset your password');
  await keys('Enter');
  expect(allByRole(panel, 'article', 'Reset your password').length).to.equal(1);
  await keys('Tab');
  expect(focused()).to.match(/^Open the article/);
  await keys('Tab');
  expect(focused()).to.equal(en.solutions.solved);
  await keys('Tab');
  expect(focused()).to.equal(en.solutions.refuse);
  await keys('Escape', 'ArrowDown');
  expect(focused()).to.match(/^Unlock an account/);
  await keys('End');
  expect(focused()).to.match(/^Invite a colleague/);
  await keys('Home', 'ArrowUp');
  expect(focused()).to.match(/^Reset your password/);
  await keys('ArrowDown', 'Enter');
  expect(followed).to.have.length(1);
  await keys('Tab', 'Tab');
  expect(focused()).to.equal(en.solutions.solved);
  await keys('Enter');
  expect(focused()).to.equal(en.solutions.thanks);
});

it('gives way to its hidden attribute', async () => {
  const panel = await opened();
  panel.hidden = true;
  expect(panel.getClientRects().length).to.equal(0);
});

it('takes over what a server has rendered', async () => {
  const panel = document.createElement('server-rendered-solutions');
  panel.attachShadow({ mode: 'open' }).append('Recommended solutions');
  const parent = await fixture(html`<div>${panel}</div>`);
  customElements.define('server-rendered-solutions', class extends CaseSolutions {});
  await settled();
  expect(allByRole(parent, 'region').length).to.equal(1);
  expect(panel.shadowRoot?.textContent.match(/Recommended solutions/g)).to.have.length(1);
  expect(getComputedStyle(panel).display).to.equal('block');
});
