import type { RefusalMessages, StatusMessages } from './en.js';

/** Texts of the notice that there is an open case about the same thing. */
export interface ExistingMessages {
  heading(count: number): string;
  status: StatusMessages;
  refusals: RefusalMessages;
  number: string;
  changed(date: Date): string;
  read: string;
  add: string;
  adding: string;
  /** Says what goes to the case. */
  goes(files: number): string;
  /** Files cannot go along with a comment. */
  filesStay: string;
  filesFailed(count: number): string;
  failed: string;
  /** It is on its way as a new case, or to another one. */
  busy: string;
  other: string;
  added: string;
  addedFiles(count: number): string;
  open: string;
  /** Stands for a tick. */
  yes: string;
}

const day = /* @__PURE__ */ new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

/** The English texts; they come with what shows them. */
export const enExisting: ExistingMessages = {
  heading: (n) =>
    n === 1
      ? 'You already have an open case about this'
      : 'You already have open cases that may be about this',
  status: {
    open: 'With the support team',
    'awaiting-you': 'Waiting for your reply',
    solved: 'Solved',
  },
  refusals: {
    notFound: 'The case is not there any more. Send this as a new one.',
    identity: 'Nobody knows who you are any more. Sign in again: what you wrote stays here.',
    notAllowed: 'You may not add to this case. Send this as a new one.',
  },
  number: 'Case',
  changed: (date) => `last change ${day.format(date)}`,
  read: 'Read it',
  add: 'Add this to it',
  adding: 'Adding…',
  goes: (n) =>
    n === 0
      ? 'What you wrote goes to the case as a comment. No new case is opened.'
      : `What you wrote and ${n === 1 ? 'your file' : `your ${n} files`} go to the case as a comment. No new case is opened.`,
  filesStay: 'Your files cannot be added from here: open the case, and add them there.',
  filesFailed: (n) =>
    n === 1
      ? 'A file was not uploaded. Try again or remove it.'
      : `${n} files were not uploaded. Try again or remove them.`,
  failed: 'That may not have arrived. What you wrote is still here: try again, it comes only once.',
  busy: 'Your request is being sent already.',
  other: 'This is about something else',
  added: 'What you wrote is on your case',
  addedFiles: (n) => (n === 1 ? '1 file is with it.' : `${n} files are with it.`),
  open: 'Open the case',
  yes: 'Yes',
};
