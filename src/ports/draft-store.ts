import type { KeptDraft } from '../schema/kept-draft.js';

/**
 * Where drafts are kept while they are no cases yet.
 *
 * Names are given by the form; nothing is to be read out of them. Every promise rejects when the store is
 * full, blocked or broken: the form says so and goes on without it, as it does when one stays pending.
 */
export interface DraftStore {
  /** The draft of this name, as it was written; nothing if there is none. */
  read(name: string): Promise<unknown>;
  /**
   * Writes a draft in the place of the one that has its name.
   *
   * It is called at every key, and begins before it returns, not later: the page may end right after it.
   * Resolves when the draft is there to stay.
   */
  write(name: string, draft: KeptDraft): Promise<void>;
  /** Drops a draft; one that is not there is dropped already. */
  remove(name: string): Promise<void>;
  /** The names of all drafts that are kept. */
  names(): Promise<readonly string[]>;
  /** Drops what was to be forgotten before `now`, in milliseconds since 1970: drafts and files. */
  sweep(now: number): Promise<void>;
  /** Keeps the bytes of files; a store without it keeps answers alone. */
  readonly files?: DraftFiles;
}

/** Keeps the bytes of files, each by the key of its draft and an id of its own. */
export interface DraftFiles {
  read(key: string, id: string): Promise<Blob | undefined>;
  /** `until` says when the file is to be forgotten, in milliseconds since 1970. */
  write(key: string, id: string, bytes: Blob, until: number): Promise<void>;
  /** Drops one file, or all of a draft. */
  remove(key: string, id?: string): Promise<void>;
}
