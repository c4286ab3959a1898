import type { Attachment, AttachmentLimits } from '../schema/attachment.js';

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

/** What a form asks of an element in its `attachments` slot. `<case-upload>` is one. */
export interface AttachmentSource {
  /** Names the draft, and later the case, that new files belong to. */
  key: string;
  /** What the definition allows. */
  limits: AttachmentLimits | undefined;
  /** Every file on the list, whatever its status. */
  readonly attachments: readonly Attachment[];
  /** Resolves when no file is waiting or on its way any more. */
  whenSettled(): Promise<void>;
  /** Empties the list, for the next draft. */
  clear(): void;
  /** What a draft has to keep of the files, so that they are there again after a reload. */
  readonly kept?: readonly RestoredFile[];
  /** Puts files back on the list: an uploaded one as uploaded, any other one is uploaded then. */
  restore?(files: readonly RestoredFile[]): void;
}
