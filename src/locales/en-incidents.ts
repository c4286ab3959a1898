import type { IncidentState } from '../schema/incident.js';

/** Texts of the notice of known incidents. */
export interface IncidentMessages {
  heading: string;
  /** Where one of them may be what the person writes about. */
  relevant: string;
  states: Readonly<Record<IncidentState, string>>;
  since(date: Date): string;
  /** Before the names of what is touched. */
  touches: string;
  more: string;
  newTab: string;
  /** The one line that stands for all of them, or for those beside the relevant ones. */
  closed(count: number, title: string, which: 'all' | 'others'): string;
  /** Announced, once for each. */
  known(title: string): string;
  maybe(title: string): string;
  notify: string;
  subscribe: string;
  email: string;
  send: string;
  cancel: string;
  emailInvalid: string;
  failed: string;
  /** The address is empty where the page knows the person. */
  notified(email: string): string;
  /** Asks whether the request is needed any more. */
  enough: string;
  end: string;
  keepWriting: string;
  ended: string;
  undo: string;
}

const moment = /* @__PURE__ */ new Intl.DateTimeFormat('en', {
  dateStyle: 'medium',
  timeStyle: 'short',
});

/** The English texts; they come with what shows them. */
export const enIncidents: IncidentMessages = {
  heading: 'Known problems',
  relevant: 'This may be why',
  states: {
    investigating: 'Being looked into',
    identified: 'Cause found',
    monitoring: 'Mended, and being watched',
    resolved: 'Over',
    maintenance: 'Planned work',
  },
  since: (date) => `since ${moment.format(date)}`,
  touches: 'Touches',
  more: 'More about it',
  newTab: '(new tab)',
  closed: (n, title, which) =>
    n === 1
      ? `Known problem: ${title}`
      : `${n} ${which === 'others' ? 'other known' : 'known'} problems`,
  known: (title) => `Known problem: ${title}.`,
  maybe: (title) => `A known problem may be why: ${title}.`,
  notify: 'Notify me when it changes',
  subscribe: 'Ask there to be notified',
  email: 'Email address',
  send: 'Notify me',
  cancel: 'Cancel',
  emailInvalid: 'Enter an email address like name@example.com.',
  failed: 'That may not have worked. Try again.',
  notified: (email) =>
    email ? `You will be told at ${email}.` : 'You will be told when something changes.',
  enough: 'Do you still need to send your request? What you wrote is still here.',
  end: 'No, drop it',
  keepWriting: 'Keep writing',
  ended: 'Your request was dropped. Nothing was sent.',
  undo: 'Bring it back',
};
