import type { CaseDeskMessages, DeskMessages } from './en.js';

const desk: DeskMessages = {
  label: 'Support',
  new: 'New case',
  cases: 'My cases',
  case: 'Case',
  loading: 'Loading…',
  failed: 'This part of the page could not be loaded.',
  tryAgain: 'Try again',
  submitted: (number) => `Your request has arrived. It is case ${number}.`,
  keepAddress:
    'Keep the address of this page, or the receipt: without an account, nothing else leads back to it.',
};

/** The English texts; they come with `<case-desk>`. */
export const enDesk: DeskMessages = desk;
export const enCaseDesk: CaseDeskMessages = { language: 'en', direction: 'ltr', desk };
