import { newKey } from '../../src/core/key.js';
import { buildDetails } from '../../src/elements/case-diagnostics/case-diagnostics.js';
import type { CaseExisting } from '../../src/elements/case-existing/case-existing.js';
import type { CaseIncidents } from '../../src/elements/case-incidents/case-incidents.js';
import { enExisting } from '../../src/locales/en-existing.js';
import { enIncidents } from '../../src/locales/en-incidents.js';
import { en } from '../../src/locales/en.js';
import type { CaseBackend } from '../../src/ports/case-backend.js';
import type { CaseSummary } from '../../src/schema/case.js';
import type { Draft } from '../../src/schema/draft.js';
import type { Incident } from '../../src/schema/incident.js';
import { never, type State } from './gallery.js';

const signIn: Incident = {
  id: 'sign-in',
  title: 'Sign-in is slow for some organisations',
  state: 'identified',
  started: '2026-11-22T06:40:00Z',
  url: '/article/',
  components: ['Account and access', 'Sign-in'],
};
const reports: Incident = {
  id: 'reports',
  title: 'Scheduled reports arrive late',
  state: 'monitoring',
  label: 'Mostly mended',
};

const open: CaseSummary = {
  number: '17705236',
  subject: 'Import of orders stops at row 200',
  status: 'awaiting-you',
  label: 'Pending',
  created: '2026-11-20T09:00:00Z',
  updated: '2026-11-21T15:30:00Z',
};

/** A notice beside what stands for a form in which something is written. */
function beside(notice: HTMLElement & { for: string }, values: Draft['values']): HTMLElement {
  const place = document.createElement('div');
  const id = `written-${crypto.randomUUID()}`;
  const draft: Draft = { key: newKey(), form: 'new-case', values, attachments: [] };
  const form = Object.assign(document.createElement('div'), { id, draft, hidden: true });
  notice.for = id;
  place.append(form, notice);
  return place;
}

const heard = (notice: HTMLElement, name: string) =>
  new Promise((resolve) => notice.addEventListener(name, resolve, { once: true }));

/** Presses a button as soon as it is there. */
async function press(notice: HTMLElement & { updateComplete: Promise<unknown> }, name: string) {
  await notice.updateComplete;
  const buttons = [...(notice.shadowRoot?.querySelectorAll('button') ?? [])];
  buttons.find(({ textContent }) => textContent.trim() === name)?.click();
  await notice.updateComplete;
}

function incidents(
  name: string,
  subject: string,
  bring: (notice: CaseIncidents) => unknown = () => undefined,
): State {
  const notice = document.createElement('case-incidents');
  const texts = { ...enIncidents, heading: `${enIncidents.heading}: ${name}` };
  Object.assign(notice, {
    source: { incidents: () => Promise.resolve([signIn, reports]), notify: () => undefined },
    messages: { ...en, incidents: texts },
  });
  const element = beside(notice, { subject, email: 'maria@northwind.example' });
  const shown = heard(notice, 'incidents-shown');
  return { name, element, bring: () => shown.then(() => bring(notice)) };
}

function existing(
  name: string,
  comment: () => unknown,
  bring: (notice: CaseExisting) => unknown = () => undefined,
): State {
  const notice = document.createElement('case-existing');
  const texts = {
    ...enExisting,
    heading: (n: number) => `${enExisting.heading(n)}: ${name}`,
    added: `${enExisting.added}: ${name}`,
  };
  const backend = {
    capabilities: { list: true, comment: true },
    list: ({ status }: { status: string }) =>
      Promise.resolve({ cases: status === open.status ? [open] : [] }),
    comment,
  };
  Object.assign(notice, {
    backend: backend as unknown as CaseBackend,
    messages: { ...en, existing: texts },
  });
  const element = beside(notice, { subject: 'Import of orders stops' });
  const shown = heard(notice, 'existing-shown');
  return { name, element, bring: () => shown.then(() => bring(notice)) };
}

const joined = {
  ...open,
  description: '',
  details: [],
  attachments: [],
  comments: [],
  isFollowed: false,
  version: '2',
  can: { comment: true, attach: true, resolve: true, reopen: false, follow: true },
};

const details = Object.assign(document.createElement('case-diagnostics'), {
  collectors: [buildDetails('4.2.1')],
  textContent: 'Send technical details along',
});
const blank = Object.assign(document.createElement('case-diagnostics'), {
  textContent: 'Send technical details along',
});

const ask = enIncidents.notify;

export const noticeStates: readonly State[] = [
  incidents('Incidents, not of the matter', 'An invoice is wrong'),
  incidents('Incident of the matter', 'I cannot sign in'),
  incidents('Asking for an address', 'I cannot sign in', (notice) => press(notice, ask)),
  incidents('Notified', 'I cannot sign in', (notice) => {
    notice.email = 'maria@northwind.example';
    return press(notice, ask);
  }),
  existing('Open case', () => never),
  existing(
    'Adding to it',
    () => never,
    (notice) => press(notice, enExisting.add),
  ),
  existing(
    'Not added',
    () => Promise.reject(new Error('No connection')),
    (notice) => {
      const failed = heard(notice, 'case-action-failed');
      void press(notice, enExisting.add);
      return failed;
    },
  ),
  existing(
    'Added',
    () => Promise.resolve(joined),
    (notice) => {
      const added = heard(notice, 'case-joined');
      void press(notice, enExisting.add);
      return added;
    },
  ),
  { name: 'Technical details, not wanted', element: blank },
  {
    name: 'Technical details',
    element: details,
    bring: async () => {
      await details.updateComplete;
      const collected = heard(details, 'input');
      details.shadowRoot?.querySelector('input')?.click();
      await collected;
    },
  },
];
