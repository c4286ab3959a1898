import * as z from 'zod/mini';
import { parseDraft } from '../core/draft-schema.js';
import { toIssues } from '../core/issues.js';
import type { Draft } from '../schema/draft.js';
import type { Issue } from '../schema/outcome.js';
import { attachmentIssues, sayTooMany } from './check-attachments.js';
import { casePath, type Desk, type Form } from './desk.js';
import { intakeOf } from './intake.js';
import type { CaseHead } from './store/case-rows.js';
import { IdentityError, type Viewer } from './viewer.js';

/** The desk's answer to a draft. */
export type Acceptance =
  { readonly receipt: DeskReceipt; readonly isNew: boolean } | { readonly issues: Issue[] };

/** What the desk says of a case that exists. */
export interface DeskReceipt {
  readonly number: string;
  /** A path that cannot be guessed; whoever has it sees the case. */
  readonly url: string;
  /** For a guest: what the case is called where it is asked for, since its number leads them nowhere. */
  readonly name?: string;
  readonly status: CaseHead['status'];
  /** ISO 8601, UTC. */
  readonly created: string;
  /** The desk's own word for the status. */
  readonly label: string;
  readonly severity?: string;
  readonly queue?: string;
  /** What the person may expect, as the routes of the form say. */
  readonly expectation?: string;
}

/** What is known beside a draft. */
export interface DraftContext {
  /** What is wrong already: with any of it, no case is opened. */
  readonly found?: readonly Issue[];
  /** Who sends it, where the host knows them. */
  readonly viewer?: Viewer | undefined;
}

const NamedForm = z.object({ form: z.string() });

/**
 * Makes a case of what claims to be a draft, or says why not.
 *
 * @throws {IdentityError} When its key has opened a case of somebody else.
 */
export async function acceptDraft(
  input: unknown,
  desk: Desk,
  { found = [], viewer }: DraftContext = {},
): Promise<Acceptance> {
  const form = desk.forms.get(z.safeParse(NamedForm, input).data?.form ?? '');
  if (!form) return { issues: [{ path: ['form'], message: desk.texts.unknownForm }] };
  const checked = await check(input, form, desk);
  const issues = [...found, ...checked.issues];
  if (!checked.draft || issues.length) return { issues };
  const opening = desk.cases.open(checked.draft, intakeOf(checked.draft, form, viewer));
  // Who has sent it is not signed in any more, or somebody else is.
  if ('isForeign' in opening) throw new IdentityError();
  if ('missing' in opening) {
    const message = desk.texts.unknownFile;
    return { issues: opening.missing.map((index) => ({ path: ['attachments', index], message })) };
  }
  return { receipt: receiptOf(opening.case, desk, viewer), isNew: opening.isNew };
}

async function check(
  input: unknown,
  form: Form,
  desk: Desk,
): Promise<{ draft?: Draft; issues: Issue[] }> {
  const { value, issues: found } = await parseDraft(form.schema, input);
  if (value) return { draft: value, issues: attachmentIssues(value, form, desk) };
  const issues = toIssues(found, form.definition, desk.messages);
  return { issues: issues.map((issue) => sayTooMany(issue, form, desk)) };
}

function receiptOf(head: CaseHead, desk: Desk, viewer: Viewer | undefined): DeskReceipt {
  const { number, status, created, label, severity, queue, expectation } = head;
  return {
    number,
    url: casePath(head, desk),
    ...(!viewer && { name: desk.links.guest(head) }),
    status,
    created,
    label,
    ...(severity !== null && { severity }),
    ...(queue !== null && { queue }),
    ...(expectation !== null && { expectation }),
  };
}
