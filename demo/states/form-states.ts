import type { CaseForm } from '../../src/elements/case-form/case-form.js';
import { defineForm } from '../../src/core/define-form.js';
import type { CaseBackend } from '../../src/ports/case-backend.js';
import { never, type State } from './gallery.js';

const definition = defineForm({
  id: 'states',
  fields: [
    { name: 'subject', type: 'text', label: 'Subject', required: true, maxLength: 60 },
    {
      name: 'urgency',
      type: 'choice',
      display: 'radio',
      label: 'How urgent is it?',
      required: true,
      options: [
        { value: 'work', label: 'We can work' },
        { value: 'stop', label: 'Work has stopped' },
      ],
    },
    {
      name: 'description',
      type: 'multiline',
      label: 'Description',
      help: 'What happened?',
      rows: 3,
    },
    { name: 'consent', type: 'consent', label: 'You may call me about this', required: true },
  ],
});

const written = {
  subject: 'The order desk shows an empty page',
  urgency: 'work',
  description: 'Since this morning, in every browser.',
  consent: true,
};

function form(
  submit: CaseBackend['submit'],
  prefill: object = written,
  capabilities: CaseBackend['capabilities'] = {},
): CaseForm {
  const created = document.createElement('case-form');
  created.setAttribute('keep-drafts', 'off');
  return Object.assign(created, { definition, prefill, backend: { submit, capabilities } });
}

function submitted(name: string, element: CaseForm): State {
  return {
    name,
    element,
    bring: async () => {
      await element.updateComplete;
      await element.submit();
    },
  };
}

const sending = form(() => never);
const busy = form(() =>
  Promise.reject(Object.assign(new Error('Busy'), { status: 429, retryAfter: 3600 })),
);
const solved = form(() => never);

const solution = {
  title: 'An empty page after signing in',
  url: '/desk/articles/blank-page-after-sign-in',
};

export const formStates: readonly State[] = [
  { name: 'Editing', element: form(() => never) },
  {
    name: 'A text near its limit',
    element: form(() => never, {
      ...written,
      subject: 'The order desk shows an empty page since this morning, again',
    }),
  },
  submitted(
    'Answers that need attention',
    form(() => never, {}),
  ),
  submitted(
    'Refused',
    form(() =>
      Promise.resolve({
        issues: [{ path: ['subject'], message: 'There is a case about this: 17705236.' }],
      }),
    ),
  ),
  // It never ends, so nobody waits for it.
  {
    name: 'Sending',
    element: sending,
    bring: async () => {
      await sending.updateComplete;
      void sending.submit();
    },
  },
  {
    name: 'Waiting for a busy service',
    element: busy,
    bring: async () => {
      await busy.updateComplete;
      void busy.submit();
    },
  },
  submitted(
    'Failed',
    form(() => Promise.reject(new Error('No connection')), written, { idempotent: false }),
  ),
  submitted(
    'Submitted',
    form(() => Promise.resolve({ number: '17705236', url: '/desk/cases/example' })),
  ),
  {
    name: 'Solved',
    element: solved,
    bring: () => {
      solved.consult(solution, 'accepted');
    },
  },
];
