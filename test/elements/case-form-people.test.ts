import { expect, fixture, waitUntil } from '@open-wc/testing';
import { CaseForm } from '../../src/elements/case-form/case-form.js';
import type { Definition } from '../../src/schema/definition.js';
import type { Draft } from '../../src/schema/draft.js';
import type { Outcome } from '../../src/schema/outcome.js';
import { byLabel, byRole } from '../support/by-role.js';

CaseForm.define();

const subject = { name: 'subject', type: 'text', label: 'Subject', required: true } as const;
const email = { name: 'email', type: 'email', label: 'Email', required: true } as const;
const standard: Definition = { id: 'standard', fields: [subject, email] };
const partner: Definition = {
  id: 'partner',
  fields: [subject, email, { name: 'project', type: 'text', label: 'Project' }],
};
const forms = [
  { definition: standard },
  { definition: partner, when: { field: 'requester.domain', equals: 'partner.example' } },
];
const maria = { id: 'u-1', name: 'Maria', email: 'maria@partner.example', token: 'secret-1' };

async function form(properties: Partial<CaseForm>): Promise<CaseForm> {
  const created = document.createElement('case-form');
  Object.assign(created, properties);
  created.setAttribute('keep-drafts', 'off');
  await fixture(created);
  await created.updateComplete;
  return created;
}

function type(root: CaseForm, label: string, text: string): void {
  const input = byLabel(root, label) as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

const press = (root: CaseForm, name: string | RegExp) => byRole(root, 'button', name)?.click();

/** Answers, and notes what was asked. */
function answering(root: CaseForm, outcome: Outcome): Draft[] {
  const drafts: Draft[] = [];
  root.addEventListener('case-submit', (event) => {
    drafts.push(event.draft);
    event.respondWith(outcome);
  });
  return drafts;
}

describe('who gets which form', () => {
  it('an unknown person gets the standard one, and is asked for everything', async () => {
    const created = await form({ forms });
    expect(byLabel(created, 'Email')).to.exist;
    expect(created.draft.form).to.equal('standard');
  });

  it('a person who is meant for another one gets that, with what is known of them', async () => {
    const created = await form({ forms, requester: maria });
    const drafts = answering(created, { number: '1' });
    expect(created.draft.form).to.equal('partner');
    expect(byLabel(created, 'Email')).to.equal(undefined);
    type(created, 'Subject', 'Hello');
    press(created, 'Submit');
    await waitUntil(() => byRole(created, 'heading', /has arrived/));
    expect(drafts[0]?.values).to.deep.equal({ subject: 'Hello', email: maria.email });
    expect(JSON.stringify(drafts)).not.to.contain(maria.token);
  });

  it('what was written stays when somebody signs in, and their address is theirs', async () => {
    const created = await form({ forms });
    type(created, 'Subject', 'Hello');
    type(created, 'Email', 'typed@elsewhere.example');
    created.requester = maria;
    await waitUntil(() => created.draft.form === 'partner');
    await created.updateComplete;
    expect(created.draft.values).to.deep.equal({ subject: 'Hello', email: maria.email });
    expect((byLabel(created, 'Subject') as HTMLInputElement).value).to.equal('Hello');
  });

  it('a person who may choose switches without losing what they wrote', async () => {
    const choice = [
      { definition: standard, label: 'A question' },
      { definition: partner, label: 'A project' },
    ];
    const created = await form({ forms: choice });
    await expect(created).to.be.accessible();
    const choose = async (id: string) => {
      const select = byLabel(created, 'What is it about?') as HTMLSelectElement;
      select.value = id;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await waitUntil(() => created.draft.form === id);
      await created.updateComplete;
    };
    type(created, 'Subject', 'Hello');
    await choose('partner');
    type(created, 'Project (optional)', 'Tower');
    await choose('standard');
    expect(created.draft.values).to.deep.equal({ subject: 'Hello' });
    await choose('partner');
    expect(created.draft.values).to.deep.equal({ subject: 'Hello', project: 'Tower' });
  });

  it('a form that nobody is left with is a mistake that is told, and there is one all the same', async () => {
    const created = document.createElement('case-form');
    created.forms = forms.slice(1);
    const rejected = new Promise<unknown>((resolve) =>
      created.addEventListener('definition-rejected', ({ error }) => resolve(error)),
    );
    await fixture(created);
    expect(String(await rejected)).to.contain('without `when`');
    await waitUntil(() => byRole(created, 'button', 'Submit'));
  });

  it('a condition that could hold up the page is a mistake, whoever is there', async () => {
    for (const matches of ['(a+)+$', '(']) {
      const created = document.createElement('case-form');
      const when = { field: 'requester.name', matches };
      created.forms = [{ definition: standard }, { definition: partner, when }];
      let told = '';
      created.addEventListener('definition-rejected', ({ error }) => (told = String(error)));
      await fixture(created);
      await waitUntil(() => told);
      expect(told).to.contain('forms.1.when');
      expect(byRole(created, 'button', 'Submit')).to.not.equal(undefined);
    }
  });
});

describe('where a case goes', () => {
  const routes = [
    {
      when: { field: 'subject', startsWith: 'Access' },
      queue: 'System Access',
      expectation: 'usually answered within 4 hours',
    },
    {
      when: { field: 'subject', startsWith: 'Bill' },
      wayOut: { url: '/portal', text: 'Billing questions: open the portal' },
    },
  ];
  const sentence = 'Goes to System Access · usually answered within 4 hours';

  it('is read, and announced, before it is sent', async () => {
    const created = await form({ definition: standard, routes });
    const said = () => created.shadowRoot?.querySelector('[part=expectation]');
    await waitUntil(() => said()?.ariaLive === 'polite');
    expect(said()?.textContent.trim()).to.equal('');
    type(created, 'Subject', 'Access - password reset');
    await waitUntil(() => said()?.textContent.trim() === sentence);
    expect(said()?.getBoundingClientRect().height, 'it can be seen').to.be.above(10);
    type(created, 'Subject', 'Bill of May');
    await waitUntil(() => byRole(created, 'link', 'Billing questions: open the portal'));
    expect(said()?.textContent).not.to.contain('System Access');
    await expect(created).to.be.accessible();
  });

  it('routes that are none are told of', async () => {
    const created = document.createElement('case-form');
    Object.assign(created, { definition: standard, routes: [{ when: 7 }] });
    const rejected = new Promise<unknown>((resolve) =>
      created.addEventListener('definition-rejected', ({ error }) => resolve(error)),
    );
    await fixture(created);
    expect(String(await rejected)).to.contain('routes.0.when');
  });
});

describe('a backend that does not know the person', () => {
  it('is answered with what to do, and nothing is lost', async () => {
    const created = await form({ definition: standard });
    created.setAttribute('sign-in', '/login');
    answering(created, { issues: [{ path: [], message: 'User is invalid' }] });
    type(created, 'Subject', 'Hello');
    type(created, 'Email', 'nobody@example.com');
    await waitUntil(() => created.shadowRoot?.querySelector('[part=expectation]'));
    press(created, 'Submit');
    await waitUntil(() => byRole(created, 'link', 'Sign in'));
    expect(byRole(created, 'link', /does not know this e-mail/)).to.exist;
    expect((byLabel(created, 'Subject') as HTMLInputElement).value).to.equal('Hello');
    expect(byRole(created, 'link', 'Sign in')).to.have.attribute('href', '/login');
  });

  it('hears who is signed in', async () => {
    const asked: (string | null)[] = [];
    const { fetch } = globalThis;
    Object.assign(globalThis, {
      fetch: (_: unknown, init: RequestInit) => {
        asked.push(new Headers(init.headers).get('authorization'));
        return Promise.resolve(Response.json({ number: '1' }));
      },
    });
    try {
      const created = await form({ definition: standard, requester: maria, action: '/cases' });
      type(created, 'Subject', 'Hello');
      press(created, 'Submit');
      await waitUntil(() => byRole(created, 'heading', /has arrived/));
      expect(asked).to.deep.equal(['Bearer secret-1']);
    } finally {
      Object.assign(globalThis, { fetch });
    }
  });
});
