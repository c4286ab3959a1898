import type { RejectionReason } from '../core/file-limits.js';
import type { Attachment } from '../schema/attachment.js';

export type { RejectionReason };

/** What happened: nobody can prevent it any more. */
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
    'file-removed': FileRemovedEvent;
  }
}
