import type { CaseList } from '../../src/elements/case-list/case-list.js';
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

function list(answer: () => unknown, capabilities = everything): CaseList {
  const backend: CaseBackend = {
    submit: () => never,
    capabilities,
    list: () => Promise.resolve().then(answer) as Promise<CasePage>,
  };
  return Object.assign(document.createElement('case-list'), { backend, newHref: '/cases/#new' });
}

export const listStates: readonly State[] = [
  {
    name: 'A page of many cases',
    element: list(() => ({ cases: rows, total: 41_208, next: 'two' })),
  },
  {
    name: 'A backend that lists and nothing else',
    element: list(() => ({ cases: rows }), { list: true }),
  },
  { name: 'No case yet', element: list(() => ({ cases: [] })) },
  { name: 'Loading', element: list(() => never) },
  {
    name: 'The cases could not be loaded',
    element: list(() => Promise.reject(new Error('No connection'))),
  },
  {
    name: 'Signed out',
    element: list(() => ({ issues: [{ path: [], message: 'Who?', code: 'identity' }] })),
  },
];
