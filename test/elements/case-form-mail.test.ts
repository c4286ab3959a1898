import { expect, fixture, waitUntil } from '@open-wc/testing';
import { CaseForm } from '../../src/elements/case-form/case-form.js';
import { byLabel, byRole } from '../support/by-role.js';

CaseForm.define();

const definition = {
  id: 'small',
  fields: [{ name: 'subject', type: 'text', label: 'Subject', required: true }],
} as const;

async function form(attributes: Readonly<Record<string, string>>): Promise<CaseForm> {
  const created = document.createElement('case-form');
  created.definition = definition;
  for (const [name, value] of Object.entries({ 'keep-drafts': 'off', ...attributes })) {
    created.setAttribute(name, value);
  }
  await fixture(created);
  const subject = byLabel(created, 'Subject') as HTMLInputElement;
  subject.value = 'No sound';
  subject.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await waitUntil(() => created.shadowRoot?.querySelector('[part=expectation]'));
  return created;
}

const link = (created: CaseForm) => byRole(created, 'link', 'Write an e-mail instead');

describe('the way out by e-mail', () => {
  it('opens where sending has failed for good, with what was written', async () => {
    const created = await form({ mail: 'help@example.com' });
    expect(link(created)).to.equal(undefined);
    const gone = Object.assign(new Error('Gone.'), { status: 404 });
    created.addEventListener('case-submit', (event) => event.respondWith(Promise.reject(gone)));
    byRole(created, 'button', 'Submit')?.click();
    await waitUntil(() => link(created));
    expect(link(created)?.getAttribute('href')).to.match(
      /^mailto:help@example\.com\?subject=No%20sound&body=/,
    );
    await expect(created).to.be.accessible();
  });

  it('is there from the start where the page wants it', async () => {
    const created = await form({ mail: 'help@example.com', 'mail-when': 'always' });
    await waitUntil(() => link(created));
  });
});
