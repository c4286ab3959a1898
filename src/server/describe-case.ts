import { inWords } from '../core/answer-words.js';
import type { Attachment } from '../schema/attachment.js';
import type { Case, CaseAttachment, CaseSummary } from '../schema/case.js';
import type { Consulted } from '../schema/consulted.js';
import type { Definition } from '../schema/definition.js';
import type { Desk } from './desk.js';
import { nameOf } from './intake.js';
import { publicValues, sensitiveNames } from './public-values.js';
import type { CaseHead, StoredCase, StoredComment } from './store/case-rows.js';
import type { StoredFile } from './store/file-records.js';
import type { Involvement } from './store/people.js';

/** A file that has arrived. */
export interface StoredAttachment extends Attachment {
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/** What was written at one time, but for what is `sensitive`. */
interface DescribedRevision {
  readonly created: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A case as the desk tells it: what every backend tells, and what else it knows. */
export interface DescribedCase extends Case {
  readonly form: string;
  readonly values: DescribedRevision['values'];
  readonly attachments: (StoredAttachment & CaseAttachment)[];
  /** Oldest first; the last one is the present. */
  readonly revisions: readonly DescribedRevision[];
  readonly solutions: readonly Consulted[];
  readonly queue?: string;
  readonly tags: readonly string[];
  /** What the person may expect, as the routes of the form say. */
  readonly expectation?: string;
}

/** For whom a case is told. */
export interface Audience {
  /** Where they find it. */
  readonly url?: string | undefined;
  readonly involvement: Involvement;
  readonly can: Case['can'];
  /** Whether they see the notes that helpers write for each other. */
  readonly isStaff?: boolean;
}

/** Fields that are told elsewhere than among the details. */
const TOLD_APART = new Set(['subject', 'description', 'name', 'requester', 'email', 'phone']);

/** A case as JSON, for whoever may see it. */
export function describeCase(found: StoredCase, desk: Desk, audience: Audience): DescribedCase {
  const definition = desk.forms.get(found.form)?.definition;
  const revisions = found.revisions.map((revision) => ({
    created: revision.created,
    values: publicValues(revision, definition),
  }));
  const values = revisions.at(-1)?.values ?? {};
  const comments = found.comments.filter(({ isInternal }) => !isInternal || audience.isStaff);
  const name = requesterOf(found, values);
  const attached = (file: StoredFile) => describeFile(file, name, desk);
  return {
    ...summarise(found, desk, audience),
    subject: textOf(values['subject']),
    ...(name && { requester: name }),
    description: textOf(values['description']),
    details: detailsOf(values, definition, desk),
    ...contactOf(found, values, name),
    attachments: found.files.map(attached),
    comments: comments.map((comment) => describeComment(comment, attached)),
    isFollowed: audience.involvement.isFollowed,
    version: String(found.version),
    can: audience.can,
    form: found.form,
    values,
    revisions,
    solutions: found.solutions,
    tags: found.tags,
    ...(found.queue !== null && { queue: found.queue }),
    ...(found.expectation !== null && { expectation: found.expectation }),
  };
}

/** A case as a row of a list. */
export function summarise(
  head: CaseHead,
  { forms }: Desk,
  { url, involvement }: Omit<Audience, 'can'>,
): CaseSummary {
  const hidden = sensitiveNames(forms.get(head.form)?.definition);
  const { number, subject, status, label, severity, owner, organisation, created, updated } = head;
  const requester = head.requester.name ?? head.requester.email;
  const { seen } = involvement;
  return {
    number,
    subject: hidden.includes('subject') ? '' : subject.slice(0, MOST_SUBJECT),
    status,
    label,
    ...(severity !== null && { severity }),
    ...(owner !== null && { owner }),
    ...(requester && { requester: requester.slice(0, MOST_NAME) }),
    ...(organisation !== null && { organisation }),
    created,
    updated,
    ...(url !== undefined && { url }),
    isUnread: seen !== undefined && seen < head.version,
  };
}

/** Characters that a list shows. */
const MOST_SUBJECT = 2000;
const MOST_NAME = 300;

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

function requesterOf({ requester }: StoredCase, values: DescribedRevision['values']) {
  return (requester.name ?? requester.email ?? nameOf(values, [])).slice(0, MOST_NAME);
}

function detailsOf(
  values: DescribedRevision['values'],
  definition: Definition | undefined,
  { texts }: Desk,
): Case['details'] {
  const fields = definition?.fields ?? [];
  const known = fields.map(({ name }) => name);
  const names = [...known, ...Object.keys(values).filter((name) => !known.includes(name))];
  return names.flatMap((name) => {
    const value = values[name];
    if (TOLD_APART.has(name) || value === undefined || value === '') return [];
    const field = fields.find((candidate) => candidate.name === name);
    return [{ label: field?.label ?? name, value: inWords(value, field, texts) }];
  });
}

function contactOf(
  { requester }: StoredCase,
  values: DescribedRevision['values'],
  name: string,
): Pick<Case, 'contact'> {
  const email = (textOf(values['email']) || requester.email)?.slice(0, MOST_NAME);
  const phone = (textOf(values['phone']) || requester.phone)?.slice(0, MOST_NAME);
  const contact = { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) };
  return Object.keys(contact).length ? { contact } : {};
}

function describeComment(
  { id, author, isStaff, isInternal, text, created, files }: StoredComment,
  attached: (file: StoredFile) => CaseAttachment,
): Case['comments'][number] {
  const comment = {
    id: String(id),
    author: { name: author, isStaff },
    text,
    created,
    // Told to helpers alone, who must see what the person does not.
    ...(isInternal && { isInternal }),
  };
  return files.length ? { ...comment, attachments: files.map(attached) } : comment;
}

function describeFile(file: StoredFile, requester: string, { base, links }: Desk) {
  const addedBy = file.added_by ?? requester;
  return {
    ...toAttachment(file),
    ...(addedBy && { addedBy }),
    ...(file.created !== undefined && { added: file.created }),
    url: `${base}/files/${file.ref}/${links.file(file.ref)}`,
  };
}

/** A stored file as the form knows it. */
export function toAttachment({
  upload,
  name,
  size,
  type,
  ref,
  sha256,
}: StoredFile): StoredAttachment {
  return { id: upload, name, size, type, status: 'uploaded', ref, sha256 };
}
