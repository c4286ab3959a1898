import type { Attachment } from '../schema/attachment.js';

/** What has become of the files of a case that exists. */
export interface SentFiles {
  readonly total: number;
  /** How many the case has. */
  readonly attached: number;
  /** The places on the list, from 1, of those that are tried again by themselves. */
  readonly again: readonly number[];
  /** How many are not tried again before the person says so. */
  readonly failed: number;
}

export interface SentFilesOptions {
  readonly files: readonly Pick<Attachment, 'id' | 'status'>[];
  /** The ids of those that are tried again. */
  readonly again: readonly string[];
  /** The ids of those that the case has, where it does not have every file that is stored. */
  readonly attached?: ReadonlySet<string> | undefined;
}

/** What to tell of the files of a case. */
export function sentFiles({ files, again, attached }: SentFilesOptions): SentFiles {
  const isThere = ({ id, status }: SentFilesOptions['files'][number]) =>
    status === 'uploaded' && (attached?.has(id) ?? true);
  return {
    total: files.length,
    attached: files.filter(isThere).length,
    again: files.flatMap(({ id }, at) => (again.includes(id) ? [at + 1] : [])),
    failed: files.filter(({ status }) => status === 'failed').length,
  };
}

/** Whether some of the files are still on their way. */
export const isOnItsWay = ({ total, attached, failed }: SentFiles): boolean =>
  attached + failed < total;
