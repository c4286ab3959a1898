import { issuesOf, storedAttachment } from '../../core/file-progress.js';
import { UploadError } from '../../core/upload-error.js';
import type { Attachment } from '../../schema/attachment.js';

/** The headers that stand for a file. */
export function encode(
  { name, type }: File,
  { id, key }: { id: string; key: string },
): Record<string, string> {
  return {
    'content-type': type || 'application/octet-stream',
    // The end holds the extension; servers refuse headers without end.
    'x-file-name': encodeURIComponent(Array.from(name).slice(-255).join('')),
    'x-upload-id': id,
    ...(key && { 'x-case-key': key }),
  };
}

/** What the server's answer means; `null` is one that was not JSON. */
export function decode(
  status: number,
  answer: unknown,
  { file, id }: { file: File; id: string },
): Attachment {
  if (status === 200 || status === 201) return storedAttachment(answer, file, id);
  throw new UploadError(status, issuesOf(answer));
}
