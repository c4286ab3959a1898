import { storedAttachment } from '../core/attachments.js';
import { FileUploadEvent } from '../events/file-events.js';
import type { FileUploader, UploadOptions } from '../ports/file-uploader.js';
import type { Attachment } from '../schema/attachment.js';

/** A file on its way. */
export interface Shipment extends UploadOptions {
  readonly id: string;
  readonly file: File;
}

/** Who takes a file when no listener does. */
export interface Takers {
  readonly uploader: FileUploader | undefined;
  /** Whether the page's own form sends the files that nobody takes. */
  readonly encloses: boolean;
}

/** A stored file, and who can take it back. */
export interface Stored {
  readonly attachment: Attachment;
  readonly by: FileUploader | undefined;
}

const NOBODY =
  'Nobody takes this file: answer the event "file-upload" with respondWith(), set the property "uploader", or set the attribute "action".';

/**
 * Gives a file to whoever takes it: a listener, else the uploader, else the page's own form, which is
 * when it resolves with nothing.
 */
export async function handOver(
  host: EventTarget,
  { id, file, ...options }: Shipment,
  takers: Takers,
): Promise<Stored | undefined> {
  const event = new FileUploadEvent(file, options.key, options.signal, options.progress);
  host.dispatchEvent(event);
  const uploader = event.responded ? undefined : takers.uploader;
  const isAsked = event.responded || event.defaultPrevented || uploader;
  if (!isAsked && takers.encloses) return undefined;
  const answer = await event.answer(() => {
    if (!uploader) throw new Error(NOBODY);
    return uploader.upload(file, options);
  });
  return { attachment: storedAttachment(answer, file, id), by: uploader };
}
