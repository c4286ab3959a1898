import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { CaseForm } from '../../src/elements/case-form/case-form.js';
import { CaseIncidents } from '../../src/elements/case-incidents/case-incidents.js';
import { ar } from '../../src/locales/ar.js';
import type { IncidentSource } from '../../src/ports/incident-source.js';
import type { Incident } from '../../src/schema/incident.js';
import { allByRole, byLabel, byRole } from '../support/by-role.js';

CaseForm.define();
CaseIncidents.define();

const signIn: Incident = {
  id: '1',
  title: 'Sign-in is slow',
  state: 'identified',
  label: 'Partly mended',
  started: '2026-03-05T08:00:00Z',
  url: 'https://status.example/1',
  components: ['Sign-in'],
};
const reports: Incident = { id: '2', title: 'Reports are delayed', state: 'investigating' };

const sourceOf = (...incidents: Incident[]): IncidentSource => ({
  incidents: async () => incidents,
});

async function make(given: Partial<CaseIncidents> = {}) {
  const place = await fixture<HTMLElement>(
    html`<div>
      <case-incidents for="form"></case-incidents>
      <case-form id="form" keep-drafts="off"></case-form>
    </div>`,
  );
  const notice = place.querySelector('case-incidents') as CaseIncidents;
  const form = place.querySelector('case-form') as CaseForm;
  await form.updateComplete;
  Object.assign(notice, given);
  return { place, notice, form };
}

/** A chunk and a pause may come first. */
const until = (condition: () => boolean) =>
  waitUntil(condition, String(condition), { timeout: 8000 });

const said = (notice: Element) => byRole(notice, 'status')?.textContent.trim();
const titles = (notice: Element) =>
  allByRole(notice, 'heading').map(({ textContent }) => textContent.trim());

function write(form: CaseForm, label: string, text: string): HTMLInputElement {
  const input = byLabel(form, label) as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  return input;
}

const press = (root: Element, name: string | RegExp) => byRole(root, 'button', name)?.click();
const hasText = (root: Element, text: string) =>
  until(() => root.shadowRoot?.textContent.includes(text) ?? false);

describe('a notice of known incidents', () => {
  it('says what is wrong in words, since when, and leads to the status page', async () => {
    const { notice, form } = await make({ source: sourceOf(reports, signIn) });
    await until(() => said(notice) === 'Known problem: Reports are delayed.');
    expect(titles(notice)).to.deep.equal([]);
    expect(notice.shadowRoot?.textContent).to.contain('2 known problems');
    write(form, 'Subject', 'I cannot sign in');
    await until(() => said(notice) === 'A known problem may be why: Sign-in is slow.');
    await until(() => titles(notice).length === 2);
    expect(titles(notice)).to.deep.equal(['This may be why', 'Sign-in is slow']);
    const [item] = allByRole(notice, 'listitem');
    expect(item?.innerText).to.contain('Cause found (Partly mended) · since Mar 5, 2026');
    const link = byRole(notice, 'link') as HTMLAnchorElement;
    expect(link.href).to.equal('https://status.example/1');
    expect(notice.shadowRoot?.textContent).to.contain('Known problem: Reports are delayed');
    expect(byRole(notice, 'button', /^Notify/), 'Nobody can notify.').to.equal(undefined);
    await expect(notice).to.be.accessible();
  });

  it('shows nothing where there is none, or where nobody can tell', async () => {
    let asked = 0;
    const failing: IncidentSource = {
      incidents: async () => {
        asked += 1;
        throw new Error('No answer');
      },
    };
    const { notice } = await make({ source: failing });
    await notice.refresh();
    expect(asked).to.equal(2);
    notice.source = sourceOf();
    await notice.refresh();
    expect(notice.getBoundingClientRect().height).to.equal(0);
    notice.source = sourceOf(reports);
    await until(() => notice.getBoundingClientRect().height > 0);
  });

  it('moves nothing under the hands of whoever writes, and says it all the same', async () => {
    const { notice, form } = await make();
    const subject = write(form, 'Subject', 'I cannot sign in');
    subject.focus();
    const { top } = subject.getBoundingClientRect();
    notice.source = sourceOf(signIn);
    await until(() => said(notice)?.includes('Sign-in is slow') ?? false);
    await notice.updateComplete;
    expect(subject.getBoundingClientRect().top).to.equal(top);
    subject.blur();
    await until(() => titles(notice).includes('Sign-in is slow'));
    expect(subject.getBoundingClientRect().top).to.be.above(top);
  });

  it('tells the page which incidents are on screen', async () => {
    const { notice, form } = await make();
    write(form, 'Subject', 'I cannot sign in');
    setTimeout(() => (notice.source = sourceOf(reports, signIn)));
    const { incidents, relevant } = await oneEvent<GlobalEventHandlersEventMap['incidents-shown']>(
      notice,
      'incidents-shown',
    );
    expect(incidents.map(({ id }) => id)).to.deep.equal(['1', '2']);
    expect(relevant).to.equal(1);
  });

  it('speaks the language of the page', async () => {
    const { notice } = await make({ source: sourceOf(signIn), messages: ar });
    await hasText(notice, 'مشكلة معروفة');
    expect(notice.shadowRoot?.querySelector('[dir]')?.getAttribute('dir')).to.equal('rtl');
  });
});

describe('to be notified instead', () => {
  async function ask(given: Partial<CaseIncidents>) {
    const made = await make(given);
    write(made.form, 'Subject', 'I cannot sign in');
    write(made.form, 'Description', 'It takes minutes.');
    await until(() => titles(made.notice).includes('Sign-in is slow'));
    return made;
  }

  it('asks for an address, tells the source, and leaves the draft to the person', async () => {
    const told: unknown[] = [];
    const source: IncidentSource = {
      ...sourceOf(signIn),
      notify: async ({ id }, { email }) => void told.push([id, email]),
    };
    const { notice, form } = await ask({ source });
    press(notice, 'Notify me when it changes');
    await until(() => !!byRole(notice, 'textbox', 'Email address'));
    press(notice, 'Cancel');
    await until(() => notice.shadowRoot?.activeElement === byRole(notice, 'button', /^Notify/));
    press(notice, 'Notify me when it changes');
    await until(() => notice.shadowRoot?.activeElement?.getAttribute('name') === 'email');
    const input = byRole(notice, 'textbox', 'Email address') as HTMLInputElement;
    expect(document.activeElement?.shadowRoot?.activeElement).to.equal(input);
    input.value = 'nobody';
    press(notice, 'Notify me');
    await until(() => !!byRole(notice, 'alert'));
    await expect(notice).to.be.accessible();
    input.value = 'ada@example.com';
    press(notice, 'Notify me');
    const { email } = await oneEvent<GlobalEventHandlersEventMap['incident-notified']>(
      notice,
      'incident-notified',
    );
    expect(email).to.equal('ada@example.com');
    expect(told).to.deep.equal([['1', 'ada@example.com']]);
    await hasText(notice, 'You will be told at ada@example.com.');
    press(notice, 'Keep writing');
    await until(() => !byRole(notice, 'button', 'Keep writing'));
    expect(form.draft.values['description']).to.equal('It takes minutes.');
    await expect(notice).to.be.accessible();
  });

  it('drops the draft when the person wants it, and brings it back', async () => {
    const source = { ...sourceOf(signIn), notify: async () => undefined };
    const { notice, form } = await ask({ source, email: 'ada@example.com' });
    const { key } = form.draft;
    press(notice, 'Notify me when it changes');
    await until(() => !!byRole(notice, 'button', 'No, drop it'));
    form.addEventListener('case-discard', (event) => event.preventDefault(), { once: true });
    press(notice, 'No, drop it');
    expect(form.draft.values['description']).to.equal('It takes minutes.');
    press(notice, 'No, drop it');
    await hasText(notice, 'Your request was dropped.');
    expect(form.draft.values['description']).to.equal(undefined);
    expect(form.draft.key).to.not.equal(key);
    press(notice, 'Bring it back');
    await until(() => form.draft.key === key);
    expect(form.draft.values['description']).to.equal('It takes minutes.');
  });

  it('is forgotten with whoever has signed out', async () => {
    const source = { ...sourceOf(signIn), notify: async () => undefined };
    const { notice, form } = await ask({ source, email: 'ada@example.com' });
    press(notice, 'Notify me when it changes');
    await until(() => !!byRole(notice, 'button', 'No, drop it'));
    press(notice, 'No, drop it');
    await until(() => !!byRole(notice, 'button', 'Bring it back'));
    notice.email = 'bob@example.com';
    await until(() => !byRole(notice, 'button', 'Bring it back'));
    expect(notice.shadowRoot?.textContent).to.not.contain('ada@');
    form.requester = { id: 'b' };
    await form.updateComplete;
    write(form, 'Subject', 'I cannot sign in');
    await until(() => !!byRole(notice, 'button', 'Notify me when it changes'));
    press(notice, 'Notify me when it changes');
    await hasText(notice, 'You will be told at bob@example.com.');
    form.requester = { id: 'c' };
    await form.updateComplete;
    write(form, 'Subject', 'I cannot sign in');
    await until(() => !(notice.shadowRoot?.textContent.includes('bob@') ?? true));
  });

  it('is answered by the page first, and can be tried again', async () => {
    const answers = [() => Promise.reject(new Error('No')), () => undefined];
    const { notice } = await ask({ source: sourceOf(signIn), notifies: true });
    notice.addEventListener('incident-notify', (event) =>
      event.respondWith(() => answers.shift()?.()),
    );
    press(notice, 'Notify me when it changes');
    await until(() => !!byRole(notice, 'textbox'));
    (byRole(notice, 'textbox') as HTMLInputElement).value = 'ada@example.com';
    press(notice, 'Notify me');
    await hasText(notice, 'That may not have worked.');
    press(notice, 'Notify me');
    await hasText(notice, 'You will be told at ada@example.com.');
  });

  it('is a link where only the status page can do it', async () => {
    const subscribe = 'https://status.example/subscribe';
    const { notice } = await ask({ source: { ...sourceOf(signIn), subscribe } });
    const link = byRole(notice, 'link', /^Ask there to be notified/) as HTMLAnchorElement;
    expect(link.href).to.equal(subscribe);
    notice.addEventListener('incident-notify', (event) => event.preventDefault());
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    expect(link.dispatchEvent(click), 'The page takes it over.').to.equal(false);
  });
});
