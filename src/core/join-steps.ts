import type { CaseFiles, CaseReply } from '../schema/case.js';

/** How much of a draft is on the case that it joins. */
export interface JoinProgress {
  /** What was sent, and not answered: it may be there, and may not. */
  readonly tried?: JoinStep | undefined;
  /** What is there for sure. */
  readonly arrived?: Pick<CaseReply, 'text' | 'attachments'> | undefined;
}

/** One thing to do: to write under the case, or to give it files. */
export type JoinStep = { readonly comment: CaseReply } | { readonly attach: CaseFiles };

/**
 * What to do next so that a case has a draft as it is written now; nothing once it has.
 *
 * What nobody has answered is sent again just as it was: under its key it is there once. What was written or
 * added since then follows, so that it is not lost on a key that is known already.
 */
export function nextJoin(
  { tried, arrived }: JoinProgress,
  draft: CaseReply,
  newKey: () => string,
): JoinStep | undefined {
  if (tried) return tried;
  if (!arrived) return { comment: draft };
  if (draft.text !== arrived.text)
    return { comment: { key: newKey(), text: draft.text, attachments: [] } };
  const known = new Set(arrived.attachments.map(({ id }) => id));
  const attachments = draft.attachments.filter(({ id }) => !known.has(id));
  return attachments.length ? { attach: { key: draft.key, attachments } } : undefined;
}

/** What is known once a step has been answered. */
export function afterJoin({ arrived }: JoinProgress, step: JoinStep): JoinProgress {
  const before = arrived?.attachments ?? [];
  const { text, attachments } =
    'comment' in step ? step.comment : { text: arrived?.text ?? '', ...step.attach };
  return { arrived: { text, attachments: [...before, ...attachments] } };
}
