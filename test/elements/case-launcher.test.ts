import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { CaseForm } from '../../src/elements/case-form/case-form.js';
import { CaseLauncher } from '../../src/elements/case-launcher/case-launcher.js';
import { ar } from '../../src/locales/ar.js';
import { allByRole, byLabel, byRole } from '../support/by-role.js';

CaseLauncher.define();

const definition = {
  id: 'short',
  fields: [
    { name: 'subject', type: 'text', label: 'Subject' },
    { name: 'email', type: 'email', label: 'Email address' },
  ],
} as const;

const loaded = () =>
  performance
    .getEntriesByType('resource')
    .filter(({ name }) => /launcher-(dialog|form)/.test(name));

function make(content = html``) {
  return fixture<HTMLElement>(
    html`<div>
      <case-launcher .definition=${definition}>${content}</case-launcher>
      <button id="after">After</button>
    </div>`,
  );
}

const launcherIn = (page: Element): CaseLauncher => found(page.querySelector('case-launcher'));
const button = (page: Element) => found(byRole(launcherIn(page), 'button', 'Get help'));
const dialog = (page: Element) => byRole(page, 'dialog');

function found<T>(thing: T | null | undefined): T {
  if (thing === undefined || thing === null) throw new Error('It is not there.');
  return thing;
}

function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

async function opened(page: Element): Promise<CaseLauncher> {
  const launcher = launcherIn(page);
  setTimeout(() => button(page).click());
  await oneEvent(launcher, 'launcher-opened');
  return launcher;
}

async function write(launcher: CaseLauncher, text: string): Promise<HTMLInputElement> {
  await waitUntil(() => byLabel(launcher, /Subject/));
  const field = byLabel(launcher, /Subject/) as HTMLInputElement;
  field.focus();
  await sendKeys({ type: text });
  return field;
}

describe('before anybody asks', () => {
  it('is a button and nothing else', async () => {
    const page = await make();
    expect(button(page).getAttribute('aria-haspopup')).to.equal('dialog');
    expect(dialog(page)).to.equal(undefined);
    expect(loaded()).to.deep.equal([]);
    expect(customElements.get('case-form')).to.equal(undefined);
    await expect(page).to.be.accessible();
  });

  it('takes the words of the page', async () => {
    const page = await make(html`Contact us`);
    expect(byRole(page, 'button', 'Contact us')).to.not.equal(undefined);
  });

  it('loads when it gets the focus, and opens nothing by that', async () => {
    const page = await make();
    button(page).focus();
    await waitUntil(() => customElements.get('case-form'));
    expect(loaded().length).to.be.greaterThan(0);
    expect(launcherIn(page).isOpen).to.equal(false);
  });
});

describe('the dialog', () => {
  it('is modal, has a name, and takes the focus; Escape closes it and gives the focus back', async () => {
    const page = await make();
    button(page).focus();
    await sendKeys({ press: 'Enter' });
    const launcher = launcherIn(page);
    await waitUntil(() => launcher.isOpen);
    const open = found(dialog(page)) as HTMLDialogElement;
    expect(open.matches(':modal')).to.equal(true);
    expect(byRole(page, 'dialog', 'Open a case')).to.equal(open);
    await waitUntil(() => focused()?.textContent.trim() === 'Open a case');
    await expect(page).to.be.accessible();
    const closed = oneEvent(launcher, 'launcher-closed');
    await sendKeys({ press: 'Escape' });
    await closed;
    expect(launcher.isOpen).to.equal(false);
    expect(focused()).to.equal(button(page));
  });

  it('keeps what was written when it is closed, without a question', async () => {
    const page = await make();
    const launcher = await opened(page);
    await write(launcher, 'Locked out');
    found(byRole(launcher, 'button', 'Close')).click();
    await waitUntil(() => !launcher.isOpen);
    await launcher.open();
    expect((byLabel(launcher, /Subject/) as HTMLInputElement).value).to.equal('Locked out');
  });

  it('closes by the backdrop, but not by a selection that ends there', async () => {
    await setViewport({ width: 1200, height: 800 });
    const page = await make();
    const launcher = await opened(page);
    const { left, top } = found(dialog(page)).getBoundingClientRect();
    const inside: [number, number] = [Math.round(left + 60), Math.round(top + 30)];
    await sendMouse({ type: 'move', position: inside });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [2, 2] });
    await sendMouse({ type: 'up' });
    expect(launcher.isOpen).to.equal(true);
    await sendMouse({ type: 'click', position: [2, 2] });
    expect(launcher.isOpen).to.equal(false);
  });

  it('is the whole screen where that is narrow', async () => {
    await setViewport({ width: 320, height: 640 });
    const page = await make();
    await opened(page);
    const { width, height } = found(dialog(page)).getBoundingClientRect();
    expect([width, height]).to.deep.equal([320, 640]);
    expect(found(dialog(page)).scrollWidth).to.equal(320);
    await setViewport({ width: 1200, height: 800 });
  });

  it('speaks the language of its texts, from right to left', async () => {
    const page = await make();
    const launcher = launcherIn(page);
    launcher.messages = ar;
    await launcher.open();
    expect(byRole(page, 'dialog', 'فتح طلب دعم')).to.not.equal(undefined);
    const close = found(byRole(launcher, 'button', 'إغلاق')).getBoundingClientRect();
    const title = found(byRole(launcher, 'heading', 'فتح طلب دعم')).getBoundingClientRect();
    expect(close.left).to.be.lessThan(title.left);
    expect(byRole(launcher, 'button', ar.form.submit)).to.not.equal(undefined);
  });

  it('opens and closes by program; a listener can keep it closed', async () => {
    const page = await make();
    const launcher = launcherIn(page);
    const keep = (event: Event) => event.preventDefault();
    page.addEventListener('launcher-open', keep);
    expect(await launcher.open()).to.equal(false);
    page.removeEventListener('launcher-open', keep);
    expect(await launcher.open()).to.equal(true);
    launcher.close();
    expect(launcher.isOpen).to.equal(false);
  });

  it('opens once, and says so once, however often it is pressed', async () => {
    const page = await make();
    const told: string[] = [];
    for (const name of ['launcher-open', 'launcher-opened', 'launcher-closed']) {
      page.addEventListener(name, () => told.push(name));
    }
    button(page).focus();
    button(page).click();
    button(page).click();
    expect(await launcherIn(page).open()).to.equal(true);
    launcherIn(page).close();
    await waitUntil(() => told.includes('launcher-closed'));
    expect(told).to.deep.equal(['launcher-open', 'launcher-opened', 'launcher-closed']);
    expect(focused()).to.equal(button(page));
    expect(await launcherIn(page).open()).to.equal(true);
  });

  it('does not open when it is closed while it loads', async () => {
    const page = await make();
    const launcher = launcherIn(page);
    const opening = launcher.open();
    launcher.close();
    expect(await opening).to.equal(false);
    expect(launcher.isOpen).to.equal(false);
  });
});

describe('what the dialog shows', () => {
  it('is a form that gets what the launcher has', async () => {
    const page = await make();
    const launcher = launcherIn(page);
    launcher.prefill = { subject: 'From the page' };
    const sent: unknown[] = [];
    launcher.backend = { submit: async (draft) => (sent.push(draft.values), { number: '7' }) };
    launcher.requester = { id: 'u1', email: 'ann@example.com' };
    launcher.context = {
      article: { id: 'a1', title: 'Sign in', url: 'https://help.example/sign-in' },
      vote: 'no',
    };
    await launcher.open();
    await waitUntil(() => byLabel(launcher, /Subject/));
    expect(byLabel(launcher, /Email/)).to.equal(undefined);
    found(byRole(launcher, 'button', 'Submit')).click();
    await waitUntil(() => sent.length);
    expect(sent).to.deep.equal([{ subject: 'From the page', email: 'ann@example.com' }]);
    await waitUntil(() => byRole(launcher, 'heading', 'Your request has arrived'));
  });

  it('tells with the case which article did not help', async () => {
    const page = await make();
    const launcher = launcherIn(page);
    const article = { title: 'Sign in', url: 'https://help.example/sign-in' };
    const drafts: unknown[] = [];
    page.addEventListener('case-submit', (event) => {
      drafts.push(event.draft.solutions);
      event.respondWith({ number: '8' });
    });
    await launcher.open({ article, vote: 'no' });
    await waitUntil(() => byRole(launcher, 'button', 'Submit'));
    found(byRole(launcher, 'button', 'Submit')).click();
    await waitUntil(() => drafts.length);
    expect(drafts).to.deep.equal([[{ ...article, as: 'refused' }]]);
  });

  it('is the form that the person is meant for', async () => {
    const page = await make();
    const launcher = launcherIn(page);
    const partner = { id: 'partner', fields: [{ name: 'serial', type: 'text', label: 'Serial' }] };
    launcher.forms = [
      { definition },
      { definition: partner, when: { field: 'requester.organisations', equals: 'Acme' } },
    ];
    launcher.requester = { id: 'u2', organisations: ['Acme'] };
    await launcher.open();
    await waitUntil(() => byLabel(launcher, /Serial/));
  });

  it('is what the page puts into it', async () => {
    const page = await make(html`<p slot="content">Call us</p>`);
    const launcher = await opened(page);
    expect(launcher.isOpen).to.equal(true);
    expect(launcher.querySelector('p')?.checkVisibility()).to.equal(true);
    expect(byRole(launcher, 'button', 'Submit')).to.equal(undefined);
  });

  it('is what `load` brings, once', async () => {
    const page = await make();
    const launcher = launcherIn(page);
    let loads = 0;
    launcher.load = async () => {
      loads += 1;
      return Object.assign(document.createElement('p'), { textContent: 'Loaded' });
    };
    await launcher.open();
    launcher.close();
    await launcher.open();
    expect(loads).to.equal(1);
    expect(found(dialog(page)).textContent).to.contain('Loaded');
  });

  it('can fail to load, which is said, and can be tried again', async () => {
    const page = await make();
    const launcher = launcherIn(page);
    launcher.load = () => Promise.reject(new Error('offline'));
    expect(await launcher.open()).to.equal(false);
    await launcher.updateComplete;
    const alert = allByRole(launcher, 'alert').map(({ textContent }) => textContent.trim());
    expect(alert.join()).to.contain('could not be loaded');
    launcher.load = undefined;
    expect(await launcher.open()).to.equal(true);
  });
});

describe('another element of the page', () => {
  it('opens the dialog in place of the button; a link stays a link for a new tab', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <a id="help" href="#help-page">Help</a>
        <case-launcher for="help" .definition=${definition}></case-launcher>
      </div>`,
    );
    const launcher = launcherIn(page);
    expect(allByRole(launcher, 'button')).to.deep.equal([]);
    const link = found(byRole(page, 'link', 'Help'));
    let isKept = false;
    page.addEventListener(
      'click',
      (event) => {
        isKept = !event.defaultPrevented;
        event.preventDefault();
      },
      { once: true },
    );
    link.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true }));
    expect(isKept).to.equal(true);
    link.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => launcher.isOpen);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused() === link);
    expect(location.hash).to.not.equal('#help-page');
  });

  it('can be given in the slot', async () => {
    const page = await make(html`<button slot="trigger">Ask</button>`);
    found(byRole(page, 'button', 'Ask')).click();
    await waitUntil(() => launcherIn(page).isOpen);
  });
});

it('leaves nothing behind, taken from the page a thousand times', async () => {
  const root = document.createElement('div');
  document.body.append(root);
  let heard = 0;
  for (let times = 0; times < 1000; times++) {
    const launcher = document.createElement('case-launcher');
    launcher.for = 'gone';
    launcher.addEventListener('launcher-open', (event) => {
      heard += 1;
      event.preventDefault();
    });
    root.append(launcher);
    launcher.remove();
  }
  const gone = Object.assign(document.createElement('button'), { id: 'gone' });
  root.append(gone);
  gone.click();
  expect(heard).to.equal(0);
  const staying = document.createElement('case-launcher');
  staying.for = 'gone';
  staying.addEventListener('launcher-open', (event) => {
    heard += 1;
    event.preventDefault();
  });
  root.append(staying);
  gone.click();
  expect(heard).to.equal(1);
  root.remove();
  expect(CaseForm.name).to.equal('CaseForm');
});
