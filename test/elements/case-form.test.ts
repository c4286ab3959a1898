import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import * as z from 'zod/mini';
import { CaseSubmitEvent } from '../../src/events/case-events.js';
import { CaseForm } from '../../src/elements/case-form/case-form.js';
import { defaultFieldTypes } from '../../src/fields/default-field-types.js';
import { element } from '../../src/fields/element.js';
import type { Attachment } from '../../src/schema/attachment.js';
import type { Definition } from '../../src/schema/definition.js';
import type { Draft } from '../../src/schema/draft.js';
import type { Outcome } from '../../src/schema/outcome.js';
import { allByRole, byLabel, byRole } from '../support/by-role.js';

CaseForm.define();

const definition = {
  id: 'small',
  fields: [
    { name: 'subject', type: 'text', label: 'Subject', required: true },
    { name: 'kind', type: 'choice', label: 'Kind', options: options('question', 'incident') },
    {
      name: 'since',
      type: 'text',
      label: 'Since when?',
      required: true,
      visible: { field: 'kind', equals: 'incident' },
    },
    { name: 'email', type: 'email', label: 'Email' },
  ],
};

function options(...values: string[]) {
  return values.map((value) => ({ value, label: value }));
}

async function form(properties: Partial<CaseForm> = {}): Promise<CaseForm> {
  const created = document.createElement('case-form');
  Object.assign(created, { definition, ...properties });
  // One test must not find what another one wrote; drafts have tests of their own.
  created.setAttribute('keep-drafts', 'off');
  return fixture<CaseForm>(created);
}

function control(root: Node, label: string | RegExp): HTMLInputElement {
  const found = byLabel(root, label);
  if (!found) throw new Error(`No control “${String(label)}”.`);
  return found as HTMLInputElement;
}

const select = (root: Node, label: string | RegExp): HTMLSelectElement =>
  control(root, label) as unknown as HTMLSelectElement;

async function type(root: CaseForm, label: string, text: string): Promise<void> {
  const input = control(root, label);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await root.updateComplete;
}

async function leave(root: CaseForm, label: string): Promise<void> {
  control(root, label).dispatchEvent(new Event('change', { bubbles: true }));
  await root.updateComplete;
}

function press(root: Node, name: string): void {
  const button = byRole(root, 'button', name);
  if (!button) throw new Error(`No button “${name}”.`);
  button.click();
}

/** Answers `case-submit`, and gives what was asked. */
function answering(target: EventTarget, answer: () => Outcome | Promise<Outcome>): Draft[] {
  const asked: Draft[] = [];
  target.addEventListener('case-submit', (event) => {
    if (!(event instanceof CaseSubmitEvent)) return;
    asked.push(event.draft);
    event.respondWith(answer);
  });
  return asked;
}

const heading = (root: Node, name: string | RegExp) => byRole(root, 'heading', name);

describe('the default form', () => {
  it('asks what a partner portal asks, and topics follow the product', async () => {
    const created = await fixture<CaseForm>(html`<case-form></case-form>`);
    for (const label of [
      'Who is having the issue?',
      'What are you working with today?',
      'Subject',
      'Description',
      'Email address',
    ]) {
      expect(byLabel(created, label), label).to.exist;
    }
    expect(byRole(created, 'group', 'How should we contact them?')).to.exist;
    const product = select(created, 'What are you working with today?');
    product.value = 'system';
    product.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await created.updateComplete;
    const topic = select(created, /Is this related to.* \(optional\)/);
    expect([...topic.options].map(({ text }) => text.trim())).to.include('System availability');
    await expect(created).to.be.accessible();
  });

  it('asks for a phone number where the phone is chosen', async () => {
    const created = await fixture<CaseForm>(html`<case-form></case-form>`);
    control(created, 'Phone').click();
    await created.updateComplete;
    expect(byLabel(created, 'Phone number')).to.exist;
    expect(byLabel(created, 'Email address')).not.to.exist;
  });
});

describe('submitting', () => {
  it('hands the draft to a listener and shows the number it answers', async () => {
    const created = await form();
    const asked = answering(created, () => ({ number: '17705236', url: '/cases/1' }));
    await type(created, 'Subject', 'It is down');
    setTimeout(() => press(created, 'Submit'));
    const { receipt } = await oneEvent<GlobalEventHandlersEventMap['case-submitted']>(
      created,
      'case-submitted',
    );
    expect(receipt).to.include({ number: '17705236', url: '/cases/1' });
    await waitUntil(() => heading(created, 'Your request has arrived'));
    expect(asked[0]).to.deep.include({ form: 'small', values: { subject: 'It is down' } });
    expect(created.shadowRoot?.textContent).to.include('17705236');
    expect(byRole(created, 'link', 'Open the case')).to.exist;
    await waitUntil(() => created.shadowRoot?.activeElement === heading(created, /has arrived/));
    await expect(created).to.be.accessible();
  });

  it('gives a receipt of when the case was opened, however late it is saved', async () => {
    const { now } = Date;
    const address = URL.createObjectURL.bind(URL);
    const saved: Blob[] = [];
    try {
      URL.createObjectURL = (blob) => {
        saved.push(blob as Blob);
        return 'blob:of-no-file';
      };
      Date.now = () => Date.UTC(2026, 2, 1, 12);
      const created = await form();
      answering(created, () => ({ number: '4711' }));
      await type(created, 'Subject', 'It is down');
      press(created, 'Submit');
      await waitUntil(() => byRole(created, 'button', 'Download a receipt'));
      Date.now = () => Date.UTC(2026, 2, 9, 12);
      created.requestUpdate();
      await created.updateComplete;
      press(created, 'Download a receipt');
    } finally {
      Date.now = now;
      URL.createObjectURL = address;
    }
    expect(await saved[0]?.text()).to.match(
      /^Case number: 4711\nMarch 1, 2026 at .*\n\nIt is down\n/,
    );
  });

  it('works by delegation from the document', async () => {
    const created = await form();
    const stop = new AbortController();
    document.addEventListener('case-submit', (event) => event.respondWith({ number: '7' }), {
      signal: stop.signal,
    });
    await type(created, 'Subject', 'x');
    setTimeout(() => press(created, 'Submit'));
    expect(
      (await oneEvent<GlobalEventHandlersEventMap['case-submitted']>(created, 'case-submitted'))
        .receipt.number,
    ).to.equal('7');
    stop.abort();
  });

  it('asks the backend where nobody answers', async () => {
    const created = await form({ backend: { submit: async () => ({ number: '8' }) } });
    await type(created, 'Subject', 'x');
    setTimeout(() => press(created, 'Submit'));
    expect(
      (await oneEvent<GlobalEventHandlersEventMap['case-submitted']>(created, 'case-submitted'))
        .receipt.number,
    ).to.equal('8');
  });

  it('tells the developer the three ways where there is none', async () => {
    const created = await form();
    await type(created, 'Subject', 'x');
    setTimeout(() => press(created, 'Submit'));
    const { error } = await oneEvent<GlobalEventHandlersEventMap['case-failed']>(
      created,
      'case-failed',
    );
    expect(String(error)).to.match(/case-submit.*backend.*action/);
  });

  it('sends once, however often Submit is pressed', async () => {
    const created = await form();
    let finish = (_outcome: Outcome) => {};
    const asked = answering(created, () => new Promise((resolve) => (finish = resolve)));
    await type(created, 'Subject', 'x');
    for (let press_ = 0; press_ < 50; press_++) void created.submit();
    await waitUntil(() => asked.length);
    press(created, 'Sending…');
    finish({ number: '9' });
    await waitUntil(() => heading(created, /has arrived/));
    expect(asked).to.have.length(1);
  });

  it('starts a new draft with a new key after a case exists', async () => {
    const created = await form({ backend: { submit: async () => ({ number: '8' }) } });
    const { key } = created.draft;
    await type(created, 'Subject', 'x');
    await created.submit();
    await waitUntil(() => byRole(created, 'button', 'Write another request'));
    press(created, 'Write another request');
    await created.updateComplete;
    expect(control(created, 'Subject').value).to.equal('');
    expect(created.draft.key).not.to.equal(key);
  });
});

describe('mistakes', () => {
  it('are told all at once, in a summary that takes focus and leads to the fields', async () => {
    const created = await form();
    await type(created, 'Email (optional)', 'nonsense');
    setTimeout(() => press(created, 'Submit'));
    await oneEvent(created, 'case-refused');
    await waitUntil(() => byRole(created, 'group', '2 answers need your attention'));
    await waitUntil(() => created.shadowRoot?.activeElement?.textContent.includes('2 answers'));
    const words = 'Enter an email address like name@example.com.';
    const email = control(created, 'Email (optional)');
    expect(email).to.have.attribute('aria-invalid', 'true');
    expect(describedBy(email)).to.include(words);
    byRole(created, 'link', words)?.click();
    expect(created.shadowRoot?.activeElement).to.equal(email);
    await expect(created).to.be.accessible();
  });

  it('are not told while somebody writes, and go as soon as they are mended', async () => {
    const created = await form();
    await type(created, 'Email (optional)', 'n');
    await leave(created, 'Email (optional)');
    expect(control(created, 'Email (optional)')).not.to.have.attribute('aria-invalid');
    await created.submit();
    await type(created, 'Email (optional)', 'name@');
    expect(control(created, 'Email (optional)')).to.have.attribute('aria-invalid', 'true');
    await type(created, 'Email (optional)', 'name@example.com');
    await waitUntil(() => !control(created, 'Email (optional)').hasAttribute('aria-invalid'));
  });

  it('that the backend finds land on their fields, known ones in the language of the form', async () => {
    const created = await form();
    const issues = [
      { path: ['subject'], message: 'zu lang', code: 'tooLong' },
      { path: ['email'], message: 'User is invalid' },
      { path: [], message: 'The desk is closed' },
    ];
    answering(created, () => ({ issues }));
    await type(created, 'Subject', 'x');
    await created.submit();
    expect(describedBy(control(created, 'Subject'))).to.match(/takes at most 1,000 characters/);
    expect(describedBy(control(created, 'Email (optional)'))).to.include('User is invalid');
    expect(byRole(created, 'group', /3 answers/)?.textContent).to.include('The desk is closed');
    expect(control(created, 'Subject').value).to.equal('x');
  });
});

describe('when nobody knows whether the case exists', () => {
  it('everything stays, and another try has the same key', async () => {
    const created = await form();
    let fails = true;
    const asked = answering(created, () => {
      if (fails) throw new Error('connection lost');
      return { number: '1' };
    });
    await type(created, 'Subject', 'x');
    await created.submit();
    expect(byRole(created, 'alert')?.textContent).to.include('may not have arrived');
    await expect(created).to.be.accessible();
    expect(control(created, 'Subject').value).to.equal('x');
    fails = false;
    await type(created, 'Subject', 'x, more');
    press(created, 'Try again');
    await waitUntil(() => heading(created, /has arrived/));
    expect(asked.map(({ key }) => key)).to.deep.equal([asked[0]?.key, asked[0]?.key]);
    expect(asked[1]?.values).to.deep.equal({ subject: 'x, more' });
  });

  it('an answer that is wants { number } nor a refusal counts as none', async () => {
    const created = await form();
    answering(created, () => ({ ok: true }) as unknown as Outcome);
    await type(created, 'Subject', 'x');
    setTimeout(() => press(created, 'Submit'));
    expect(
      String(
        (await oneEvent<GlobalEventHandlersEventMap['case-failed']>(created, 'case-failed')).error,
      ),
    ).to.match(/wants { number }/);
  });
});

describe('fields', () => {
  it('show by condition; a hidden answer stays out and comes back', async () => {
    const created = await form();
    const kind = select(created, 'Kind (optional)');
    const choose = async (value: string) => {
      kind.value = value;
      kind.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await created.updateComplete;
    };
    expect(byLabel(created, 'Since when?')).not.to.exist;
    await choose('incident');
    await type(created, 'Since when?', 'Monday');
    expect(created.draft.values).to.deep.equal({ kind: 'incident', since: 'Monday' });
    await choose('question');
    expect(created.draft.values).to.deep.equal({ kind: 'question' });
    await choose('incident');
    expect(control(created, 'Since when?').value).to.equal('Monday');
  });

  it('of every built-in type are labelled, and say what was answered', async () => {
    const all = {
      id: 'all',
      fields: [
        ...['text', 'multiline', 'email', 'phone', 'url', 'number', 'date'].map((name) => ({
          name,
          type: name,
          label: name,
          required: true,
          help: `Help for ${name}`,
        })),
        { name: 'select', type: 'choice', label: 'select', options: options('a', 'b') },
        { name: 'radio', type: 'choice', display: 'radio', label: 'radio', options: options('c') },
        {
          name: 'many',
          type: 'choices',
          label: 'many',
          options: [{ label: 'Group', options: options('d', 'e') }],
        },
        { name: 'box', type: 'checkbox', label: 'box' },
        { name: 'yes', type: 'consent', label: 'yes', required: true },
      ],
    };
    const created = await form({ definition: all as Definition });
    await type(created, 'text', 't');
    await type(created, 'multiline', 'one\ntwo');
    await type(created, 'email', 'ü@exämple.com');
    await type(created, 'phone', '+49 (0)89 1234');
    await type(created, 'url', 'https://example.com');
    await type(created, 'number', '1,5');
    await type(created, 'date', '2026-02-28');
    const choice = select(created, 'select (optional)');
    choice.value = 'b';
    choice.dispatchEvent(new InputEvent('input', { bubbles: true }));
    for (const label of ['c', 'd', 'e', 'box (optional)', 'yes']) control(created, label).click();
    await created.updateComplete;
    await expect(created).to.be.accessible();
    const asked = answering(created, () => ({ number: '1' }));
    await created.submit();
    expect(asked[0]?.values).to.deep.equal({
      text: 't',
      multiline: 'one\ntwo',
      email: 'ü@exämple.com',
      phone: '+49 (0)89 1234',
      url: 'https://example.com',
      number: 1.5,
      date: '2026-02-28',
      select: 'b',
      radio: 'c',
      many: ['d', 'e'],
      box: true,
      yes: true,
    });
  });

  it('of a host are elements with a value, held to any schema', async () => {
    class AcmeSerial extends HTMLElement {
      value = '';
    }
    customElements.define('acme-serial', AcmeSerial);
    const serial = {
      schema: () => z.string().check(z.regex(/^SN-\d{8}$/, 'Write SN- and eight digits.')),
      render: element('acme-serial'),
    };
    const created = await form({
      definition: {
        id: 'own',
        fields: [{ name: 'serial', type: 'serial', label: 'Serial number', required: true }],
      },
      fieldTypes: { ...defaultFieldTypes, serial },
    });
    const own = created.shadowRoot?.querySelector('acme-serial') as AcmeSerial;
    const write = async (value: string) => {
      own.value = value;
      own.dispatchEvent(new Event('input', { bubbles: true }));
      await created.updateComplete;
    };
    await write('SN-1');
    await created.submit();
    expect(created.shadowRoot?.textContent).to.include('Write SN- and eight digits.');
    await write('SN-12345678');
    const asked = answering(created, () => ({ number: '1' }));
    await created.submit();
    expect(asked[0]?.values).to.deep.equal({ serial: 'SN-12345678' });
  });

  it('never cut what is pasted; a text beyond its limit is counted and refused', async () => {
    const short = { name: 'subject', type: 'text', label: 'Subject', maxLength: 10 };
    const created = await form({ definition: { id: 'short', fields: [short] } });
    await type(created, 'Subject (optional)', 'x'.repeat(12));
    expect(created.shadowRoot?.textContent).to.include('12 of 10 characters');
    await created.submit();
    expect(control(created, 'Subject (optional)').value).to.have.length(12);
    expect(control(created, 'Subject (optional)')).to.have.attribute('aria-invalid', 'true');
  });
});

describe('focus', () => {
  const focused = (created: CaseForm) => created.shadowRoot?.activeElement;

  it('stays in the form while a draft is sent, and where a listener refuses without a word', async () => {
    const created = await form();
    created.addEventListener('case-submit', (event) => event.preventDefault());
    await type(created, 'Subject', 'x');
    control(created, 'Subject').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => byRole(created, 'button', 'Submit'));
    expect(focused(created)).to.equal(byRole(created, 'button', 'Submit'));
  });

  it('goes to the first question that shows when a draft begins anew', async () => {
    const created = await form({
      definition: {
        id: 'hidden-first',
        fields: [
          { name: 'a', type: 'text', label: 'A', visible: { field: 'b', equals: 'yes' } },
          { name: 'b', type: 'text', label: 'B' },
        ],
      },
    });
    await type(created, 'B (optional)', 'something');
    press(created, 'Cancel');
    await waitUntil(() => byRole(created, 'dialog', 'Discard what you wrote?'));
    const changed = oneEvent<GlobalEventHandlersEventMap['case-changed']>(created, 'case-changed');
    press(created, 'Discard');
    expect((await changed).draft.values).to.deep.equal({});
    await waitUntil(() => focused(created) === control(created, 'B (optional)'));
    created.consult({ title: 'x', url: '/x' }, 'accepted');
    await waitUntil(() => heading(created, 'Glad that helped'));
    press(created, 'It is not solved after all');
    await waitUntil(() => focused(created) && focused(created) === byLabel(created, /^B/));
  });

  it('stays where it is while another definition is checked', async () => {
    const created = await form();
    await type(created, 'Subject', 'half a wo');
    const input = control(created, 'Subject');
    input.focus();
    created.definition = { ...definition };
    await created.updateComplete;
    expect(focused(created)).to.equal(input);
    expect(input.value).to.equal('half a wo');
  });
});

describe('definitions from outside', () => {
  it('are taken as JSON', async () => {
    const created = await fixture<CaseForm>(
      html`<case-form definition=${JSON.stringify(definition)}></case-form>`,
    );
    expect(byLabel(created, 'Kind (optional)')).to.exist;
  });

  it('that are broken leave a usable form, and an event names the place', async () => {
    const created = document.createElement('case-form');
    const broken = { id: 'broken', fields: [{ name: 'a', type: 'text' }] };
    setTimeout(() => {
      created.definition = broken as unknown as Definition;
      document.body.append(created);
    });
    const { error } = await oneEvent<GlobalEventHandlersEventMap['definition-rejected']>(
      created,
      'definition-rejected',
    );
    expect(String(error)).to.match(/fields\.0\.label/);
    await created.updateComplete;
    expect(byLabel(created, 'Who is having the issue?')).to.exist;
    created.remove();
  });
});

describe('prefilling', () => {
  it('holds what the page knows, and the person can change it', async () => {
    const created = await form({ prefill: { subject: 'Access - ' } });
    expect(control(created, 'Subject').value).to.equal('Access - ');
    expect(created.draft.values).to.deep.equal({ subject: 'Access - ' });
  });

  it('from the address happens only where the page allows it, and never submits', async () => {
    const before = location.href;
    history.replaceState(null, '', '?subject=From+a+link&nothing=else');
    const asked: unknown[] = [];
    const allowed = await form({
      prefillFromUrl: true,
      backend: { submit: async (d) => (asked.push(d), { number: '1' }) },
    });
    const forbidden = await form();
    history.replaceState(null, '', before);
    expect(control(allowed, 'Subject').value).to.equal('From a link');
    expect(allowed.draft.values).to.deep.equal({ subject: 'From a link' });
    expect(control(forbidden, 'Subject').value).to.equal('');
    expect(asked).to.be.empty;
  });

  it('by a draft restores what was written, with its key', async () => {
    const created = await form();
    const draft = { ...created.draft, key: 'k'.repeat(32), values: { subject: 'Again' } };
    created.draft = draft;
    await created.updateComplete;
    expect(control(created, 'Subject').value).to.equal('Again');
    expect(created.draft.key).to.equal(draft.key);
  });
});

describe('cancelling', () => {
  it('asks when something would be lost', async () => {
    const created = await form();
    await type(created, 'Subject', 'long story');
    press(created, 'Cancel');
    await waitUntil(() => byRole(created, 'dialog', 'Discard what you wrote?'));
    await expect(created).to.be.accessible();
    press(created, 'Keep writing');
    expect(control(created, 'Subject').value).to.equal('long story');
    press(created, 'Cancel');
    await waitUntil(() => byRole(created, 'dialog', 'Discard what you wrote?'));
    setTimeout(() => press(created, 'Discard'));
    await oneEvent(created, 'case-discarded');
    await created.updateComplete;
    expect(control(created, 'Subject').value).to.equal('');
  });

  it('asks nothing when there is nothing, and a listener can keep the draft', async () => {
    const created = await form({ prefill: { subject: 'x' } });
    setTimeout(() => press(created, 'Cancel'));
    await oneEvent(created, 'case-discarded');
    const { key } = created.draft;
    created.addEventListener('case-discard', (event) => event.preventDefault());
    press(created, 'Cancel');
    await created.updateComplete;
    expect(created.draft.key).to.equal(key);
  });
});

describe('files', () => {
  class FakeFiles extends HTMLElement {
    key = '';
    limits = undefined;
    attachments: readonly Attachment[] = [];
    settle = () => {};
    settled: Promise<void> = Promise.resolve();
    whenSettled = () => this.settled;
    clear() {
      this.attachments = [];
    }
  }
  customElements.define('fake-files', FakeFiles);
  const file = { id: '1', name: 'a.png', size: 1, type: 'image/png', ref: 'r' };

  async function withFiles() {
    const created = await form();
    const files = new FakeFiles();
    files.slot = 'attachments';
    created.append(files);
    await aTimeout(0);
    await created.updateComplete;
    return { created, files };
  }

  it('go along once they have arrived, and belong to the draft by its key', async () => {
    const { created, files } = await withFiles();
    expect(files.key).to.equal(created.draft.key);
    const asked = answering(created, () => ({ number: '1' }));
    files.settled = new Promise((resolve) => (files.settle = resolve));
    await type(created, 'Subject', 'x');
    const submitted = created.submit();
    await waitUntil(() => byRole(created, 'button', /Waiting for your files/));
    files.attachments = [{ ...file, status: 'uploaded' }];
    files.settle();
    await submitted;
    expect(asked[0]?.attachments).to.deep.equal([{ ...file, status: 'uploaded' }]);
    expect(files.assignedSlot, 'still shown, for files that come later').to.exist;
  });

  it('that failed hold the draft back until they are sent or removed', async () => {
    const { created, files } = await withFiles();
    const asked = answering(created, () => ({ number: '1' }));
    files.attachments = [{ ...file, status: 'failed' }];
    await type(created, 'Subject', 'x');
    await created.submit();
    expect(byRole(created, 'link', /1 file was not uploaded/)).to.exist;
    files.attachments = [];
    await created.submit();
    expect(asked).to.have.length(1);
  });
});

it('ends with a thank-you when an article solved the problem, and can be taken up again', async () => {
  const created = await form();
  await type(created, 'Subject', 'x');
  created.consult({ title: 'Reset', url: '/reset' }, 'accepted');
  await waitUntil(() => heading(created, 'Glad that helped'));
  await expect(created).to.be.accessible();
  press(created, 'It is not solved after all');
  await created.updateComplete;
  expect(control(created, 'Subject').value).to.equal('x');
});

it('is filled in and submitted by keyboard alone', async () => {
  const created = await form();
  const asked = answering(created, () => ({ number: '1' }));
  control(created, 'Subject').focus();
  await sendKeys({ type: 'Typed' });
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => heading(created, /has arrived/));
  expect(asked[0]?.values).to.deep.equal({ subject: 'Typed' });
});

it('takes over what was written into a form that a server has rendered', async () => {
  const host = document.createElement('div');
  host.setHTMLUnsafe(
    '<case-form><template shadowrootmode="open"><form><input type="hidden" name="_form" value="small"><input id="field-subject" name="subject"></form></template></case-form>',
  );
  const created = host.firstElementChild as CaseForm;
  const early = created.shadowRoot?.querySelector<HTMLInputElement>('#field-subject');
  if (early) early.value = 'Early bird';
  created.definition = definition;
  document.body.append(host);
  customElements.upgrade(host);
  await created.updateComplete;
  expect(allByRole(created, 'textbox', 'Subject')).to.have.length(1);
  expect(control(created, 'Subject').value).to.equal('Early bird');
  host.remove();
});

it('prefers what the page knows to what a server has rendered and nobody has touched', async () => {
  const host = document.createElement('div');
  host.setHTMLUnsafe(
    `<case-form><template shadowrootmode="open"><form><input name="subject"><input name="note">
      <input type="radio" name="way" value="a" checked><input type="radio" name="way" value="b">
      <select name="kind"><option value=""></option><option value="x">X</option></select>
      <input type="checkbox" name="news" checked><button name="go"></button></form></template></case-form>`,
  );
  const created = host.firstElementChild as CaseForm;
  const served = created.shadowRoot;
  const note = served?.querySelector<HTMLInputElement>('[name=note]');
  if (note) note.value = 'Mine';
  served?.querySelector<HTMLInputElement>('[name=news]')?.click();
  const options = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
    { value: 'x', label: 'X' },
  ];
  created.definition = {
    id: 'served',
    fields: [
      { name: 'subject', type: 'text', label: 'Subject' },
      { name: 'note', type: 'text', label: 'Note' },
      { name: 'way', type: 'choice', display: 'radio', label: 'Way', options },
      { name: 'kind', type: 'choice', label: 'Kind', options },
      { name: 'news', type: 'checkbox', label: 'News', default: true },
    ],
  };
  created.prefill = { subject: 'Known', note: 'Known', way: 'b', kind: 'x' };
  document.body.append(host);
  customElements.upgrade(host);
  await created.updateComplete;
  expect(created.draft.values).to.include({ subject: 'Known', note: 'Mine', way: 'b', kind: 'x' });
  expect(byRole(created, 'checkbox', /News/)).to.have.property('checked', false);
  host.remove();
});

function describedBy(input: Element): string {
  const ids = input.getAttribute('aria-describedby')?.split(' ') ?? [];
  const root = input.getRootNode() as ShadowRoot;
  return ids.map((id) => root.getElementById(id)?.textContent).join(' ');
}
