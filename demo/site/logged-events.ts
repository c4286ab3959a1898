import type * as cases from '../../src/events/case-events.js';
import type * as files from '../../src/events/file-events.js';
import type * as uploads from '../../src/events/upload-events.js';
import type * as helpful from '../../src/events/helpful-events.js';
import type * as incidents from '../../src/events/incident-events.js';
import type * as joins from '../../src/events/join-events.js';
import type * as launcher from '../../src/events/launcher-events.js';
import type * as solutions from '../../src/events/solution-events.js';
import type { Attachment } from '../../src/schema/attachment.js';
import type { Draft } from '../../src/schema/draft.js';

/** Every event that the elements fire. */
export interface LoggedEvents {
  'case-changed': cases.CaseChangedEvent;
  'case-submit': cases.CaseSubmitEvent;
  'case-submitted': cases.CaseSubmittedEvent;
  'case-refused': cases.CaseRefusedEvent;
  'case-failed': cases.CaseFailedEvent;
  'case-discard': cases.CaseDiscardEvent;
  'case-discarded': cases.CaseDiscardedEvent;
  'definition-rejected': cases.DefinitionRejectedEvent;
  'solutions-search': solutions.SolutionsSearchEvent;
  'solutions-shown': solutions.SolutionsShownEvent;
  'solution-open': solutions.SolutionOpenEvent;
  'solution-accepted': solutions.SolutionAcceptedEvent;
  'solution-refused': solutions.SolutionRefusedEvent;
  'file-add': files.FileAddEvent;
  'file-added': files.FileAddedEvent;
  'file-rejected': files.FileRejectedEvent;
  'file-upload': uploads.FileUploadEvent;
  'file-uploaded': uploads.FileUploadedEvent;
  'file-failed': uploads.FileFailedEvent;
  'file-removed': files.FileRemovedEvent;
  'incidents-shown': incidents.CaseIncidentsShownEvent;
  'incident-notify': incidents.CaseIncidentNotifyEvent;
  'incident-notified': incidents.CaseIncidentNotifiedEvent;
  'existing-shown': joins.ExistingShownEvent;
  'case-join': joins.CaseJoinEvent;
  'case-joined': joins.CaseJoinedEvent;
  'launcher-open': launcher.LauncherOpenEvent;
  'launcher-opened': launcher.LauncherOpenedEvent;
  'launcher-closed': launcher.LauncherClosedEvent;
  'helpful-vote': helpful.HelpfulVoteEvent;
  'helpful-voted': helpful.HelpfulVotedEvent;
  'request-open': helpful.RequestOpenEvent;
}

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
};

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
