/** Texts of the foot of an article. */
export interface HelpfulMessages {
  question: string;
  yes: string;
  no: string;
  count(yes: number, total: number): string;
  thanks: string;
  failed: string;
  /** Asks why the article did not help. */
  why: string;
  /** Reasons by value, where the host gives none. */
  reasons: Readonly<Record<string, string>>;
  comment: string;
  send: string;
  reasonSent: string;
  more: string;
  request: string;
  related: string;
}

const number = /* @__PURE__ */ new Intl.NumberFormat('en');

/** The English texts; they come with what shows them. */
export const enHelpful: HelpfulMessages = {
  question: 'Was this helpful?',
  yes: 'Yes',
  no: 'No',
  count: (yes, total) => `${number.format(yes)} out of ${number.format(total)} found this helpful`,
  thanks: 'Thank you for saying so.',
  failed: 'Your answer was not sent. Try again.',
  why: 'What was wrong?',
  reasons: {
    unclear: 'It is hard to follow',
    incomplete: 'Something is missing',
    outdated: 'It is out of date',
    failed: 'I did it, and it did not help',
    other: 'It is about something else',
  },
  comment: 'Tell us more',
  send: 'Send',
  reasonSent: 'Thank you. This is how articles get better.',
  more: 'Have more questions?',
  request: 'Submit a request',
  related: 'Articles in this section',
};
