import type { Issue } from '../schema/outcome.js';
import type { Desk } from './desk.js';
import type { StoredFile } from './store/file-records.js';

/**
 * Puts stored bytes on record under a key. Bytes that do not come on record are deleted: those of a
 * file too many, and those of an upload that is there already.
 */
export async function fileAway(
  key: string,
  file: StoredFile,
  { records, files, limits, texts }: Desk,
): Promise<{ file: StoredFile; isNew: boolean } | { issue: Issue }> {
  let isOnRecord = false;
  try {
    const filing = records.add(key, file);
    if ('full' in filing) {
      const message = texts.tooManyFiles(limits.files);
      return { issue: { path: ['attachments'], message, code: 'rejectedCount' } };
    }
    isOnRecord = filing.isNew;
    return filing;
  } finally {
    if (!isOnRecord) await files.delete(file.ref);
  }
}
