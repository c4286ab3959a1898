import { enList } from '../../src/locales/en-list.js';
import type { BackendCapabilities, CaseBackend } from '../../src/ports/case-backend.js';
import type { CaseSummary } from '../../src/schema/case.js';
import type { CasePage } from '../../src/schema/case-query.js';
import { never, type State } from './gallery.js';

const everything: BackendCapabilities = {
  list: true,
  copied: true,
  organisation: true,
  search: true,
  sort: true,
};

const rows: CaseSummary[] = [
  {
    number: '17705236',
    subject: 'Access - password reset for a colleague',
    status: 'awaiting-you',
    label: 'Pending',
    severity: 'High',
    owner: 'Sam Rivera',
    isUnread: true,
  },
  { number: '17704911', subject: 'Import rejects rows', status: 'open', label: 'New' },
  {
    number: '17704630',
    subject: 'An invoice is missing, and another one has arrived twice since September',
    status: 'solved',
    label: 'Solved',
    severity: 'Normal',
    owner: 'Ada Byrne',
  },
].map((row) => ({
  created: '2026-11-02T09:12:00Z',
  updated: '2026-11-03T14:40:00Z',
  url: undefined,
  ...row,
})) as CaseSummary[];

function list(name: string, answer: () => unknown, capabilities = everything): State {
  const backend: CaseBackend = {
    submit: () => never,
    capabilities,
    list: () => Promise.resolve().then(answer) as Promise<CasePage>,
  };
  // Each list is a region of the page, and regions are told apart by their names.
  const heading = `${enList.heading}: ${name}`;
  const recent = `${enList.recent}: ${name}`;
  const element = Object.assign(document.createElement('case-list'), {
    backend,
    newHref: '/cases/#new',
    messages: { language: 'en', direction: 'ltr', list: { ...enList, heading, recent } },
  });
  return { name, element };
}

export const listStates: readonly State[] = [
  list('A page of many cases', () => ({ cases: rows, total: 41_208, next: 'two' })),
  list('A backend that lists and nothing else', () => ({ cases: rows }), { list: true }),
  list('No case yet', () => ({ cases: [] })),
  list('Loading', () => never),
  list('The cases could not be loaded', () => Promise.reject(new Error('No connection'))),
  list('Signed out', () => ({ issues: [{ path: [], message: 'Who?', code: 'identity' }] })),
];
