import { type FileEntry, isPending } from '../../core/attachments.js';
import type { Messages } from '../../locales/en.js';

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

/** What holds a form of the page back, if anything does. */
export function obstacle(
  entries: readonly FileEntry[],
  { required, messages }: { required: boolean; messages: Messages },
): [flags: ValidityStateFlags, message?: string] {
  const failed = entries.filter(({ state }) => state.status === 'failed').length;
  if (failed) return [{ customError: true }, messages.errors.filesFailed(failed)];
  if (entries.some(isPending)) return [{ customError: true }, messages.form.waitingForFiles];
  if (required && !entries.length) return [{ valueMissing: true }, messages.upload.required];
  return [{}];
}
