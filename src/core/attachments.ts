import type { Attachment } from '../schema/attachment.js';
import type { Issue } from '../schema/outcome.js';
import type { RejectionReason } from './file-limits.js';
import { newKey } from './key.js';

/** A file of a draft, as a page keeps it. */
export interface RestoredFile {
  /** Names the file: two that are alike in all else are still two. */
  readonly id: string;
  readonly file: File;
  /** Where the file is stored already. */
  readonly attachment?: Attachment;
  /** What the picture shows, for people who cannot see it. */
  readonly alt?: string;
}

/** How far a file has come. */
export type FileState =
  | {
      readonly status: 'waiting';
      /** It has failed, and is tried again by itself when its time has come. */
      readonly pause?: AbortController;
    }
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

/** How long a file waits until it is tried again by itself. */
export interface FileWait {
  readonly seconds: number;
  /** The server has asked for that time, and gets it. */
  readonly isAsked: boolean;
}

/** A file in an upload area. */
export interface FileRow {
  readonly id: string;
  /** What was added; once it has been looked at, without what a picture tells of its owner. */
  file: File;
  state: FileState;
  /** It was to be removed, but whoever stored it did not drop it. */
  isKept?: boolean;
  /** For people who cannot see the picture. */
  alt?: string | undefined;
  /** Its first bytes have been looked at, and what it tells of its owner is gone. */
  isPrepared?: boolean;
  /** Nothing of it has arrived for half a minute. */
  isStalled?: boolean;
  /** How often it has been tried again by itself. */
  tries?: number;
  /** It has failed, and its next attempt is so far away. */
  wait?: FileWait | undefined;
  /** Whoever stores files does not want it: to try again by itself would be in vain. */
  isRefused?: boolean;
}

const WAITING: FileState = { status: 'waiting' };

/** The row of a file that is to be uploaded, or of one that was not taken. */
export function newRow(file: File, reason?: RejectionReason | 'folder'): FileRow {
  return { id: newKey(), file, state: reason ? { status: 'rejected', reason } : WAITING };
}

/** The row of a file that a draft has kept: what was stored is stored, anything else is still to be. */
export function restoredRow({ id, file, attachment, alt }: RestoredFile): FileRow {
  const state: FileState = attachment ? { status: 'uploaded', attachment } : WAITING;
  // What a page gives is not looked at again where it has gone already.
  return { id, file, state, alt };
}

/** What a draft has to keep of a file, so that it is not lost. */
export function toKept({ id, file, state, alt }: FileRow): RestoredFile {
  const attachment = state.status === 'uploaded' && state.attachment;
  return { id, file, ...(attachment && { attachment }), ...(alt && { alt }) };
}

/** Whether a row is of a file, and not of one that was not taken. */
export const isTaken = ({ state }: FileRow): boolean => state.status !== 'rejected';

/** Whether a file is waiting or on its way. */
export const isPending = ({ state }: FileRow): boolean =>
  state.status === 'waiting' || state.status === 'uploading';

/** Whether the form has what it needs of a file. */
export const isReady = ({ state }: FileRow): boolean =>
  state.status === 'uploaded' || state.status === 'enclosed';

/** Stops what is under way, so that a file can be tried anew. */
export function putBack(row: FileRow): void {
  if (row.state.status === 'uploading') row.state.attempt.abort();
  if (row.state.status === 'waiting') row.state.pause?.abort();
  row.state = WAITING;
  row.isStalled = false;
}

/** What a form knows of a file, whatever its state. */
export function toAttachment({ id, file, state, alt }: FileRow): Attachment {
  const told = alt && { alt };
  if (state.status === 'uploaded') return { ...state.attachment, ...told };
  const { status } = state;
  const isWaiting = status === 'enclosed' || status === 'rejected';
  return { ...described(file, id), ...told, status: isWaiting ? 'waiting' : status };
}

/** Cut to what a draft can hold. */
export function described({ name, size, type }: File, id: string) {
  return { id, name: name.slice(0, 1000), size, type: type.slice(0, 200) };
}
