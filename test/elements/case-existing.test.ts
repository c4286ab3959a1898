import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { newKey } from '../../src/core/key.js';
import { CaseSubmitEvent } from '../../src/events/case-events.js';
import { CaseExisting } from '../../src/elements/case-existing/case-existing.js';
import { CaseForm } from '../../src/elements/case-form/case-form.js';
import { CaseUpload } from '../../src/elements/case-upload/case-upload.js';
import { de } from '../../src/locales/de.js';
import type { FileUploader } from '../../src/ports/file-uploader.js';
import type { Receipt } from '../../src/schema/outcome.js';
import { allByRole, byLabel, byRole } from '../support/by-role.js';
import { aCase, ScriptedBackend } from '../support/scripted-backend.js';

CaseForm.define();
CaseExisting.define();
CaseUpload.define();

/** Stores every file under the key that it came with. */
function shelf() {
  const keys: string[] = [];
  const uploader: FileUploader = {
    upload: async ({ name, size, type }, { id, key }) => {
      keys.push(key);
      return { id, name, size, type, status: 'uploaded', ref: `ref-${name}` };
    },
  };
  return { keys, uploader };
}

async function make(prepare: (backend: ScriptedBackend) => void = () => undefined, id = 'form') {
  const backend = new ScriptedBackend();
  const subject = 'Import of orders stops at row 200';
  backend.rows = [
    aCase({ number: '4711', subject }),
    aCase({ number: '4712', subject: 'Invoice' }),
  ];
  prepare(backend);
  const { keys, uploader } = shelf();
  const place = await fixture<HTMLElement>(
    html`<div>
      <case-existing for=${id}></case-existing>
      <case-form id=${id} keep-drafts="off" .backend=${backend}>
        <case-upload slot="attachments" .uploader=${uploader}></case-upload>
      </case-form>
    </div>`,
  );
  const notice = place.querySelector('case-existing') as CaseExisting;
  const form = place.querySelector('case-form') as CaseForm;
  const upload = place.querySelector('case-upload') as CaseUpload;
  await form.updateComplete;
  return { backend, notice, form, upload, keys };
}

/** A chunk and a pause come first. */
const until = (condition: () => boolean) =>
  waitUntil(condition, String(condition), { timeout: 8000 });

type Made = Awaited<ReturnType<typeof make>>;

function write({ form }: Pick<Made, 'form'>, label: string, text: string): void {
  const input = byLabel(form, label) as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

const heading = (notice: Element) => byRole(notice, 'heading')?.textContent.trim();
const add = (notice: Element) => byRole(notice, 'button', /^Add this to it/);
const hasText = (notice: Element, text: string) =>
  until(() => notice.shadowRoot?.textContent.includes(text) ?? false);

async function found(made: Made): Promise<void> {
  write(made, 'Subject', 'Import of orders stops');
  await until(() => heading(made.notice) === 'You already have an open case about this');
}

/** A draft with all that its form wants, in a form that has come as a whole. */
async function whole(made: Made): Promise<void> {
  const { form } = made;
  form.definition = {
    id: 'short',
    fields: [{ name: 'subject', type: 'text', label: 'Subject', required: true }],
  };
  await form.forget();
  await found(made);
}

describe('an open case about the same thing', () => {
  it('is shown, in words, with a way to read it', async () => {
    const made = await make();
    const { backend, notice } = made;
    await found(made);
    expect(byRole(notice, 'status')?.textContent).to.contain('You already have an open case');
    expect(allByRole(notice, 'listitem').length).to.equal(1);
    expect(byRole(notice, 'listitem')?.innerText).to.contain(
      'Case 4711 · With the support team (New) · last change Mar 1, 2026',
    );
    expect(backend.queries.map(({ status }) => status)).to.deep.equal(['open', 'awaiting-you']);
    const link = byRole(notice, 'link') as HTMLAnchorElement;
    expect(link.getAttribute('href')).to.equal('#case/4711');
    const opened = oneEvent<GlobalEventHandlersEventMap['case-open']>(notice, 'case-open');
    notice.addEventListener('case-open', (event) => event.preventDefault());
    link.click();
    expect((await opened).summary.number).to.equal('4711');
    await expect(notice).to.be.accessible();
  });

  it('is asked for once, and not shown where it is about something else', async () => {
    const made = await make();
    const { backend, notice } = made;
    await found(made);
    const other = byRole(notice, 'button', 'This is about something else');
    other?.focus();
    other?.click();
    await until(() => !heading(notice));
    // The focus does not go with the button.
    await until(() => notice.shadowRoot?.activeElement === byRole(notice, 'status'));
    write(made, 'Subject', 'Import of orders stops again');
    write(made, 'Subject', 'Import of invoices stops');
    write(made, 'Description', 'x');
    await notice.updateComplete;
    expect(heading(notice)).to.equal(undefined);
    expect(backend.queries.length).to.equal(2);
  });

  it('takes the draft with its files, which ends then, and gives the number', async () => {
    const made = await make();
    const { backend, notice, form, upload, keys } = made;
    await found(made);
    write(made, 'Description', 'Since this morning.');
    upload.add([new File(['x'], 'rows.csv', { type: 'text/csv' })]);
    await until(() => form.draft.attachments.length === 1);
    await hasText(notice, 'What you wrote and your file go to the case');
    const { key } = form.draft;
    add(notice)?.click();
    const { case: changed, draft } = await oneEvent<GlobalEventHandlersEventMap['case-joined']>(
      notice,
      'case-joined',
    );
    expect(changed.number).to.equal('4711');
    expect(draft.key).to.equal(key);
    const [reply, ...more] = backend.replies;
    expect(more).to.deep.equal([]);
    expect(reply?.key).to.equal(key);
    expect(keys).to.deep.equal([key]);
    expect(reply?.text).to.equal('Import of orders stops\n\nSince this morning.');
    expect(reply?.attachments.map(({ ref }) => ref)).to.deep.equal(['ref-rows.csv']);
    await until(() => heading(notice) === 'What you wrote is on your case');
    expect(notice.shadowRoot?.textContent).to.contain('4711').and.contain('1 file is with it.');
    expect(form.draft.key).to.not.equal(key);
    expect(form.draft.values['subject']).to.equal(undefined);
    expect(upload.attachments).to.deep.equal([]);
    await expect(notice).to.be.accessible();
  });

  it('loses nothing when it fails, and has it once when it is tried again', async () => {
    const made = await make();
    const { backend, notice, form } = made;
    await found(made);
    write(made, 'Description', 'First.');
    const { key } = form.draft;
    backend.next.push(() => {
      backend.says('Import of orders stops\n\nFirst.', false);
      throw new TypeError('The answer was lost.');
    });
    add(notice)?.click();
    await oneEvent(notice, 'case-action-failed');
    await hasText(notice, 'What you wrote is still here');
    expect(form.draft.values['description']).to.equal('First.');
    expect(form.draft.key).to.equal(key);
    write(made, 'Description', 'First. And more.');
    add(notice)?.click();
    await oneEvent(notice, 'case-joined');
    expect(backend.replies.map(({ key, text }) => [key, text.slice(24)])).to.deep.equal([
      [key, 'First.'],
      [key, 'First.'],
      [backend.replies[2]?.key, 'First. And more.'],
    ]);
    expect(backend.replies[2]?.key).to.not.equal(key);
  });

  it('takes no other draft than that which was there, and opens no case meanwhile', async () => {
    const made = await make();
    const { backend, notice, form } = made;
    await found(made);
    let answer: (given: unknown) => void = () => undefined;
    backend.next.push(() => new Promise((resolve) => (answer = resolve)));
    const joined: Event[] = [];
    notice.addEventListener('case-joined', (event) => joined.push(event));
    const maySubmit = () =>
      form.dispatchEvent(new CaseSubmitEvent(form.draft, new AbortController().signal));
    expect(maySubmit()).to.equal(true);
    add(notice)?.click();
    await until(() => backend.replies.length === 1);
    expect(maySubmit(), 'One of the two is enough.').to.equal(false);
    const values = { subject: 'Import of orders stops, says another' };
    const key = newKey();
    form.draft = { ...form.draft, key, values };
    expect(maySubmit(), 'That one is not on its way.').to.equal(true);
    answer(backend.case);
    await until(() => !add(notice)?.hasAttribute('aria-disabled'));
    expect(form.draft.key).to.equal(key);
    expect(form.draft.values).to.include(values);
    expect(backend.replies.length).to.equal(1);
    expect(joined).to.deep.equal([]);
  });

  it('does not take a draft that is being sent', async () => {
    const made = await make();
    const { backend, notice, form } = made;
    let answer: (receipt: Receipt) => void = () => undefined;
    backend.submit = () => new Promise<Receipt>((resolve) => (answer = resolve));
    await whole(made);
    const submitted = oneEvent(form, 'case-submitted');
    const asked = oneEvent(form, 'case-submit');
    void form.submit();
    await asked;
    add(notice)?.click();
    await hasText(notice, 'Your request is being sent already.');
    await until(() => notice.shadowRoot?.activeElement?.getAttribute('role') === 'alert');
    answer({ number: '4714' });
    await submitted;
    expect(backend.replies).to.deep.equal([]);
  });

  it('has a Submit that is pressed meanwhile wait for it, and opens no case', async () => {
    const made = await make();
    const { backend, notice, form } = made;
    let answer: (given: unknown) => void = () => undefined;
    await whole(made);
    backend.next.push(() => new Promise((resolve) => (answer = resolve)));
    add(notice)?.click();
    await until(() => backend.replies.length === 1);
    const asked: Event[] = [];
    form.addEventListener('case-submit', (event) => asked.push(event));
    const submitting = form.submit();
    await until(() => form.shadowRoot?.textContent.includes('already being sent') ?? false);
    answer(backend.case);
    await oneEvent(notice, 'case-joined');
    await submitting;
    await form.updateComplete;
    expect(asked).to.deep.equal([]);
    expect(allByRole(form, 'alert')).to.deep.equal([]);
    expect(byLabel(form, 'Subject')).to.have.property('value', '');
    expect(byRole(form, 'button', 'Submit')?.hasAttribute('aria-disabled')).to.equal(false);
  });

  it('has no Submit wait for it whose draft is dropped, nor one of the next draft', async () => {
    const made = await make();
    const { backend, notice, form } = made;
    await whole(made);
    backend.next.push(() => new Promise(() => undefined));
    add(notice)?.click();
    await until(() => backend.replies.length === 1);
    void form.submit();
    await until(() => form.shadowRoot?.textContent.includes('already being sent') ?? false);
    await form.forget();
    backend.submit = async () => ({ number: '4714' });
    write(made, 'Subject', 'Something else');
    const submitted = oneEvent<GlobalEventHandlersEventMap['case-submitted']>(
      form,
      'case-submitted',
    );
    void form.submit();
    expect((await submitted).draft.values).to.deep.equal({ subject: 'Something else' });
  });

  it('does not take a draft that is being sent by a form that has left the page', async () => {
    const gone = await make(undefined, 'gone');
    gone.backend.submit = () => new Promise(() => undefined);
    await whole(gone);
    const asked = oneEvent(gone.form, 'case-submit');
    void gone.form.submit();
    await asked;
    const { draft } = gone.form;
    gone.form.remove();
    const made = await make();
    made.form.draft = draft;
    await found(made);
    add(made.notice)?.click();
    await hasText(made.notice, 'Your request is being sent already.');
    expect(made.backend.replies).to.deep.equal([]);
  });

  it('takes a draft where the page may hold no locks', async () => {
    const refused = () => Promise.reject(new DOMException('In a sandbox.', 'SecurityError'));
    Object.defineProperty(navigator, 'locks', { value: { request: refused }, configurable: true });
    try {
      const made = await make();
      await found(made);
      add(made.notice)?.click();
      await oneEvent(made.notice, 'case-joined');
    } finally {
      Reflect.deleteProperty(navigator, 'locks');
    }
  });

  it('is forgotten with whoever has signed out', async () => {
    const made = await make();
    const { backend, notice, form } = made;
    form.requester = { id: 'a' };
    await form.updateComplete;
    await found(made);
    backend.rows = [aCase({ number: '4713', subject: 'Import of orders stops for b' })];
    form.requester = { id: 'b' };
    await form.updateComplete;
    write(made, 'Subject', 'Import of orders stops');
    await notice.updateComplete;
    expect(notice.shadowRoot?.textContent).to.not.contain('4711');
    await hasText(notice, '4713');
    expect(backend.queries.length).to.equal(4);
  });

  it('is not shown later, when something else is written by then', async () => {
    const made = await make();
    const { notice, form } = made;
    const shown: unknown[] = [];
    notice.addEventListener('existing-shown', ({ cases }) => shown.push(cases));
    byLabel(form, 'Subject')?.focus();
    write(made, 'Subject', 'Import of orders stops');
    await until(() => byRole(notice, 'status')?.textContent.includes('You already') ?? false);
    let updates = 0;
    notice.addController({ hostUpdated: () => (updates += 1) });
    write(made, 'Subject', 'Something else altogether');
    await until(() => updates > 0);
    byLabel(form, 'Subject')?.blur();
    write(made, 'Subject', 'Import of orders stops');
    await until(() => shown.length > 0);
    write(made, 'Subject', 'Something else altogether');
    await until(() => shown.length > 1);
    expect(shown.map((cases) => (cases as unknown[]).length)).to.deep.equal([1, 0]);
  });

  it('says why the draft was refused, and keeps it', async () => {
    const made = await make();
    const { backend, notice, form } = made;
    await found(made);
    const issues = [{ path: [], code: 'notAllowed', message: 'no' }];
    backend.next.push(() => ({ issues }));
    add(notice)?.click();
    await oneEvent(notice, 'case-action-refused');
    await hasText(notice, 'You may not add to this case.');
    expect(form.draft.values['subject']).to.equal('Import of orders stops');
    await expect(notice).to.be.accessible();
  });

  it('waits for files, and is held back by one that has failed', async () => {
    const made = await make();
    const { notice, upload } = made;
    upload.uploader = { upload: () => Promise.reject(new Error('No')) };
    await found(made);
    upload.add([new File(['x'], 'rows.csv')]);
    upload.addEventListener('file-failed', (event) => event.stopPropagation());
    await oneEvent(upload, 'file-failed');
    add(notice)?.click();
    await hasText(notice, 'A file was not uploaded.');
  });

  it('is only for reading where a backend takes no comments, or the files not with them', async () => {
    const silent = await make((backend) => {
      backend.capabilities = { list: true, get: true };
    });
    await found(silent);
    expect(add(silent.notice)).to.equal(undefined);
    const later = await make((backend) => {
      backend.capabilities = { list: true, comment: true, attachments: 'after' };
    }, 'other');
    await found(later);
    expect(add(later.notice)).to.not.equal(undefined);
    later.upload.add([new File(['x'], 'rows.csv')]);
    await until(() => !add(later.notice));
    expect(later.notice.shadowRoot?.textContent).to.contain('Your files cannot be added from here');
  });

  it('is answered by the page first: what there is, and what is added', async () => {
    const made = await make((backend) => {
      backend.capabilities = { comment: true };
    });
    const { backend, notice, form } = made;
    notice.addEventListener('cases-load', (event) =>
      event.respondWith({
        cases: backend.rows.filter(({ status }) => status === event.query.status),
      }),
    );
    notice.addEventListener('case-join', (event) => event.respondWith(aCase()));
    notice.messages = de;
    write(made, 'Subject', 'Import of orders stops at row');
    await until(() => heading(notice) === 'Sie haben dazu schon einen offenen Fall');
    byRole(notice, 'button', /^Dort hinzufügen/)?.click();
    await oneEvent(notice, 'case-joined');
    expect(backend.replies).to.deep.equal([]);
    expect(form.draft.values['subject']).to.equal(undefined);
  });

  it('is not spoken of where cases cannot be told', async () => {
    const made = await make((backend) => {
      backend.next.push(() => Promise.reject(new Error('No')));
    });
    write(made, 'Subject', 'Import of orders stops');
    await until(() => made.backend.queries.length > 0);
    await made.notice.updateComplete;
    expect(heading(made.notice)).to.equal(undefined);
    write(made, 'Subject', 'Import of orders stops again');
    await until(() => heading(made.notice) !== undefined);
    made.backend.rows = [];
    made.notice.refresh();
    await until(() => !heading(made.notice));
  });
});
