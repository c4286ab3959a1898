import type { Attachment } from '../../src/schema/attachment.js';
import type { Case } from '../../src/schema/case.js';
import type { Draft } from '../../src/schema/draft.js';

/** Every event that the elements fire; those of the browser have no hyphen. */
export type LoggedEvents = Pick<
  GlobalEventHandlersEventMap,
  Extract<keyof GlobalEventHandlersEventMap, `${string}-${string}`>
>;

/** Whether an event asks, and can be answered or refused, or states what has happened. */
export type Kind = 'request' | 'fact';

type Logged = {
  readonly [Name in keyof LoggedEvents]: readonly [Kind, (event: LoggedEvents[Name]) => string];
};

/** What the log says of each event. */
export const loggedEvents: Logged = {
  'case-changed': [
    'fact',
    ({ changed, draft }) => changed.map((name) => answer(name, draft)).join(', '),
  ],
  'case-submit': ['request', ({ draft }) => contents(draft)],
  'case-submitted': ['fact', ({ receipt }) => `Case ${receipt.number}`],
  'case-refused': ['fact', ({ issues }) => issues.map(({ message }) => message).join(' ')],
  'case-failed': ['fact', ({ error }) => messageOf(error)],
  'case-discard': ['request', ({ draft }) => contents(draft)],
  'case-discarded': ['fact', ({ draft }) => contents(draft)],
  'definition-rejected': ['fact', ({ error }) => messageOf(error)],
  'solutions-search': ['request', ({ query }) => quote(query.subject || query.description)],
  'solutions-shown': [
    'fact',
    ({ solutions }) => solutions.map(({ title }) => quote(title)).join(', '),
  ],
  'solution-open': ['request', ({ solution }) => quote(solution.title)],
  'solution-accepted': ['fact', ({ solution }) => quote(solution.title)],
  'solution-refused': ['fact', ({ solution }) => quote(solution.title)],
  'file-add': ['request', ({ files }) => files.map(({ name }) => name).join(', ')],
  'file-added': ['fact', ({ file }) => file.name],
  'file-rejected': ['fact', ({ file, reason }) => `${file.name}: ${reason}`],
  'file-upload': ['request', ({ file }) => `${file.name}, ${file.size} bytes`],
  'file-uploaded': ['fact', ({ attachment }) => describe(attachment)],
  'file-failed': ['fact', ({ attachment, error }) => `${attachment.name}: ${messageOf(error)}`],
  'file-described': ['fact', ({ file, alt }) => `${file.name}: ${quote(alt)}`],
  'file-removed': ['fact', ({ attachment }) => describe(attachment)],
  'incidents-shown': [
    'fact',
    ({ incidents, relevant }) =>
      `${incidents.map(({ title }) => quote(title)).join(', ')}, ${relevant} relevant`,
  ],
  'incident-notify': ['request', ({ incident, email }) => `${quote(incident.title)}, ${email}`],
  'incident-notified': ['fact', ({ incident, email }) => `${quote(incident.title)}, ${email}`],
  'existing-shown': ['fact', ({ cases }) => cases.map(({ number }) => number).join(', ')],
  'case-join': ['request', ({ number, draft }) => `Case ${number}: ${contents(draft)}`],
  'case-joined': ['fact', (event) => `Case ${event.case.number}`],
  'launcher-open': ['request', ({ context }) => quote(context.article?.title ?? '')],
  'launcher-opened': ['fact', () => ''],
  'launcher-closed': ['fact', () => ''],
  'helpful-vote': ['request', ({ article, said }) => `${quote(article.title)}: ${said.vote}`],
  'helpful-voted': ['fact', ({ article, said }) => `${quote(article.title)}: ${said.vote}`],
  'request-open': ['request', ({ context }) => quote(context.article?.title ?? '')],
  'case-load': ['request', ({ number, since }) => (since ? `${number}, since ${since}` : number)],
  'case-shown': ['fact', (event) => standing(event.case)],
  'case-reply': ['request', ({ reply }) => `${quote(reply.text)}, ${count(reply.attachments)}`],
  'case-replied': ['fact', (event) => standing(event.case)],
  'case-attach': ['request', ({ number, files }) => `${number}: ${count(files.attachments)}`],
  'case-attached': ['fact', (event) => standing(event.case)],
  'case-resolve': ['request', ({ number }) => number],
  'case-resolved': ['fact', (event) => standing(event.case)],
  'case-reopen': ['request', ({ number }) => number],
  'case-reopened': ['fact', (event) => standing(event.case)],
  'case-follow': ['request', ({ number, isFollowed }) => `${number}: ${isFollowed ? 'yes' : 'no'}`],
  'case-followed': ['fact', (event) => standing(event.case)],
  'case-action-refused': [
    'fact',
    ({ action, issues }) => `${action}: ${issues.map(({ message }) => message).join(' ')}`,
  ],
  'case-action-failed': ['fact', ({ action, error }) => `${action}: ${messageOf(error)}`],
  'cases-load': ['request', ({ query }) => JSON.stringify(query)],
  'cases-shown': ['fact', ({ page }) => `${page.cases.length} cases`],
  'cases-failed': ['fact', ({ error }) => messageOf(error)],
  'case-open': ['request', ({ summary }) => `${summary.number}: ${quote(summary.subject)}`],
  'case-new': ['request', () => ''],
  'case-navigate': ['request', ({ path }) => path],
  'session-ended': [
    'fact',
    ({ report }) => `${report.outcome}, ${report.articles.length} articles`,
  ],
};

const standing = ({ number, status, comments }: Case) =>
  `${number}: ${status}, ${comments.length} comments`;

const count = ({ length }: readonly Attachment[]) => `${length} files`;

function answer(name: string, { values }: Draft): string {
  const value = values[name];
  if (value === undefined) return name;
  return `${name}: ${quote(typeof value === 'string' ? value : JSON.stringify(value))}`;
}

function contents({ values, attachments }: Draft): string {
  const fields = Object.keys(values).length;
  return `${fields} answers, ${attachments.length} files`;
}

function describe({ name, ref }: Attachment): string {
  return ref ? `${name}, stored as ${ref}` : name;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function quote(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60).trim()}…` : text}”`;
}
