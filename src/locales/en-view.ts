import type { CaseViewMessages, StatusMessages, ViewMessages } from './en.js';

const moment = /* @__PURE__ */ new Intl.DateTimeFormat('en', {
  dateStyle: 'medium',
  timeStyle: 'short',
});
const count = (n: number, one: string, other: string) => `${n} ${n === 1 ? one : other}`;

export const enStatus: StatusMessages = {
  open: 'With the support team',
  'awaiting-you': 'Waiting for your reply',
  solved: 'Solved',
};

const view: ViewMessages = {
  status: enStatus,
  refusals: {
    notFound:
      'There is no such case here. Check the address, or sign in as somebody who may see it.',
    identity: 'Nobody knows who you are any more. Sign in again, then try again.',
    notAllowed: 'You may not do this, or not now. Ask whoever opened the case.',
  },
  number: 'Case',
  statusLabel: 'Status',
  severity: 'Severity',
  owner: 'Owner',
  nobody: 'Nobody yet',
  requester: 'For',
  organisation: 'Organisation',
  contact: 'Contact',
  created: 'Opened',
  updated: 'Last change',
  description: 'Description',
  moment: (date) => moment.format(date),
  size(bytes) {
    const power = Math.min(Math.floor(Math.log10(bytes || 1) / 3), 3);
    return new Intl.NumberFormat('en', {
      style: 'unit',
      unit: `${['', 'kilo', 'mega', 'giga'][power]}byte`,
      unitDisplay: power ? 'short' : 'long',
      maximumFractionDigits: 1,
    }).format(bytes / 1000 ** power);
  },
  loading: 'Loading the case…',
  failed: 'The case could not be loaded.',
  tryAgain: 'Try again',
  stale: 'This may not be the newest: nobody could be reached.',
  attachments: 'Attachments',
  noAttachments: 'No files yet.',
  fileName: 'Name',
  addedBy: 'Added by',
  added: 'Date',
  fileSize: 'Size',
  addFiles: 'Add files to the case',
  conversation: 'Conversation',
  noComments: 'Nobody has written yet.',
  newestFirst: 'Show the newest first',
  oldestFirst: 'Show the oldest first',
  staff: 'Support',
  isNew: 'New',
  reply: 'Your reply',
  replyFiles: 'Add files to the reply',
  send: 'Send the reply',
  sending: 'Sending…',
  replyEmpty: 'Write something first, or add a file.',
  replyFailed: 'Your reply may not have arrived. It is still here: try again, it comes only once.',
  filesFailed: (n) =>
    `${count(n, 'file was', 'files were')} not uploaded. Try again or remove ${n === 1 ? 'it' : 'them'}.`,
  replied: 'Your reply is on the case.',
  showWaiting: 'Something new has come: show it',
  follow: 'Follow',
  resolve: 'Mark as solved',
  reopen: 'Open again',
  receipt: 'Download a receipt',
  done: {
    attach: 'The files are on the case.',
    resolve: 'The case is solved.',
    reopen: 'The case is open again.',
    follow: 'You follow the case.',
    unfollow: 'You no longer follow the case.',
  },
  actFailed: 'That may not have worked.',
  arrived: ({ comments, author, attachments }) =>
    [
      comments === 1 ? `New reply from ${author}.` : comments ? `${comments} new replies.` : '',
      attachments ? `${count(attachments, 'new file', 'new files')}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  statusIs: (status) => `Status: ${status}.`,
};

/** The English texts; they come with `<case-view>`. */
export const enView: ViewMessages = view;
export const enCaseView: CaseViewMessages = { language: 'en', direction: 'ltr', view };
