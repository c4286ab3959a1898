import type { Attachment, AttachmentLimits } from '../schema/attachment.js';

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
}
