import { storedAttachment } from '../../core/file-progress.js';
import type { FileUploader } from '../../ports/file-uploader.js';
import type { Attachment } from '../../schema/attachment.js';

/** Files that go in the request that opens the case. */
export interface HeldFiles extends FileUploader {
  hold(file: File, attachment: Pick<Attachment, 'id'>): void;
  /** The file of an attachment; nothing when it is not held, as after a reload. */
  fileOf(attachment: Pick<Attachment, 'id'>): File | undefined;
}

/**
 * Holds files in the page until the case is sent, for a backend that takes them with the case alone. Give the
 * same one to `<case-upload>` as `uploader` and to the backend as `files`.
 */
export function withCase(): HeldFiles {
  const files = new Map<string, File>();
  const drop = ({ id }: { id: string }): Promise<void> => {
    files.delete(id);
    return Promise.resolve();
  };
  return {
    upload(file, { id, signal, progress }) {
      if (signal.aborted) return Promise.reject(signal.reason as Error);
      files.set(id, file);
      progress(1);
      return Promise.resolve(storedAttachment({ id, ref: id }, file, id));
    },
    remove: drop,
    discard: drop,
    hold: (file, { id }) => void files.set(id, file),
    fileOf: ({ id }) => files.get(id),
  };
}
