import type * as z from 'zod/mini';
import {
  atLeast,
  checked,
  custom,
  listOf,
  matching,
  maybe,
  must,
  object,
  oneOf,
  text,
} from './checks.js';
import { AttachmentSchema } from './attachment.js';
import { LinkSchema } from './link.js';
import { KeySchema } from './draft.js';
import { parse } from './parse.js';

/** What a case is called: its number, or a guest's signed name of it. It goes into a path. */
export const CaseNumberSchema = checked<string>(
  text(300),
  // In a path, dots alone would lead elsewhere, and half a character has no place at all.
  matching(/^(?!\.\.?$)[^\p{Cc}\p{Cs}]+$/u),
);

/** What a case waits for: the helpers, the person who asked, or nobody. */
export const CaseStatusSchema = oneOf('open', 'awaiting-you', 'solved');
export type CaseStatus = z.infer<typeof CaseStatusSchema>;

const time = checked<string>(
  text(40),
  matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d/),
  must((value) => !Number.isNaN(Date.parse(value))),
);
const name = text(300);
const count = custom<number>((value) => Number.isFinite(value) && (value as number) >= 0);
const flag = oneOf(true, false);

/** An address; one that is not safe to follow is dropped, and the case is still a case. */
const link = checked<string | undefined>(
  custom(() => true),
  (payload) => {
    payload.value = parse(LinkSchema, payload.value).value;
  },
);

const summary = {
  number: CaseNumberSchema,
  subject: text(2000),
  status: CaseStatusSchema,
  /** The backend's own word for the status. */
  label: maybe(name),
  severity: maybe(name),
  /** Who works on it. */
  owner: maybe(name),
  /** The name of the person who has the issue. */
  requester: maybe(name),
  organisation: maybe(name),
  /** When it was opened, ISO 8601. */
  created: time,
  /** When it last changed, ISO 8601. */
  updated: time,
  /** Where the host shows it. */
  url: link,
  /** Whether it has changed since this person last looked. */
  isUnread: maybe(flag),
} as const;

/** One row of “my cases”. */
export const CaseSummarySchema = object(summary);
export type CaseSummary = z.infer<typeof CaseSummarySchema>;

/** A file of a case. */
export const CaseAttachmentSchema = object({
  id: text(2000),
  name: text(2000),
  /** Bytes. */
  size: count,
  /** The media type, empty when unknown. */
  type: text(2000),
  /** The name of who added it. */
  addedBy: maybe(name),
  /** ISO 8601. */
  added: maybe(time),
  /** Where it can be fetched, perhaps not for long. */
  url: link,
});
export type CaseAttachment = z.infer<typeof CaseAttachmentSchema>;

/** What somebody has written under a case. */
export const CaseCommentSchema = object({
  id: text(2000),
  author: object({ name, /** Whether they help, rather than ask. */ isStaff: flag }),
  text: text(),
  /** ISO 8601. */
  created: time,
  attachments: maybe(listOf(CaseAttachmentSchema)),
});
export type CaseComment = z.infer<typeof CaseCommentSchema>;

/** What this person may do with this case, now. */
const can = object({
  comment: flag,
  attach: flag,
  resolve: flag,
  reopen: flag,
  follow: flag,
});

/** One whole case, as one person may see it. */
export const CaseSchema = object({
  ...summary,
  description: text(),
  /** What else was asked and answered, in the words of the form. */
  details: listOf(object({ label: text(1000), value: text() })),
  contact: maybe(object({ name: maybe(name), email: maybe(name), phone: maybe(name) })),
  /** All files, those of comments too, oldest first. */
  attachments: listOf(CaseAttachmentSchema),
  /** Oldest first. */
  comments: listOf(CaseCommentSchema),
  isFollowed: flag,
  /** Changes with every change of the case. */
  version: text(200),
  can,
});
export type Case = z.infer<typeof CaseSchema>;

/** What goes under a case. Sent twice with one key, it is there once. */
export const CaseReplySchema = object({
  key: KeySchema,
  text: checked<string>(text(50_000)),
  attachments: listOf(AttachmentSchema),
});
export type CaseReply = z.infer<typeof CaseReplySchema>;

/** Files that go under a case. Sent twice with one key, they are there once. */
export const CaseFilesSchema = object({
  key: KeySchema,
  attachments: checked<CaseReply['attachments']>(listOf(AttachmentSchema), atLeast(1)),
});
export type CaseFiles = z.infer<typeof CaseFilesSchema>;
