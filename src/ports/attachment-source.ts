import type { RestoredFile } from '../core/attachments.js';
import type { Attachment, AttachmentLimits } from '../schema/attachment.js';

export type { RestoredFile };

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
  /** Keeps files on the list that have not gone yet, and nobody waits for them; until it is `false` again. */
  held?: boolean;
  /** The ids of the files that have failed and are tried again by themselves. */
  readonly again?: readonly string[];
  /** In words, how all of the files are getting on; empty where there are none. */
  readonly progress?: string;
}
