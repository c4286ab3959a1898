import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { draftText } from '../../src/core/draft-text.js';
import { newCaseForm } from '../../src/core/new-case-form.js';
import { enForm } from '../../src/locales/en.js';
import type { Definition } from '../../src/schema/definition.js';

const yes = 'Yes';
const write = (values: Record<string, unknown>, definition: Definition) =>
  draftText({ values }, definition, { yes });

describe('a draft as a text', () => {
  it('has the subject and the text as written, and all other answers as lines', () => {
    const text = write(
      {
        description: 'I press Sign in.\n\nNothing happens.',
        subject: 'Sign-in does nothing',
        requester: 'Northwind',
        contact: 'email',
        email: 'ada@example.com',
        product: 'account',
        topic: 'sign-in',
      },
      newCaseForm(enForm),
    );
    assert.deepEqual(text, {
      subject: 'Sign-in does nothing',
      body: [
        'I press Sign in.\n\nNothing happens.\n',
        'Who is having the issue? Northwind',
        'How should we contact them? Email',
        'Email address: ada@example.com',
        'What are you working with today? Account and access',
        'Is this related to one of the following? Signing in',
      ].join('\n'),
    });
  });

  const form: Definition = {
    id: 'device',
    fields: [
      { name: 'serial', type: 'serial', label: 'Serial number' },
      { name: 'pin', type: 'text', label: 'PIN', sensitive: true },
      { name: 'notes', type: 'multiline', label: 'What happened' },
      { name: 'steps', type: 'multiline', label: 'Steps' },
      { name: 'agreed', type: 'consent', label: 'You may open it' },
      { name: 'urgent', type: 'checkbox', label: 'It is urgent' },
      {
        name: 'parts',
        type: 'choices',
        label: 'Parts',
        options: [
          { value: 'a', label: 'Antenna' },
          { label: 'Power', options: [{ value: 'b', label: 'Battery' }] },
        ],
      },
    ],
  };

  it('takes the first field of many lines where there is no description, and its first line as subject', () => {
    const { subject, body } = write({ notes: 'It smokes.\nA lot.', steps: 'One\nTwo' }, form);
    assert.equal(subject, 'It smokes.');
    assert.equal(body, 'It smokes.\nA lot.\n\nSteps:\nOne\nTwo');
  });

  it('says answers in words, and nothing of what was not answered or is sensitive', () => {
    const values = { serial: 'SN-1', pin: '1234', agreed: true, urgent: false, parts: ['a', 'b'] };
    assert.deepEqual(write({ ...values, notes: '  ' }, form), {
      subject: '',
      body: 'Serial number: SN-1\nYou may open it: Yes\nParts: Antenna, Battery',
    });
  });

  it('leaves out what it is asked to leave out', () => {
    const { body } = draftText({ values: { serial: 'SN-1', notes: 'x' } }, form, {
      yes,
      without: ['serial'],
    });
    assert.equal(body, 'x');
  });

  it('is empty where nothing is written', () =>
    assert.deepEqual(write({}, form), { subject: '', body: '' }));
});
