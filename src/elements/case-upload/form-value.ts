import type { FileEntry } from '../../core/attachments.js';
import type { UploadMessages } from '../../locales/en.js';

/** What a form of the page sends: the `ref` of each stored file, or the file itself. */
export function formValue(entries: readonly FileEntry[], name: string): FormData | null {
  if (!name) return null;
  const data = new FormData();
  for (const { file, state } of entries) {
    if (state.status === 'enclosed') data.append(name, file);
    if (state.status === 'uploaded') data.append(name, state.attachment.ref ?? state.attachment.id);
  }
  return data;
}

/** In words, how all of the files are getting on. */
export function progress(entries: readonly FileEntry[], texts: UploadMessages): string {
  const { length: total } = entries;
  const count = (status: string) => entries.filter(({ state }) => state.status === status).length;
  const [uploaded = 0, failed = 0, enclosed = 0] = ['uploaded', 'failed', 'enclosed'].map(count);
  return total ? texts.progress({ total, uploaded, failed, enclosed }) : '';
}

/** What holds a form of the page back: files that are not there yet, or not any more. */
export function obstacle(
  entries: readonly FileEntry[],
  texts: UploadMessages,
  { required }: { required: boolean },
): [flags: ValidityStateFlags, message?: string] {
  const isMissing = ({ state: { status } }: FileEntry) =>
    status !== 'uploaded' && status !== 'enclosed';
  if (entries.some(isMissing)) return [{ customError: true }, progress(entries, texts)];
  if (required && !entries.length) return [{ valueMissing: true }, texts.required];
  return [{}];
}
