import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDefinition } from '../../src/core/check-definition.js';
import { chooseForm, type FormFacts, type OfferedForm } from '../../src/core/form-choice.js';
import { identityIssues, isIdentityIssue } from '../../src/core/identity-issues.js';
import { answersFor, keepAnswers } from '../../src/core/kept-answers.js';
import { requesterForm } from '../../src/core/known-requester.js';
import { contextAddress, contextFields, contextValues } from '../../src/core/request-context.js';
import { resolveFields, valuesOf } from '../../src/core/resolve-fields.js';
import { searchWords } from '../../src/core/search-words.js';
import { enIdentity } from '../../src/locales/en-identity.js';
import type { Definition } from '../../src/schema/definition.js';
import type { Field } from '../../src/schema/field.js';

const text = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  type: 'text',
  label: name,
  ...more,
});
const form = (id: string, ...fields: Field[]): Definition => ({
  id,
  fields: fields.length ? fields : [text('subject')],
});

describe('the form of a person', () => {
  const standard: OfferedForm = { definition: form('standard') };
  const partner: OfferedForm = {
    definition: form('partner'),
    when: { field: 'requester.organisations', equals: 'Acme' },
  };
  const staff: OfferedForm = {
    definition: form('staff'),
    when: { field: 'requester.domain', equals: 'acme.example' },
  };
  const outsiders: OfferedForm = {
    definition: form('outsiders'),
    when: { not: { field: 'requester.domain', equals: 'acme.example' } },
  };
  const billing: OfferedForm = {
    definition: form('billing'),
    when: { field: 'page.path', startsWith: '/billing' },
  };
  const all = [standard, partner, staff, outsiders, billing];
  const ann = { id: 'ann', organisations: ['Acme', 'Other'] };

  const table: readonly (readonly [
    what: string,
    FormFacts,
    offered: readonly string[],
    shown?: string,
    wanted?: string,
  ])[] = [
    ['nobody is known', {}, ['standard']],
    ['only a name is known', { requester: { name: 'Ann', organisations: ['Acme'] } }, ['standard']],
    ['of the organisation', { requester: ann }, ['partner', 'outsiders']],
    ['of the domain, in capitals', { requester: { email: 'bo@ACME.example' } }, ['staff']],
    ['of neither', { requester: { id: 'cy' } }, ['outsiders']],
    ['unknown, on a page', { page: { path: '/billing/7' } }, ['billing']],
    ['both', { requester: ann, page: { path: '/billing' } }, ['partner', 'outsiders', 'billing']],
    [
      'one that the person wants',
      { requester: ann },
      ['partner', 'outsiders'],
      'outsiders',
      'outsiders',
    ],
    [
      'the standard one is wanted, but another meant',
      { requester: ann },
      ['partner', 'outsiders'],
      'partner',
      'standard',
    ],
    ['one is wanted that is for others', {}, ['standard'], 'standard', 'staff'],
  ];
  for (const [what, facts, ids, shown = ids[0], wanted] of table) {
    it(what, () => {
      const choice = chooseForm(all, facts, wanted);
      assert.deepEqual(
        choice.offered.map(({ definition }) => definition.id),
        ids,
      );
      assert.equal(choice.form.definition.id, shown);
    });
  }

  it('among several standard ones is the person’s choice', () => {
    const other = { definition: form('other') };
    assert.equal(chooseForm([standard, other], {}, 'other').form, other);
  });

  it('needs a standard one', () => {
    assert.throws(() => chooseForm([partner], { requester: ann }), TypeError);
    assert.throws(() => chooseForm([], {}), TypeError);
  });
});

describe('what was written, when the form is another', () => {
  const topic = (...values: string[]): Field => ({
    name: 'topic',
    type: 'choice',
    label: 'Topic',
    options: values.map((value) => ({ value, label: value })),
  });
  const one = form('one', text('subject'), topic('a', 'b'), text('serial'));
  const other = form('other', text('subject'), topic('c'), {
    name: 'agree',
    type: 'checkbox',
    label: 'Agree',
  });

  it('is there where it fits, and comes back with the form that it fits', () => {
    let kept = keepAnswers({}, { subject: 'Hi', topic: 'a', serial: '7' });
    assert.deepEqual(answersFor(other, kept), { subject: 'Hi' });
    kept = keepAnswers(kept, { subject: 'Hello', topic: 'c', agree: true });
    assert.deepEqual(answersFor(one, kept), { subject: 'Hello', topic: 'a', serial: '7' });
    assert.deepEqual(answersFor(other, kept), { subject: 'Hello', topic: 'c', agree: true });
  });

  it('is what was written last, emptied fields too', () => {
    const kept = keepAnswers(keepAnswers({}, { subject: 'Hi' }), { subject: '' });
    assert.deepEqual(answersFor(one, kept), { subject: '' });
  });

  it('does not grow without end', () => {
    let kept = {};
    for (let turn = 0; turn < 1000; turn++) kept = keepAnswers(kept, { subject: `Draft ${turn}` });
    assert.ok(JSON.stringify(kept).length < 300);
  });
});

describe('a form for somebody who is known', () => {
  const definition = form(
    'f',
    text('who', { autocomplete: 'name', required: true }),
    { name: 'email', type: 'email', label: 'Email', required: true },
    text('phone', { type: 'phone' }),
    text('company', { autocomplete: 'work organization' }),
    text('partnerEmail', { type: 'email', autocomplete: 'off' }),
  );
  const ann = {
    id: '1',
    name: 'Ann',
    email: 'ann@example.com',
    phone: '+1 555 010 0199',
    organisations: ['Acme'],
  };

  it('fills in and hides what need not be asked, and sends it along', () => {
    const { definition: made, prefill, hidden } = requesterForm(definition, ann);
    assert.deepEqual(hidden, ['email', 'company']);
    assert.deepEqual(prefill, { who: 'Ann', email: ann.email, phone: ann.phone, company: 'Acme' });
    const fields = resolveFields(made, prefill);
    assert.deepEqual(
      fields.filter(({ visible }) => visible).map(({ field }) => field.name),
      ['who', 'phone', 'partnerEmail'],
    );
    assert.deepEqual(valuesOf(fields), prefill);
  });

  it('asks what a policy leaves open', () => {
    const { hidden, prefill } = requesterForm(definition, ann, {
      email: 'prefilled',
      organisation: 'asked',
      name: 'fixed',
    });
    assert.deepEqual(hidden, ['who']);
    assert.equal(prefill['company'], undefined);
  });

  it('lets somebody of several organisations say which', () => {
    const { definition: made, hidden } = requesterForm(definition, {
      ...ann,
      organisations: ['Acme', 'Zeta'],
    });
    assert.deepEqual(made.fields.find(({ name }) => name === 'company')?.suggestions, [
      'Acme',
      'Zeta',
    ]);
    assert.deepEqual(hidden, ['email']);
  });

  it('asks somebody unknown everything', () => {
    for (const requester of [undefined, {}, { name: 'Ann', phone: '1' }]) {
      assert.equal(requesterForm(definition, requester).definition, definition);
    }
  });
});

describe('a refusal of the person', () => {
  const definition = form('f', text('subject'), { name: 'mail', type: 'email', label: 'Email' });
  const messages = enIdentity;
  const invalid = { path: ['requester'], message: 'User is invalid' };
  const subject = { path: ['subject'], message: 'Too short' };

  const table: readonly (readonly [string, string | undefined, boolean])[] = [
    ['User is invalid', undefined, true],
    ['Requester: Email of the end-user was suspended', undefined, true],
    ['anything', 'identity', true],
    ['Subject is invalid', undefined, false],
    ['User is invalid', 'pattern', false],
  ];
  for (const [message, code, is] of table) {
    it(`“${message}” with ${code ?? 'no code'}: ${is}`, () =>
      assert.equal(isIdentityIssue({ path: [], message, code }), is));
  }

  it('says to sign in again to somebody who is signed in', () => {
    const issues = identityIssues([invalid, subject], {
      definition,
      requester: { id: '1' },
      messages,
    });
    assert.deepEqual(issues, [{ path: [], message: messages.expired, code: 'identity' }, subject]);
  });

  it('says to check the address to somebody unknown, at its field', () => {
    const issues = identityIssues([invalid, { ...invalid, path: [] }], {
      definition,
      requester: undefined,
      messages,
    });
    assert.deepEqual(issues, [{ path: ['mail'], message: messages.unknown, code: 'identity' }]);
  });

  it('leaves other issues as they are', () => {
    assert.deepEqual(identityIssues([subject], { definition, requester: undefined, messages }), [
      subject,
    ]);
  });
});

describe('how a person came to ask', () => {
  const context = {
    article: { id: 'a', title: 'T', url: 'https://x.example/?a=1&b' },
    vote: 'no',
    form: 'f',
  } as const;

  it('goes along by hidden fields, which no check takes for a mistake', () => {
    const definition = form('f', text('subject'), ...contextFields());
    const fields = resolveFields(definition, { subject: 'S', ...contextValues(context) });
    assert.deepEqual(fields.filter(({ visible }) => visible).length, 1);
    assert.equal(valuesOf(fields)['articleUrl'], context.article.url);
    assert.deepEqual(checkDefinition(definition), []);
  });

  it('is written into an address, cut, and only what a form knows', () => {
    const long = { ...context, comment: 'x'.repeat(5000) };
    const url = new URL(contextAddress('https://h.example/new?x=1#top', long));
    assert.equal(url.searchParams.get('articleUrl'), context.article.url);
    assert.equal(url.searchParams.get('articleComment')?.length, 200);
    assert.equal(url.hash, '#top');
    assert.equal(contextAddress('/new', { vote: 'yes' }, ['subject']), '/new');
  });

  const referrers: readonly (readonly [string, string])[] = [
    ['https://help.example/search?q=cannot+log%20in', 'cannot log in'],
    ['https://help.example/?query=&search=proxy', 'proxy'],
    ['https://search.example/', ''],
    ['', ''],
    ['no address', ''],
  ];
  for (const [referrer, words] of referrers) {
    it(`“${referrer}” was a search for “${words}”`, () =>
      assert.equal(searchWords(referrer), words));
  }
});
