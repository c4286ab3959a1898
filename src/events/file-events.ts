import type { RejectionReason } from '../core/file-limits.js';
import type { Attachment } from '../schema/attachment.js';
import { RespondableEvent } from './respondable-event.js';

export type { RejectionReason };

const fact: EventInit = { bubbles: true, composed: true };

/** The person adds files: cancel to refuse all of them. */
export class FileAddEvent extends Event {
  constructor(readonly files: readonly File[]) {
    super('file-add', { ...fact, cancelable: true });
  }
}

/** A file is on the list. */
export class FileAddedEvent extends Event {
  constructor(readonly file: File) {
    super('file-added', fact);
  }
}

/** A file was not taken; the person has been told why. */
export class FileRejectedEvent extends Event {
  constructor(
    readonly file: File,
    readonly reason: RejectionReason,
  ) {
    super('file-rejected', fact);
  }
}

/** A file is to be sent: answer with the attachment once it is stored. */
export class FileUploadEvent extends RespondableEvent<Attachment> {
  constructor(
    readonly file: File,
    /** Names the file; it stays the same in every attempt. */
    readonly id: string,
    /** The `key` of the draft that the file belongs to; empty outside of a form. */
    readonly key: string,
    signal: AbortSignal,
    /** Tells the person how much has arrived, from 0 to 1. */
    readonly progress: (fraction: number) => void,
  ) {
    super('file-upload', signal);
  }
}

/** A file is stored. */
export class FileUploadedEvent extends Event {
  constructor(readonly attachment: Attachment) {
    super('file-uploaded', fact);
  }
}

/** A file could not be stored; the person has been offered to try again. */
export class FileFailedEvent extends Event {
  constructor(
    readonly attachment: Attachment,
    readonly error: unknown,
  ) {
    super('file-failed', fact);
  }
}

/** A file is off the list. */
export class FileRemovedEvent extends Event {
  constructor(readonly attachment: Attachment) {
    super('file-removed', fact);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'file-add': FileAddEvent;
    'file-added': FileAddedEvent;
    'file-rejected': FileRejectedEvent;
    'file-upload': FileUploadEvent;
    'file-uploaded': FileUploadedEvent;
    'file-failed': FileFailedEvent;
    'file-removed': FileRemovedEvent;
  }
}
