import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiptText } from '../../src/core/receipt-text.js';
import { caseText } from '../../src/core/views/case-text.js';
import { enView } from '../../src/locales/en-view.js';
import { aCase } from '../support/scripted-backend.js';

test('a receipt has the number, the way back, the words as written and the names of files', () => {
  const text = receiptText(
    { title: 'Case number: 4711', time: 'today', url: 'https://example.com/cases/x.y' },
    {
      key: 'a-key-of-a-draft',
      form: 'device',
      values: {
        subject: 'It beeps',
        description: 'All night.\n\nAll day.',
        urgent: true,
        pin: '42',
      },
      attachments: [
        { id: '1', name: 'beep\u202egnp.exe', size: 1, type: '', status: 'uploaded', ref: 'r' },
      ],
    },
    {
      id: 'device',
      fields: [
        { name: 'subject', type: 'text', label: 'Subject' },
        { name: 'description', type: 'multiline', label: 'Description' },
        { name: 'urgent', type: 'checkbox', label: 'It is urgent' },
        { name: 'pin', type: 'text', label: 'PIN', sensitive: true },
      ],
    },
  );
  assert.equal(
    text,
    `Case number: 4711
today
https://example.com/cases/x.y

It beeps

All night.

All day.

It is urgent: ✓

- beep[U+202E]gnp.exe
`,
  );
});

test('a receipt of a form without a subject has no line twice', () => {
  const field = { name: 'description', type: 'multiline', label: 'Description' };
  const text = receiptText(
    { title: 'Case number: 4711', time: 'today' },
    {
      key: 'a-key-of-a-draft',
      form: 'short',
      values: { description: 'It beeps.\nAll night.' },
      attachments: [],
    },
    { id: 'short', fields: [field] },
  );
  assert.equal(text, 'Case number: 4711\ntoday\n\nIt beeps.\nAll night.\n');
});

test('a status that the desk calls the same is said once', () => {
  const text = (label: string) => caseText(aCase({ status: 'solved', label }), enView);
  assert.match(text('Solved'), /^Status: Solved$/m);
  assert.match(text('Closed'), /^Status: Solved \(Closed\)$/m);
});

test('a case as a text says how it stands, and what was written since', () => {
  const file = { id: '1', name: 'log.txt', size: 1, type: 'text/plain' };
  const shown = aCase({
    attachments: [file],
    comments: [
      {
        id: 'c1',
        author: { name: 'Ada', isStaff: true },
        text: 'Try again.',
        created: '2026-03-02T10:00:00Z',
        attachments: [file],
      },
    ],
  });
  const when = (iso: string) => enView.moment(new Date(iso));
  assert.equal(
    caseText(shown, enView, 'https://example.com/cases/4711'),
    `Case 4711
https://example.com/cases/4711
Opened: ${when(shown.created)}
Last change: ${when(shown.updated)}
Status: With the support team (New)
Severity: High
Owner: Ada
Contact: maria@example.com
Product: System Management

Access - password reset

Cannot sign in.

- log.txt

Ada · ${when('2026-03-02T10:00:00Z')}
Try again.
- log.txt
`,
  );
});
