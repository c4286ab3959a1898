import type { CaseListMessages, ListMessages } from './en.js';

const number = /* @__PURE__ */ new Intl.NumberFormat('en');
const day = /* @__PURE__ */ new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

const list: ListMessages = {
  status: {
    open: 'With the support team',
    'awaiting-you': 'Waiting for your reply',
    solved: 'Solved',
  },
  filters: { all: 'All', open: 'Open', 'awaiting-you': 'Awaiting your reply', solved: 'Solved' },
  scopes: {
    mine: 'My requests',
    copied: 'Requests I am copied on',
    organisation: 'My organisation’s requests',
  },
  refusals: {
    notFound: 'There are no such cases here.',
    identity: 'Nobody knows who you are any more. Sign in again, then try again.',
    notAllowed: 'You may not see these cases. Choose others, or ask your organisation.',
  },
  heading: 'Cases',
  whose: 'Whose',
  which: 'Status',
  search: 'Search cases',
  newCase: 'New case',
  columns: {
    number: 'Number',
    subject: 'Subject',
    requester: 'From',
    status: 'Status',
    severity: 'Severity',
    owner: 'Owner',
    created: 'Opened',
    updated: 'Last change',
  },
  day: (date) => day.format(date),
  count: (n) => number.format(n),
  isNew: 'New',
  loading: 'Loading cases…',
  failed: 'The cases could not be loaded.',
  tryAgain: 'Try again',
  none: 'No cases yet.',
  noneFound: 'No case fits. Choose or search otherwise.',
  range: (from, to, total) =>
    `${number.format(from)}–${number.format(to)}${total === undefined ? '' : ` of ${number.format(total)}`}`,
  previous: 'Previous page',
  next: 'Next page',
  recent: 'Recently viewed',
};

/** The English texts; they come with `<case-list>`. */
export const enList: ListMessages = list;
export const enCaseList: CaseListMessages = { language: 'en', direction: 'ltr', list };
