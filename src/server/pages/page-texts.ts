import type { Consulted } from '../../schema/consulted.js';
import type { StoredCase } from '../store/case-rows.js';

/** Texts of the desk's own pages and answers, beyond those that the form has already. */
export interface PageTexts {
  caseTitle(number: string): string;
  status: string;
  statuses: Readonly<Record<StoredCase['status'], string>>;
  opened: string;
  time(date: Date): string;
  yes: string;
  /** Above what a person had written for a case before they wrote on. */
  earlier: string;
  /** Above the articles that a person had been shown before they opened a case. */
  consulted: string;
  /** What became of one of them. */
  consultedAs: Readonly<Record<Consulted['as'], string>>;
  articleUpdated(date: Date): string;
  /** Above what was said under a case. */
  comments: string;
  staff: string;
  /** Leads to a file that says what was sent. */
  receipt: string;
  link: string;
  notFound: string;
  notFoundHint: string;
  /** Above a refused form. */
  refused: string;
  keptFiles: string;
  moreFiles: string;
  caseNotFound: string;
  /** Who asks is unknown, and only whom the host knows has an answer. */
  signIn: string;
  /** Who asks says who they are, and is not valid. */
  invalidUser: string;
  notAllowed: string;
  emptyComment: string;
  /** What was sent is not of the right form. */
  notValid: string;
  unknownForm: string;
  unknownFile: string;
  tooManyFiles(limit: number): string;
  /** @param size - The limit in words. */
  fileTooLarge(name: string, size: string): string;
  fileKind(name: string): string;
  /** @param size - The limit in words. */
  tooLarge(size: string): string;
  /** Of the page that says how the searches for help have ended. */
  deflection: Readonly<
    Record<
      | 'title'
      | 'funnel'
      | 'sessions'
      | 'shown'
      | 'opened'
      | 'accepted'
      | 'solved'
      | 'submitted'
      | 'left'
      | 'vain'
      | 'votes'
      | 'reasons',
      string
    >
  > & { helpful(yes: number, total: number): string };
}

const time = new Intl.DateTimeFormat('en', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});
const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

/** English. */
export const englishPageTexts: PageTexts = {
  caseTitle: (number) => `Case ${number}`,
  status: 'Status',
  statuses: { open: 'Open', 'awaiting-you': 'Awaiting your reply', solved: 'Solved' },
  opened: 'Opened',
  time: (date) => `${time.format(date)} UTC`,
  yes: 'Yes',
  earlier: 'What you had written before',
  consulted: 'Articles seen before',
  consultedAs: {
    shown: 'shown',
    opened: 'read',
    refused: 'not what was needed',
    accepted: 'said to have solved it',
  },
  articleUpdated: (date) => `Updated ${day.format(date)}`,
  comments: 'Comments',
  staff: 'Support',
  receipt: 'Download a receipt',
  link: 'Link',
  notFound: 'There is no page at this address',
  notFoundHint: 'Check that the link is whole: mail programs sometimes break long ones in two.',
  refused: 'Your request was not sent yet',
  keptFiles: 'Files that go along',
  moreFiles: 'Add files',
  caseNotFound: 'There is no such case, or it is not yours.',
  signIn: 'Sign in to see your cases.',
  invalidUser:
    'Your account is not valid here. Sign in again, or ask your administrator. Nothing that you wrote is lost.',
  notAllowed: 'You cannot do this with this case now.',
  emptyComment: 'Write something, or add a file.',
  notValid: 'This is not valid.',
  unknownForm: 'This form is not known here any more. Load the page again.',
  unknownFile: 'This file is not here any more. Remove it and add it again.',
  tooManyFiles: (limit) => `At most ${limit} files can go along.`,
  fileTooLarge: (name, size) => `${name} is larger than ${size}.`,
  fileKind: (name) => `Files like ${name} are not taken.`,
  tooLarge: (size) => `This is too much to be sent at once: at most ${size}.`,
  deflection: {
    title: 'How searches for help have ended',
    funnel: 'Sessions',
    sessions: 'All',
    shown: 'An article was shown',
    opened: 'An article was read',
    accepted: 'An article was said to have solved it',
    solved: 'Ended as solved by an article',
    submitted: 'Ended with a case',
    left: 'Left without saying',
    vain: 'Searches that found nothing',
    votes: 'Articles that have helped least',
    reasons: 'Why an article did not help',
    helpful: (yes, total) => `${yes} of ${total} found it helpful`,
  },
};
