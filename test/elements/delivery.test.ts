import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import '../../src/define.js';
import type { CaseForm } from '../../src/elements/case-form/case-form.js';
import type { CaseBackend } from '../../src/ports/case-backend.js';
import type { Draft } from '../../src/schema/draft.js';
import type { Outcome } from '../../src/schema/outcome.js';
import { byRole } from '../support/by-role.js';
import { Clock } from '../support/clock.js';

const definition = {
  id: 'delivery',
  fields: [{ name: 'subject', type: 'text', label: 'Subject', required: true }],
};
const receipt = { number: '17705236' };
const busy = Object.assign(new Error('busy'), { status: 429, retryAfter: '20' });
const cut = new TypeError('cut');

/** Answers each try with the next of these. */
function backendOf(...answers: (Outcome | Error)[]) {
  const asked: Draft[] = [];
  const backend: CaseBackend = {
    async submit(draft) {
      const answer = answers[asked.length] ?? receipt;
      asked.push(draft);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  return { asked, backend };
}

describe('a request that does not get through at once', () => {
  const clock = new Clock();
  const keys: string[] = [];

  beforeEach(() => sessionStorage.clear());
  afterEach(() => clock.stop());

  async function formWith(backend: CaseBackend): Promise<CaseForm> {
    const form = await fixture<CaseForm>(
      html`<case-form .definition=${definition} .backend=${backend}></case-form>`,
    );
    form.draft = { ...form.draft, values: { subject: 'Access' } };
    await form.updateComplete;
    // What keeps and delivers comes after the form.
    await form.forget();
    form.draft = { ...form.draft, values: { subject: 'Access' } };
    keys.push(form.draft.key);
    await form.updateComplete;
    return form;
  }

  const says = (form: CaseForm, text: RegExp) =>
    waitUntil(() => text.test(form.shadowRoot?.textContent ?? ''), String(text));

  it('goes out again by itself, with the same key', async () => {
    const { asked, backend } = backendOf(cut, cut, receipt);
    const form = await formWith(backend);
    clock.start();
    const done = oneEvent(form, 'case-submitted');
    void form.submit();
    await clock.pass(100);
    await says(form, /sent again by itself/);
    await clock.pass(20_000);
    await done;
    expect(new Set(asked.map(({ key }) => key)).size).to.equal(1);
    expect(asked).to.have.length(3);
    expect(form.shadowRoot?.textContent).to.contain('17705236');
  });

  it('waits as long as the backend asks, and says until when', async () => {
    const { asked, backend } = backendOf(busy, receipt);
    const form = await formWith(backend);
    clock.start();
    const done = oneEvent(form, 'case-submitted');
    void form.submit();
    await clock.pass(100);
    await says(form, /The service is busy\. Your request is sent again at/);
    expect(byRole(form, 'button', 'Send now')).to.equal(undefined);
    await clock.pass(19_000);
    expect(asked).to.have.length(1);
    await clock.pass(3000);
    await done;
    expect(asked).to.have.length(2);
  });

  it('goes out at once where the person says so, and not any more where they stop it', async () => {
    const { asked, backend } = backendOf(cut, cut, cut);
    const form = await formWith(backend);
    clock.start();
    void form.submit();
    await clock.pass(0);
    await says(form, /sent again by itself/);
    byRole(form, 'button', 'Send now')?.click();
    await clock.pass(0);
    await waitUntil(() => asked.length === 2);
    await says(form, /sent again by itself/);
    const failed = oneEvent(form, 'case-failed');
    byRole(form, 'button', 'Stop sending')?.click();
    await failed;
    await says(form, /Try again: no case is opened twice/);
    expect(form.draft.values).to.deep.equal({ subject: 'Access' });
    await clock.pass(300_000);
    expect(asked).to.have.length(2);
  });

  it('is sent once where the backend would not know it again, and nobody is told otherwise', async () => {
    const { asked, backend } = backendOf(cut, receipt);
    const form = await formWith({ ...backend, capabilities: { idempotent: false } });
    clock.start();
    const failed = oneEvent(form, 'case-failed');
    void form.submit();
    await failed;
    await says(form, /Nobody can say whether a case exists/);
    expect(form.shadowRoot?.textContent).not.to.contain('no case is opened twice');
    await clock.pass(300_000);
    expect(asked).to.have.length(1);
    await nextFrame();
  });

  it('is sent once where a listener answers', async () => {
    const { asked, backend } = backendOf();
    const form = await formWith(backend);
    let heard = 0;
    form.addEventListener('case-submit', (event) => {
      heard += 1;
      event.respondWith(Promise.reject(cut));
    });
    clock.start();
    const failed = oneEvent(form, 'case-failed');
    void form.submit();
    await failed;
    await clock.pass(300_000);
    expect([heard, asked.length]).to.deep.equal([1, 0]);
  });
});
