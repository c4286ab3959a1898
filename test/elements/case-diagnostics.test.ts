import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Definition } from '../../src/schema/definition.js';
import {
  browserDetails,
  buildDetails,
  collectErrors,
  type DiagnosticsCollector,
  pageDetails,
} from '../../src/elements/case-diagnostics/case-diagnostics.js';
import { diagnosticsField } from '../../src/elements/case-diagnostics/diagnostics-field.js';
import { CaseForm } from '../../src/elements/case-form/case-form.js';
import { defaultFieldTypes } from '../../src/fields/default-field-types.js';
import { ar } from '../../src/locales/ar.js';
import { byRole } from '../support/by-role.js';

CaseForm.define();

const label = 'Send technical details along';
const definition: Definition = {
  id: 'with-details',
  fields: [
    { name: 'subject', type: 'text', label: 'Subject' },
    { name: 'details', type: 'diagnostics', label, help: 'They help us to find the cause.' },
  ],
};

async function make(collectors: readonly DiagnosticsCollector[], more: Partial<CaseForm> = {}) {
  const form = document.createElement('case-form');
  form.setAttribute('keep-drafts', 'off');
  const fieldTypes = { ...defaultFieldTypes, diagnostics: diagnosticsField(collectors) };
  Object.assign(form, { definition, fieldTypes, ...more });
  await fixture(html`${form}`);
  await form.updateComplete;
  return form;
}

const box = (form: Element) => byRole(form, 'checkbox') as HTMLInputElement;
const preview = (form: Element) =>
  byRole(form, 'textbox', 'This goes along') as HTMLTextAreaElement;
/** A chunk comes first. */
const until = (condition: () => boolean) =>
  waitUntil(condition, String(condition), { timeout: 8000 });

const details = (form: CaseForm) => form.draft.values['details'];

async function tick(form: CaseForm): Promise<HTMLTextAreaElement> {
  box(form).click();
  await until(() => !!byRole(form, 'textbox', 'This goes along'));
  return preview(form);
}

describe('technical details', () => {
  it('are collected only with consent, shown first, and gone without it', async () => {
    let asked = 0;
    const own = { label: 'Cart', collect: () => ({ items: ++asked }) };
    const form = await make([own]);
    expect(asked).to.equal(0);
    expect(details(form)).to.equal(undefined);
    expect(box(form)).to.equal(byRole(form, 'checkbox', `${label} (optional)`));
    const area = await tick(form);
    expect(area.value).to.equal('Cart\n  items: 1');
    expect(details(form)).to.equal('Cart\n  items: 1');
    await expect(form).to.be.accessible();
    box(form).click();
    await until(() => details(form) === undefined);
    expect(byRole(form, 'textbox', 'This goes along')).to.equal(undefined);
    expect(asked).to.equal(1);
  });

  it('are the person’s to change, and go along as they are then', async () => {
    const form = await make([buildDetails('4.2.1')]);
    const area = await tick(form);
    area.value = 'Version 4';
    area.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    expect(details(form)).to.equal('Version 4');
    form.addEventListener('case-submit', (event) => event.respondWith({ number: '1' }));
    const submitted = oneEvent<GlobalEventHandlersEventMap['case-submitted']>(
      form,
      'case-submitted',
    );
    void form.submit();
    expect((await submitted).draft.values).to.deep.equal({ details: 'Version 4' });
  });

  it('are none where the person has emptied them', async () => {
    const form = await make([buildDetails('4.2.1')]);
    const area = await tick(form);
    area.focus();
    area.value = '';
    area.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    area.blur();
    await until(() => !box(form).checked);
    expect(details(form)).to.equal(undefined);
  });

  it('keep the focus of whoever collects them anew, or empties them', async () => {
    let asked = 0;
    const form = await make([{ label: 'Cart', collect: () => `${++asked} items` }]);
    const focused = () => {
      const { activeElement } = form.shadowRoot as ShadowRoot;
      return activeElement?.shadowRoot?.activeElement;
    };
    const shown = () =>
      byRole(form, 'textbox', 'This goes along') as HTMLTextAreaElement | undefined;
    await tick(form);
    byRole(form, 'button', 'Collect again')?.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => shown()?.value.includes('2 items') ?? false);
    expect(focused()).to.equal(box(form));
    preview(form).focus();
    preview(form).select();
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ press: 'Tab' });
    await until(() => !shown());
    await until(() => focused() === box(form));
  });

  it('hold no password, whoever has collected it', async () => {
    const form = await make([
      { label: 'State', collect: () => 'password: Tr0ub4dor&3\ntoken=ghp_' + 'a1'.repeat(18) },
    ]);
    const area = await tick(form);
    expect(area.value).to.contain('password: •••').and.not.contain('ghp_');
    expect(details(form)).to.equal(area.value);
  });

  it('do without a collector that fails', async () => {
    const fail = () => {
      throw new Error('No');
    };
    const form = await make([
      { label: 'One', collect: fail },
      { label: 'Two', collect: () => Promise.reject(new Error('No')) },
      { label: 'Three', collect: async () => 'here' },
    ]);
    const area = await tick(form);
    expect(area.value).to.equal('One\n  (not available)\nTwo\n  (not available)\nThree\n  here');
  });

  it('are there again with a draft, and gone with it', async () => {
    const form = await make([]);
    form.draft = {
      key: 'k'.repeat(20),
      form: 'with-details',
      values: { details: 'Kept' },
      attachments: [],
    };
    await until(() => !!byRole(form, 'textbox', 'This goes along'));
    expect(box(form).checked).to.equal(true);
    expect(preview(form).value).to.equal('Kept');
    form.draft = { ...form.draft, key: 'l'.repeat(20), values: {} };
    await until(() => !box(form).checked);
  });

  it('say what page and browser it is, without the query of the address', async () => {
    const form = await make([pageDetails(), browserDetails()]);
    const { value } = await tick(form);
    expect(value).to.contain(`address: ${location.origin}${location.pathname}`);
    expect(value).to.contain(navigator.userAgent);
    expect(value).to.not.contain(location.search || 'no query');
  });

  it('speak the language of the form', async () => {
    const form = await make([buildDetails('7')], { messages: ar });
    box(form).click();
    await until(() => !!byRole(form, 'textbox', 'هذا ما سيُرسل مع الطلب'));
    const area = byRole(form, 'textbox', 'هذا ما سيُرسل مع الطلب') as HTMLTextAreaElement;
    expect(area.value).to.equal('الإصدار\n  7');
  });

  it('work as a control of any form', async () => {
    const control = document.createElement('case-diagnostics');
    control.collectors = [buildDetails(1)];
    await fixture(html`${control}`);
    const told = oneEvent(control, 'input');
    byRole(control, 'checkbox')?.click();
    await told;
    expect(control.value).to.equal('Version\n  1');
  });
});

describe('the last errors', () => {
  const target = new EventTarget();
  const start = (limit?: number) =>
    collectErrors({ target, now: () => Date.UTC(2026, 2, 5, 8), ...(limit && { limit }) });
  const fail = (error: unknown, more: ErrorEventInit = {}) =>
    target.dispatchEvent(new ErrorEvent('error', { error, message: String(error), ...more }));

  it('are remembered from the start, the last of them, and forgotten at the stop', () => {
    fail(new Error('before'));
    const errors = start(2);
    fail('one');
    fail(new TypeError('two'), { filename: 'https://x.example/app.js?v=secret', lineno: 7 });
    const rejection = new Event('unhandledrejection');
    target.dispatchEvent(Object.assign(rejection, { reason: new RangeError('three') }));
    const [two, three, ...more] = errors.collect();
    expect(more).to.deep.equal([]);
    expect(two)
      .to.match(/^08:00:00 TypeError: two/)
      .and.contain('(app.js:7)');
    expect(two).to.not.contain('secret');
    expect(three).to.match(/^08:00:00 RangeError: three/);
    errors.stop();
    fail('after');
    expect(errors.collect()).to.deep.equal([]);
  });

  it('tell no query and no fragment of an address, wherever it stands', () => {
    const errors = start();
    fail(new TypeError('Failed to fetch https://x.example/y?to=https://z.example/(a)&token=abc'));
    fail('https://x.example/y#access_token=abc was refused');
    const reason = { toString: () => 'GET /y?token=abc: 401, #access_token=abc' };
    const rejection = new Event('unhandledrejection');
    target.dispatchEvent(Object.assign(rejection, { reason }));
    const stack = 'Error\n    at f (https://x.example/a.js?v=abc:7:12)';
    fail(Object.assign(new Error('Why? Nobody knows.'), { stack }));
    const [fetched, refused, rejected, stacked] = errors.collect();
    expect(fetched).to.match(/^08:00:00 TypeError: Failed to fetch https:\/\/x\.example\/y(\n|$)/);
    expect(refused).to.equal('08:00:00 https://x.example/y was refused');
    expect(rejected).to.equal('08:00:00 GET /y 401,');
    expect(stacked).to.equal(
      '08:00:00 Error: Why? Nobody knows.\n    at f (https://x.example/a.js:7:12)',
    );
    expect(errors.collect().join(' ')).to.not.contain('abc');
    errors.stop();
  });

  it('are short, whatever was thrown', () => {
    const errors = start();
    const nasty = {
      toString() {
        throw new Error('ha');
      },
    };
    target.dispatchEvent(new ErrorEvent('error', { error: nasty, message: 'x' }));
    fail('x'.repeat(10_000));
    target.dispatchEvent(new Event('error')); // A picture that was not loaded.
    const [first, second, ...more] = errors.collect();
    expect(first).to.equal('08:00:00 ?');
    expect(second?.length).to.be.at.most(500);
    expect(more).to.deep.equal([]);
    errors.stop();
  });
});
