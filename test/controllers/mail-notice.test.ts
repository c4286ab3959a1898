import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { newCaseForm } from '../../src/core/new-case-form.js';
import { mailView } from '../../src/controllers/mail-notice.js';
import { ar } from '../../src/locales/ar.js';
import { type CaseFormMessages, enForm } from '../../src/locales/en.js';
import type { Draft } from '../../src/schema/draft.js';
import { allByRole, byRole } from '../support/by-role.js';

const to = 'help@example.com';

function draftOf(description: string, attachments: Draft['attachments'] = []): Draft {
  const values = { subject: 'Cannot sign in', description };
  return { key: 'k'.repeat(20), form: 'new-case', values, attachments };
}

const show = (draft: () => Draft, messages: CaseFormMessages = enForm) =>
  fixture(html`<div>${mailView(draft, newCaseForm(messages), { to, messages })}</div>`);

const linkIn = (view: Element) =>
  byRole(view, 'link', 'Write an e-mail instead') as HTMLAnchorElement;
const bodyOf = ({ href }: HTMLAnchorElement) => new URL(href).searchParams.get('body');

/** The mail program stays closed. */
const stay = (click: Event) => click.preventDefault();

describe('the way out by e-mail', () => {
  let clipboard: { writeText: (text: string) => Promise<void> };
  const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard');
  before(() =>
    Object.defineProperty(Navigator.prototype, 'clipboard', {
      configurable: true,
      get: () => clipboard,
    }),
  );
  after(() => Object.defineProperty(Navigator.prototype, 'clipboard', own ?? {}));

  it('carries what is written when it is used, not when it was drawn', async () => {
    let draft = draftOf('First');
    const view = await show(() => draft);
    const link = linkIn(view);
    expect(link.href).to.match(/^mailto:help@example.com\?subject=Cannot/);
    expect(bodyOf(link)).to.equal('First');
    draft = draftOf('Second');
    view.addEventListener('click', stay);
    link.click();
    expect(bodyOf(link)).to.equal('Second');
    expect(allByRole(view, 'button')).to.deep.equal([]);
    await expect(view).to.be.accessible();
  });

  it('offers the whole text to copy where a link cannot carry it, and says that files stay', async () => {
    const long = 'All of this matters. '.repeat(200);
    const file = {
      id: '1',
      name: 'a.png',
      size: 1,
      type: 'image/png',
      status: 'uploaded',
    } as const;
    const copied: string[] = [];
    clipboard = { writeText: async (text) => void copied.push(text) };
    const view = await show(() => draftOf(long, [file, { ...file, id: '2' }]));
    expect(view).to.contain.text('Your 2 files do not go along');
    byRole(view, 'button', 'Copy the text')?.click();
    await waitUntil(() => view.textContent.includes('The text is copied'));
    expect(copied).to.deep.equal([`Cannot sign in\n\n${long.trim()}`]);
    expect(allByRole(view, 'textbox')).to.deep.equal([]);
  });

  it('shows the text where the browser does not let a page copy', async () => {
    clipboard = { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) };
    const view = await show(() => draftOf('طويل '.repeat(900)), ar);
    byRole(view, 'button', 'نسخ النص')?.click();
    await waitUntil(() => allByRole(view, 'textbox').length > 0);
    const [area] = allByRole(view, 'textbox') as HTMLTextAreaElement[];
    expect(area?.value).to.contain('طويل طويل');
    expect(document.activeElement).to.equal(area);
    await expect(view).to.be.accessible();
  });
});
