import { describedFile } from '../core/drafts/kept-draft.js';
import type { AttachmentSource, RestoredFile } from '../ports/attachment-source.js';
import type { DraftFiles } from '../ports/draft-store.js';
import type { KeptDraft, KeptFile } from '../schema/kept-draft.js';

/** Keeps the files of a form with its draft, and gives them back. */
export class KeptFiles {
  readonly #sources: () => readonly AttachmentSource[];
  readonly #missed: () => void;
  /** What has been on a list of this page: only such a file can have been taken off it here. */
  readonly #seen = new Map<string, File>();
  /** How many drafts have begun. */
  #drafts = 0;

  constructor(sources: () => readonly AttachmentSource[], missed: () => void) {
    this.#sources = sources;
    this.#missed = missed;
  }

  /** Every file on the lists of the form. */
  get listed(): readonly RestoredFile[] {
    return this.#sources().flatMap(({ kept = [] }) => kept);
  }

  /** What a draft has to say of its files as they are now; their bytes are on their way to the store. */
  keep({ key, until, files }: KeptDraft, store: DraftFiles | undefined): readonly KeptFile[] {
    const listed = new Map(this.listed.map((file) => [file.id, file]));
    const known = new Map(files.map((file) => [file.id, file]));
    for (const [id, { file }] of listed) {
      if (this.#seen.get(id) === file) continue;
      this.#seen.set(id, file);
      const written = store?.write(known.get(id)?.key ?? key, id, file, until);
      (written ?? Promise.reject(new Error())).catch(this.#missed);
    }
    const rest = files.filter(({ id }) => {
      const isGone = this.#seen.has(id) && !listed.has(id);
      if (isGone) store?.remove(known.get(id)?.key ?? key, id).catch(() => undefined);
      return !isGone && !listed.has(id);
    });
    const now = [...listed.values()].map(({ file, ...more }) =>
      describedFile(known.get(more.id)?.key ?? key, file, more),
    );
    return [...rest, ...now];
  }

  /**
   * Puts files that were kept, in any of some stores, back on the list. One that was uploaded already does
   * without its bytes. Resolves with whether the draft is still the one that they belong to.
   */
  async restore(
    files: readonly KeptFile[],
    stores: readonly (DraftFiles | undefined)[],
  ): Promise<boolean> {
    const wanted = files.filter(({ id }) => !this.#seen.has(id));
    const [source] = this.#sources().filter(({ restore }) => restore);
    if (!wanted.length || !source) return true;
    const draft = this.#drafts;
    const found = await Promise.all(wanted.map((file) => restored(file, stores)));
    if (draft !== this.#drafts) return false;
    const restorable = found.filter((file) => file !== undefined);
    if (restorable.length < found.length) this.#missed();
    for (const { id, file } of restorable) this.#seen.set(id, file);
    source.restore?.(restorable);
    return true;
  }

  /** Gives files of a draft that has ended without them to the next one, which uploads them anew. */
  passOn(files: readonly RestoredFile[]): void {
    const [source] = this.#sources().filter(({ restore }) => restore);
    if (files.length) source?.restore?.(files.map(({ attachment: _, ...file }) => file));
  }

  /** A new draft has begun. */
  clear(): void {
    this.#seen.clear();
    this.#drafts += 1;
  }
}

async function restored(
  kept: KeptFile,
  stores: readonly (DraftFiles | undefined)[],
): Promise<RestoredFile | undefined> {
  const { id, key, name, type, lastModified, attachment, alt } = kept;
  let bytes: Blob | undefined;
  for (const store of stores) bytes ??= await store?.read(key, id).catch(() => undefined);
  if (!bytes && !attachment) return undefined;
  const file = new File(bytes ? [bytes] : [], name, { type, lastModified });
  return { id, file, ...(attachment && { attachment }), ...(alt && { alt }) };
}
