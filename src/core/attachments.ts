import { type Attachment, AttachmentSchema } from '../schema/attachment.js';
import { type Issue, RefusalSchema } from '../schema/outcome.js';
import { parse } from '../schema/parse.js';
import type { RejectionReason } from './file-limits.js';
import { newKey } from './key.js';

/** How far a file has come. */
export type FileState =
  | { readonly status: 'waiting' }
  | {
      readonly status: 'uploading';
      /** From 0 to 1. */
      readonly fraction: number;
      readonly attempt: AbortController;
    }
  | {
      readonly status: 'uploaded';
      readonly attachment: Attachment;
      /** Asks whoever stored the file to drop it. */
      readonly takeBack?: () => Promise<void>;
    }
  /** Nobody uploads it: the page's own form sends it. */
  | { readonly status: 'enclosed' }
  | { readonly status: 'failed'; readonly issues: readonly Issue[] }
  /** It is not on the list, and of a folder not everything is. */
  | { readonly status: 'rejected'; readonly reason: RejectionReason | 'folder' };

/** A file in an upload area. */
export interface FileRow {
  readonly id: string;
  readonly file: File;
  state: FileState;
  /** It was to be removed, but whoever stored it did not drop it. */
  isKept?: boolean;
}

const WAITING: FileState = { status: 'waiting' };

/** The row of a file that is to be uploaded, or of one that was not taken. */
export function newRow(file: File, reason?: RejectionReason | 'folder'): FileRow {
  return { id: newKey(), file, state: reason ? { status: 'rejected', reason } : WAITING };
}

/** Whether a row is of a file, and not of one that was not taken. */
export const isTaken = ({ state }: FileRow): boolean => state.status !== 'rejected';

/** Whether a file is waiting or on its way. */
export const isPending = ({ state }: FileRow): boolean =>
  state.status === 'waiting' || state.status === 'uploading';

/** Whether the form has what it needs of a file. */
export const isReady = ({ state }: FileRow): boolean =>
  state.status === 'uploaded' || state.status === 'enclosed';

/** Whether there is something to tell the person about a file. */
export const isProblem = ({ state, isKept }: FileRow): boolean =>
  isKept || state.status === 'rejected' || state.status === 'failed';

/** Begins or goes on with an attempt; nonsense counts as nothing. */
export function uploading(attempt: AbortController, fraction: number): FileState {
  return { status: 'uploading', attempt, fraction: Math.min(Math.max(fraction || 0, 0), 1) };
}

/** Takes a row on. What an attempt says counts only while it is under way; `false` when it is late. */
export function advance(row: FileRow, attempt: AbortController, state: FileState): boolean {
  const counts = row.state.status === 'uploading' && row.state.attempt === attempt;
  if (counts) row.state = state;
  return counts;
}

/** Stops what is under way, so that a file can be tried anew. */
export function putBack(row: FileRow): void {
  if (row.state.status === 'uploading') row.state.attempt.abort();
  row.state = WAITING;
}

/** The state of a file that could not be stored, with what its error has to say to the person. */
export function failed(error: unknown): FileState {
  return { status: 'failed', issues: issuesOf(error) };
}

/** What an answer or an error has to say to the person. */
export function issuesOf(answer: unknown): readonly Issue[] {
  return parse(RefusalSchema, answer).value?.issues ?? [];
}

/** What a form knows of a file, whatever its state. */
export function toAttachment({ id, file, state }: FileRow): Attachment {
  if (state.status === 'uploaded') return state.attachment;
  const { status } = state;
  const isWaiting = status === 'enclosed' || status === 'rejected';
  return { ...described(file, id), status: isWaiting ? 'waiting' : status };
}

/**
 * The attachment that an uploader has answered with. An answer that gives only `ref` or `id` is
 * filled in from the file.
 *
 * @throws When the answer is anything else.
 */
export function storedAttachment(answer: unknown, file: File, id: string): Attachment {
  const given = Object(answer) as Partial<Attachment>;
  const whole = { ...described(file, id), status: 'uploaded', ...given };
  const { value } = parse(AttachmentSchema, whole);
  if (value?.status === 'uploaded' && (given.id || given.ref)) return value;
  throw new TypeError('An upload is answered with an attachment.');
}

/** Cut to what a draft can hold. */
function described({ name, size, type }: File, id: string) {
  return { id, name: name.slice(0, 1000), size, type: type.slice(0, 200) };
}
