import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CaseHelpful } from '../../src/elements/case-helpful/case-helpful.js';
import type { RequestContext } from '../../src/core/request-context.js';
import type { Said } from '../../src/core/votes.js';
import { ar } from '../../src/locales/ar.js';
import { allByRole, byLabel, byRole } from '../support/by-role.js';

CaseHelpful.define();

const article = { id: 'sign-in', title: 'Members cannot log in', url: 'https://help.example/a' };
const { fetch } = globalThis;

afterEach(() => {
  localStorage.clear();
  globalThis.fetch = fetch;
});

const make = (given: Partial<CaseHelpful> = {}) => {
  const foot = Object.assign(document.createElement('case-helpful'), { article, ...given });
  return fixture<CaseHelpful>(html`${foot}`);
};

function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('It is not there.');
  return thing;
}

const press = (foot: CaseHelpful, name: string) => found(byRole(foot, 'button', name)).click();
const pressed = (foot: CaseHelpful, name: string) =>
  found(byRole(foot, 'button', name)).getAttribute('aria-pressed');
const note = (foot: CaseHelpful) => byRole(foot, 'status')?.textContent.trim();
const text = (foot: CaseHelpful) => found(byRole(foot, 'region')).innerText;

async function vote(foot: CaseHelpful, name: string): Promise<void> {
  const voted = oneEvent(foot, 'helpful-voted');
  press(foot, name);
  await voted;
  await foot.updateComplete;
}

describe('was this helpful?', () => {
  it('asks, and shows the count that the page has', async () => {
    const foot = await make({ yes: 12, total: 15 });
    expect(text(foot)).to.contain('12 out of 15 found this helpful');
    await expect(foot).to.be.accessible();
  });

  it('takes a vote without any server, counts it, and remembers it', async () => {
    const foot = await make({ yes: 12, total: 15 });
    await vote(foot, 'Yes');
    expect(pressed(foot, 'Yes')).to.equal('true');
    // In forced colours nothing else tells it from the other answer.
    expect(getComputedStyle(found(byRole(foot, 'button', 'Yes')), '::before').content).to.include(
      '✓',
    );
    expect(note(foot)).to.equal('Thank you for saying so.');
    expect(text(foot)).to.contain('13 out of 16');
    const later = await make();
    await waitUntil(() => pressed(later, 'Yes') === 'true');
    const other = await make({ article: { ...article, id: 'other' } });
    expect(pressed(other, 'Yes')).to.equal('false');
  });

  it('lets a mind be changed, and counts nobody twice', async () => {
    const foot = await make({ yes: 12, total: 15 });
    await vote(foot, 'Yes');
    await vote(foot, 'No');
    expect(text(foot)).to.contain('12 out of 16');
    expect([pressed(foot, 'Yes'), pressed(foot, 'No')]).to.deep.equal(['false', 'true']);
  });

  it('asks why not, by keyboard alone, and tells the reason', async () => {
    const foot = await make();
    found(byRole(foot, 'button', 'No')).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => byLabel(foot, 'Something is missing'));
    await expect(foot).to.be.accessible();
    const said: Partial<Said>[] = [];
    foot.addEventListener('helpful-vote', ({ said: now, before = {} }) => said.push(now, before));
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'No word of proxies' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => note(foot)?.includes('get better'));
    const [{ id } = {}] = said;
    expect(id).to.match(/^\w{16,}/);
    expect(said).to.deep.equal([
      { id, vote: 'no', reason: 'unclear', comment: 'No word of proxies' },
      { id, vote: 'no' },
    ]);
    expect(byRole(foot, 'button', 'Send')).to.equal(undefined);
    // The button that was pressed is gone, and the focus is on what it was about.
    await waitUntil(() => foot.shadowRoot?.activeElement === byRole(foot, 'button', 'No'));
  });

  it('takes the count that a listener answers with', async () => {
    const foot = await make();
    foot.addEventListener('helpful-vote', (event) => event.respondWith({ yes: 4, total: 9 }));
    await vote(foot, 'Yes');
    expect(text(foot)).to.contain('4 out of 9');
  });

  it('takes nothing that a listener refuses', async () => {
    const foot = await make();
    foot.addEventListener('helpful-vote', (event) => event.preventDefault());
    const asked = oneEvent(foot, 'helpful-vote');
    press(foot, 'Yes');
    await asked;
    await waitUntil(() => pressed(foot, 'Yes') === 'false');
    expect(localStorage.length).to.equal(0);
  });

  it('posts to its endpoint, which tells the count; a failure is said and nothing is kept', async () => {
    const sent: [unknown, Partial<Said> | undefined][] = [];
    let answer: () => Response = () => Response.json({ yes: 7, total: 8 });
    globalThis.fetch = async (url, init) => {
      sent.push([url, init?.body ? (JSON.parse(init.body as string) as Said) : undefined]);
      return answer();
    };
    const foot = await make({ endpoint: '/votes' });
    await waitUntil(() => text(foot).includes('7 out of 8'));
    answer = () => new Response('', { status: 503 });
    press(foot, 'Yes');
    await waitUntil(() => note(foot)?.includes('not sent'));
    expect(pressed(foot, 'Yes')).to.equal('false');
    expect(localStorage.length).to.equal(0);
    answer = () => Response.json({ yes: 8, total: 9 });
    await vote(foot, 'Yes');
    expect(text(foot)).to.contain('8 out of 9');
    const { id } = sent[1]?.[1] ?? {};
    expect(sent, 'One vote, however often it is sent.').to.deep.equal([
      ['/votes?article=sign-in', undefined],
      ['/votes', { id, article, vote: 'yes' }],
      ['/votes', { id, article, vote: 'yes' }],
    ]);
  });

  it('thanks nobody whom a login has sent elsewhere', async () => {
    const login = () =>
      new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html' } });
    // As a browser does: it follows to a page that is well, unless it is told not to.
    globalThis.fetch = async (_, init) =>
      init?.redirect === 'manual' ? Response.error() : login();
    const foot = await make({ endpoint: '/votes', total: 0 });
    press(foot, 'Yes');
    await waitUntil(() => note(foot)?.includes('not sent'));
    expect(localStorage.length).to.equal(0);
  });
});

describe('more questions', () => {
  const contextOf = async (foot: CaseHelpful): Promise<RequestContext> => {
    let context: RequestContext | undefined;
    foot.addEventListener('request-open', (event) => (context = event.context), { once: true });
    press(foot, 'Submit a request');
    await waitUntil(() => context);
    return found(context);
  };

  it('come with article, section, vote, reason and search words', async () => {
    const page = await fixture<HTMLElement>(
      html`<main>
        <h2>Before you begin</h2>
        <p>…</p>
        <h2>Reset the password</h2>
      </main>`,
    );
    const foot = await make({ search: 'cannot log in', form: 'access' });
    await vote(foot, 'No');
    await waitUntil(async () => (await contextOf(foot)).section);
    expect(await contextOf(foot)).to.deep.equal({
      article,
      section: 'Reset the password',
      vote: 'no',
      search: 'cannot log in',
      form: 'access',
    });
    page.remove();
  });

  it('come from the article, and from nothing below its foot', async () => {
    const foot = Object.assign(document.createElement('case-helpful'), { article });
    await fixture(
      html`<main>
        <h2>Reset the password</h2>
        ${foot}
        <h2>From our blog</h2>
      </main>`,
    );
    await waitUntil(async () => (await contextOf(foot)).section);
    expect((await contextOf(foot)).section).to.equal('Reset the password');
  });

  it('open a launcher', async () => {
    const foot = await make({ for: 'launcher' });
    const opened: RequestContext[] = [];
    const launcher = Object.assign(document.createElement('div'), {
      id: 'launcher',
      open: (context: RequestContext) => opened.push(context),
    });
    document.body.append(launcher);
    press(foot, 'Submit a request');
    await waitUntil(() => opened.length);
    expect(opened[0]?.article).to.deep.equal(article);
    launcher.remove();
  });

  it('go by an address to a form, with what its definition has fields for', async () => {
    const foot = await make({
      href: '/support?lang=en#new',
      definition: { id: 'f', fields: [{ name: 'articleTitle', type: 'text', label: 'Article' }] },
    });
    const link = found(byRole(foot, 'link', 'Submit a request')) as HTMLAnchorElement;
    link.focus();
    await waitUntil(() => link.search.includes('article'));
    expect(link.getAttribute('href')).to.equal(
      '/support?lang=en&articleTitle=Members+cannot+log+in#new',
    );
  });

  it('have no address that runs something', async () => {
    const foot = await make({
      href: 'javascript:alert(1)',
      related: [
        { title: 'Hostile', url: 'javascript:alert(2)' },
        { title: 'Good', url: '/good' },
      ],
    });
    const links = allByRole(foot, 'link').map((link) => link.getAttribute('href'));
    expect(links).to.deep.equal(['/good']);
  });
});

it('shows the other articles of the section', async () => {
  const foot = await make({ related: [{ title: 'Reset a password', url: '/reset' }] });
  expect(byRole(foot, 'navigation', 'Articles in this section')).to.not.equal(undefined);
  expect(byRole(foot, 'link', 'Reset a password')?.getAttribute('href')).to.equal('/reset');
  await expect(foot).to.be.accessible();
});

it('speaks from right to left', async () => {
  const foot = await make({ messages: ar, yes: 3, total: 4 });
  const region = found(byRole(foot, 'region'));
  expect(getComputedStyle(region).direction).to.equal('rtl');
  expect(region.innerText).to.contain('وجد 3 من أصل 4');
});
