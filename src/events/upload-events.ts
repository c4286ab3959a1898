import type { Attachment } from '../schema/attachment.js';
import { RespondableEvent } from './respondable-event.js';

// Apart from the other events of files, since what sends them is loaded later.

const fact: EventInit = { bubbles: true, composed: true };

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
    /**
     * Tells the person that an attempt has failed, and in how many milliseconds the next one begins;
     * and whether the server has asked for them, so that nothing is offered that would shorten them.
     */
    readonly waiting: (ms: number, isAsked?: boolean) => void = () => undefined,
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

/** The person has said what a picture shows. */
export class FileDescribedEvent extends Event {
  constructor(
    readonly file: File,
    /** For people who cannot see the picture; empty where it was taken back. */
    readonly alt: string,
  ) {
    super('file-described', fact);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'file-upload': FileUploadEvent;
    'file-uploaded': FileUploadedEvent;
    'file-failed': FileFailedEvent;
    'file-described': FileDescribedEvent;
  }
}
