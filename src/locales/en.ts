import type { DiagnosticsMessages } from './en-diagnostics.js';
import type { ExistingMessages } from './en-existing.js';
import type { EndingMessages } from './en-ending.js';
import type { FileMessages } from './en-files.js';
import type { HelpfulMessages } from './en-helpful.js';
import type { IdentityMessages } from './en-identity.js';
import type { IncidentMessages } from './en-incidents.js';
import type { LauncherMessages } from './en-launcher.js';
import type { MailMessages } from './en-mail.js';
import type { RoutingMessages } from './en-routing.js';
import type { SentMessages } from './en-sent.js';

export type { FileMessages };

/** Says what is wrong with a field; keys are the codes of issues. */
export interface ErrorMessages {
  required(label: string): string;
  tooShort(label: string, limit: number): string;
  tooLong(label: string, limit: number): string;
  tooSmall(label: string, limit: number | string): string;
  tooBig(label: string, limit: number | string): string;
  email: string;
  phone: string;
  url: string;
  number: string;
  step(label: string, step: number): string;
  date: string;
  option(label: string): string;
  pattern(label: string): string;
  consent(label: string): string;
  invalid(label: string): string;
  /** Files that were not sent hold back the draft. */
  filesFailed(count: number): string;
}

/** Texts of the new-case form. */
export interface FormMessages {
  submit: string;
  sending: string;
  waitingForFiles: string;
  cancel: string;
  tryAgain: string;
  optional: string;
  /** The first, empty answer of a select. */
  choose: string;
  summary(count: number): string;
  failed: string;
  failedHint: string;
  submitted: string;
  solved: string;
  characters(used: number, limit: number): string;
}

/** Texts of the default definition, the new-case form of a partner portal. */
export interface NewCaseMessages {
  requester: string;
  requesterHelp: string;
  contact: string;
  contactEmail: string;
  contactPhone: string;
  contactCase: string;
  email: string;
  phone: string;
  product: string;
  topic: string;
  subject: string;
  subjectHelp: string;
  description: string;
  descriptionHelp: string;
  /** Products by value, where the host gives none. */
  products: Readonly<Record<string, string>>;
  /** Topics by the value of their product, where the host gives none. */
  topics: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Texts of the recommended-solutions panel. */
export interface SolutionMessages {
  heading: string;
  intro: string;
  found(count: number): string;
  failed: string;
  tryAgain: string;
  /** How long ago; `today` is no days. */
  updated(count: number, unit: 'day' | 'week' | 'month' | 'year'): string;
  date(date: Date): string;
  back: string;
  openArticle: string;
  newTab: string;
  /** Above the headings of an article. */
  outline: string;
  solved: string;
  refuse: string;
  /** Better articles have been found, and wait until nothing moves under the pointer. */
  newer: string;
  thanks: string;
}

/** Texts of the upload area. */
export interface UploadMessages {
  label: string;
  choose: string;
  drop: string;
  limits(limits: { maxFiles: number; maxSize: number; accept: readonly string[] }): string;
  size(bytes: number): string;
  waiting: string;
  uploading(percent: number): string;
  uploaded: string;
  /** Was to be removed, and could not be. */
  kept: string;
  enclosed: string;
  failed: string;
  cancel(name: string): string;
  retry(name: string): string;
  remove(name: string): string;
  /** Stands below the name of a file that was not added, or of a folder that was only added in part. */
  rejected(
    reason: 'type' | 'size' | 'count' | 'empty' | 'content' | 'folder',
    limits: { maxFiles: number; maxSize: number },
  ): string;
  /** Stands below the first few rejected files. */
  rejectedMore(count: number): string;
  /** Announced when the list changes; also what holds back a form of the page. */
  progress(ready: number, total: number): string;
  required: string;
  pastedName: string;
  /** Says that pictures lose what they tell of their owner. */
  private: string;
  /** Takes a picture of the screen, or with the camera where the browser cannot. */
  screenshot: string;
  photo: string;
  /** Texts that are only shown once there are files. */
  more(): Promise<FileMessages>;
}

/** Texts about the draft as it is kept. */
export interface DraftMessages {
  /** Names the part of the form that says how the draft is kept. */
  heading: string;
  saved: string;
  savedInTab: string;
  /** The choice to keep a draft on a device whose person is not known. */
  keep: string;
  restored(at: Date, isToday: boolean): string;
  startOver: string;
  changedElsewhere: string;
  droppedElsewhere: string;
  beingSent: string;
  sentElsewhere(number: string): string;
  /** Above what no longer fits the form. */
  leftovers: string;
  dismiss: string;
  /** Why the draft, or a file of it, is not kept. */
  unsaved(problem: 'blocked' | 'full' | 'slow' | 'files'): string;
  secret(label: string, kinds: readonly ('password' | 'key' | 'token' | 'card')[]): string;
  secretHint: string;
  mask: string;
  sendAsIs: string;
}

/** What a form says while a request is on its way, and where that does not go smoothly. */
export interface DeliveryMessages {
  slow: string;
  offline: string;
  failing: string;
  busy(until: Date): string;
  tryNow: string;
  stop: string;
  /** Said of a draft that comes back; what follows says what to do. */
  interrupted: string;
  /** Nothing is lost by another try. */
  repeat: string;
  /** A case may exist, and nobody can be asked. */
  unknown: string;
  /** What is said of a case that was sent, and of its files. */
  sent(): Promise<SentMessages>;
}

/** What a case waits for, in words. */
export type StatusMessages = Readonly<Record<'open' | 'awaiting-you' | 'solved', string>>;

/** Why a backend has refused, and what to do about it. */
export type RefusalMessages = Readonly<Record<'notFound' | 'identity' | 'notAllowed', string>>;

/** Texts of one case. */
export interface ViewMessages {
  status: StatusMessages;
  refusals: RefusalMessages;
  /** Before a case number. */
  number: string;
  statusLabel: string;
  severity: string;
  owner: string;
  /** Stands for an owner where there is none. */
  nobody: string;
  requester: string;
  organisation: string;
  contact: string;
  created: string;
  updated: string;
  description: string;
  /** A date with its time of day. */
  moment(date: Date): string;
  size(bytes: number): string;
  loading: string;
  failed: string;
  tryAgain: string;
  /** What is shown may not be the newest. */
  stale: string;
  attachments: string;
  noAttachments: string;
  fileName: string;
  addedBy: string;
  added: string;
  fileSize: string;
  addFiles: string;
  conversation: string;
  noComments: string;
  newestFirst: string;
  oldestFirst: string;
  /** Beside the name of a helper. */
  staff: string;
  isNew: string;
  reply: string;
  replyFiles: string;
  send: string;
  sending: string;
  replyEmpty: string;
  replyFailed: string;
  filesFailed(count: number): string;
  replied: string;
  showWaiting: string;
  follow: string;
  resolve: string;
  reopen: string;
  /** Gives the case as a file. */
  receipt: string;
  done: Readonly<Record<'attach' | 'resolve' | 'reopen' | 'follow' | 'unfollow', string>>;
  /** Before the button that tries again. */
  actFailed: string;
  /** Announced; `author` is who has written last. */
  arrived(news: { comments: number; author: string; attachments: number }): string;
  statusIs(status: string): string;
}

/** Texts of the list of cases. */
export interface ListMessages {
  status: StatusMessages;
  filters: Readonly<Record<'all' | 'open' | 'awaiting-you' | 'solved', string>>;
  scopes: Readonly<Record<'mine' | 'copied' | 'organisation', string>>;
  refusals: RefusalMessages;
  heading: string;
  /** Names the choice of scopes, and that of statuses. */
  whose: string;
  which: string;
  search: string;
  newCase: string;
  columns: Readonly<
    Record<
      'number' | 'subject' | 'requester' | 'status' | 'severity' | 'owner' | 'created' | 'updated',
      string
    >
  >;
  day(date: Date): string;
  count(count: number): string;
  isNew: string;
  loading: string;
  failed: string;
  tryAgain: string;
  none: string;
  noneFound: string;
  range(from: number, to: number, total: number | undefined): string;
  previous: string;
  next: string;
  recent: string;
}

/** Texts of the whole support page. */
export interface DeskMessages {
  /** Names the navigation. */
  label: string;
  new: string;
  cases: string;
  case: string;
  loading: string;
  failed: string;
  tryAgain: string;
  submitted(number: string): string;
  /** Tells a guest that nothing else leads back to their case. */
  keepAddress: string;
}

/** Every text that the elements show, in one language. */
export interface Messages {
  /** A BCP 47 tag. */
  language: string;
  direction: 'ltr' | 'rtl';
  errors: ErrorMessages;
  form: FormMessages;
  newCase: NewCaseMessages;
  solutions: SolutionMessages;
  upload: UploadMessages;
  /** English where a language has none, as in all that follow; so English comes with what says it. */
  drafts?: DraftMessages;
  delivery?: DeliveryMessages;
  view?: ViewMessages;
  list?: ListMessages;
  desk?: DeskMessages;
  launcher?: LauncherMessages;
  helpful?: HelpfulMessages;
  ending?: EndingMessages;
  identity?: IdentityMessages;
  mail?: MailMessages;
  diagnostics?: DiagnosticsMessages;
  incidents?: IncidentMessages;
  existing?: ExistingMessages;
  routing?: RoutingMessages;
}

/** What `<case-form>` shows. */
export type CaseFormMessages = Omit<
  Messages,
  | 'solutions'
  | 'upload'
  | 'view'
  | 'list'
  | 'desk'
  | 'launcher'
  | 'helpful'
  | 'incidents'
  | 'existing'
>;
/** What `<case-solutions>` shows. */
export type CaseSolutionsMessages = Pick<Messages, 'language' | 'direction' | 'solutions'>;
/** What `<case-upload>` shows. */
export type CaseUploadMessages = Pick<Messages, 'language' | 'direction' | 'upload'>;
/** What `<case-view>` shows, with the words of the upload area in it, and those about a reply that is kept. */
export type CaseViewMessages = Pick<Messages, 'language' | 'direction' | 'view' | 'drafts'> &
  Partial<Pick<Messages, 'upload'>>;
/** What `<case-list>` shows. */
export type CaseListMessages = Pick<Messages, 'language' | 'direction' | 'list'>;
/** What `<case-desk>` shows, with the words of all that is in it. */
export type CaseDeskMessages = Pick<Messages, 'language' | 'direction'> & Partial<Messages>;
/** What `<case-launcher>` shows, and what it hands to the form that it opens. */
export type CaseLauncherMessages = Pick<Messages, 'language' | 'direction'> & Partial<Messages>;
/** What `<case-helpful>` shows. */
export type CaseHelpfulMessages = Pick<Messages, 'language' | 'direction' | 'helpful'>;
/** What `<case-incidents>` shows. */
export type CaseIncidentsMessages = Pick<Messages, 'language' | 'direction' | 'incidents'>;
/** What `<case-existing>` shows. */
export type CaseExistingMessages = Pick<Messages, 'language' | 'direction' | 'existing'>;
/** What `<case-diagnostics>` shows. */
export type CaseDiagnosticsMessages = Pick<Messages, 'language' | 'direction' | 'diagnostics'>;

const number = /* @__PURE__ */ new Intl.NumberFormat('en');
const day = /* @__PURE__ */ new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
const ago = /* @__PURE__ */ new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const count = (n: number, one: string, other: string) =>
  `${number.format(n)} ${n === 1 ? one : other}`;

function size(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(bytes || 1) / 3), 3);
  return new Intl.NumberFormat('en', {
    style: 'unit',
    unit: `${['', 'kilo', 'mega', 'giga'][power]}byte`,
    unitDisplay: power ? 'short' : 'long',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
}

const errors: ErrorMessages = {
  required: (label) => `Answer “${label}”.`,
  tooShort: (label, limit) =>
    `“${label}” needs at least ${count(limit, 'character', 'characters')}.`,
  tooLong: (label, limit) => `“${label}” takes at most ${count(limit, 'character', 'characters')}.`,
  tooSmall: (label, limit) => `“${label}” must be at least ${limit}.`,
  tooBig: (label, limit) => `“${label}” must be at most ${limit}.`,
  email: 'Enter an email address like name@example.com.',
  phone: 'Enter a phone number like +1 555 010 0199.',
  url: 'Enter a web address like https://example.com.',
  number: 'Enter a number.',
  step: (label, step) => `“${label}” goes in steps of ${step}.`,
  date: 'Enter a date.',
  option: (label) => `Choose an answer for “${label}”.`,
  pattern: (label) => `“${label}” is not as asked for.`,
  consent: (label) => `Agree to “${label}”.`,
  invalid: (label) => `“${label}” is not understood.`,
  filesFailed: (n) =>
    `${count(n, 'file was', 'files were')} not uploaded. Try again or remove ${n === 1 ? 'it' : 'them'}.`,
};

const form: FormMessages = {
  submit: 'Submit',
  sending: 'Sending…',
  waitingForFiles: 'Waiting for your files…',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  optional: 'optional',
  choose: 'Choose…',
  summary: (n) => `${count(n, 'answer needs', 'answers need')} your attention`,
  failed: 'Your request may not have arrived',
  failedHint: 'What you wrote is still here.',
  submitted: 'Your request has arrived',
  solved: 'Glad that helped',
  characters: (used, limit) => `${number.format(used)} of ${number.format(limit)} characters`,
};

const newCase: NewCaseMessages = {
  requester: 'Who is having the issue?',
  requesterHelp: 'The organisation or the person.',
  contact: 'How should we contact them?',
  contactEmail: 'Email',
  contactPhone: 'Phone',
  contactCase: 'Comment on the case',
  email: 'Email address',
  phone: 'Phone number',
  product: 'What are you working with today?',
  topic: 'Is this related to one of the following?',
  subject: 'Subject',
  subjectHelp: 'One line that says what is wrong.',
  description: 'Description',
  descriptionHelp: 'What you did, what you expected, and what happened.',
  products: {
    account: 'Account and access',
    system: 'System management',
    data: 'Data and reports',
    billing: 'Billing',
  },
  topics: {
    account: { 'sign-in': 'Signing in', access: 'Permissions' },
    system: { availability: 'System availability', performance: 'Performance' },
    data: { reports: 'Reports', import: 'Import and export' },
    billing: { invoices: 'Invoices', plan: 'Plan' },
  },
};

const solutions: SolutionMessages = {
  heading: 'Recommended solutions',
  intro: 'Articles that may help appear here while you write.',
  found: (n) =>
    n
      ? count(n, 'article may help', 'articles may help')
      : 'No article fits. Your case goes to a person.',
  failed: 'Articles could not be loaded.',
  tryAgain: 'Try again',
  updated: (n, unit) => `Updated ${ago.format(-n, unit)}`,
  date: (date) => day.format(date),
  back: 'Back to all solutions',
  openArticle: 'Open the article',
  newTab: '(new tab)',
  outline: 'In this article',
  solved: 'This solved my problem',
  refuse: 'Not what I need',
  newer: 'Show newer suggestions',
  thanks: 'Glad that helped.',
};

const upload: UploadMessages = {
  label: 'Attachments',
  choose: 'Choose files',
  drop: 'or drop them here, or paste a screenshot',
  limits: ({ maxFiles, maxSize, accept }) =>
    `Up to ${count(maxFiles, 'file', 'files')}, ${size(maxSize)} each${accept.length ? `: ${accept.join(', ')}` : ''}.`,
  size,
  waiting: 'Waiting',
  uploading: (percent) => `Uploading, ${percent}%`,
  uploaded: 'Uploaded',
  kept: 'Still there: could not be removed',
  enclosed: 'Goes with the form',
  failed: 'Not uploaded',
  cancel: (name) => `Cancel ${name}`,
  retry: (name) => `Try ${name} again`,
  remove: (name) => `Remove ${name}`,
  rejected: (reason, { maxFiles, maxSize }) =>
    ({
      type: 'Not added: this kind of file is not taken.',
      size: `Not added: it is larger than ${size(maxSize)}.`,
      count: `Not added: there can be ${count(maxFiles, 'file', 'files')} at most.`,
      empty: 'Not added: it is empty.',
      content: 'Not added: its content is not what its name says.',
      folder: 'Added in part: it holds too many files, or some that cannot be read.',
    })[reason],
  rejectedMore: (n) => `${count(n, 'more file was', 'more files were')} not added.`,
  progress: (ready, total) => `${number.format(ready)} of ${count(total, 'file', 'files')} ready`,
  required: 'Add at least one file.',
  pastedName: 'Screenshot',
  private: 'Place and author are removed from pictures.',
  screenshot: 'Take a screenshot',
  photo: 'Take a photo',
  more: async () => (await import('./en-files.js')).files,
};

const language = 'en';
const direction = 'ltr';

// One object an element, and no spread, so that a page with one of them carries no more than its words.
export const enForm: CaseFormMessages = { language, direction, errors, form, newCase };
export const enSolutions: CaseSolutionsMessages = { language, direction, solutions };
export const enUpload: CaseUploadMessages = { language, direction, upload };

/** English. */
export const en: Messages = { language, direction, errors, form, newCase, solutions, upload };
