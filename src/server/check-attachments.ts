import { rejection, strictestLimits } from '../core/file-limits.js';
import type { Draft } from '../schema/draft.js';
import type { Issue } from '../schema/outcome.js';
import type { Desk, Form } from './desk.js';

/** Which files a form's limits refuse: by what has arrived, whatever the draft says of it. */
export function attachmentIssues(
  { key, attachments }: Pick<Draft, 'key' | 'attachments'>,
  { definition }: Form,
  { records, messages, texts }: Desk,
): Issue[] {
  const limits = strictestLimits(definition.attachments);
  const files = new Map(records.ofKey(key).map((file) => [file.ref, file]));
  return attachments.flatMap(({ ref = '' }, index) => {
    const file = files.get(ref);
    if (!file) return [];
    const reason = rejection(file, 0, limits);
    const path = ['attachments', index];
    if (reason === 'type') return { path, message: texts.fileKind(file.name) };
    if (reason !== 'size') return [];
    const size = messages.upload.size(limits.maxSize);
    return { path, message: texts.fileTooLarge(file.name, size) };
  });
}

/** That there are too many files has no field, whose label the form's own sentence would name. */
export function sayTooMany(issue: Issue, { definition }: Form, { texts }: Desk): Issue {
  if (issue.path.join() !== 'attachments' || issue.code !== 'tooLong') return issue;
  const { maxFiles } = strictestLimits(definition.attachments);
  return { path: issue.path, message: texts.tooManyFiles(maxFiles) };
}
