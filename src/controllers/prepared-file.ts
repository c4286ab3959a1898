import { contradiction } from '../core/file-content.js';
import type { FileLimits } from '../core/file-limits.js';
import { kindOfBytes } from '../core/kind-of-bytes.js';
import { stripMetadata } from '../core/strip-metadata.js';

/** As many bytes as tell what a file is. */
const HEAD = 4096;

/** Larger pictures are sent as they are: to hold one twice would be more than a phone has memory for. */
const STRIPPED_AT_MOST = 200_000_000;

/**
 * A file as it may be sent: without what a picture tells of its owner, unless that is to be kept; or
 * the reason why it may not.
 *
 * @throws When the file cannot be read.
 */
export async function preparedFile(
  file: File,
  limits: FileLimits,
  keepsMetadata: boolean,
): Promise<File | 'content'> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const kind = kindOfBytes(head);
  if (contradiction(file, kind, limits)) return 'content';
  const isTelling = /^image\/(jpeg|png|webp)$/.test(kind ?? '');
  if (!isTelling || keepsMetadata || file.size > STRIPPED_AT_MOST) return file;
  const bare = stripMetadata(new Uint8Array(await file.arrayBuffer()));
  return bare ? new File([bare], file.name, file) : file;
}
