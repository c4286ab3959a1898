import { createHash } from 'node:crypto';

/** A file that the desk has acknowledged, or was about to. */
export interface StoredFile {
  readonly ref: string;
  /** The key of the draft it came with. */
  readonly key: string;
  readonly name: string;
  readonly sha256: string;
}

/** A case that the desk has committed. */
export interface StoredCase {
  readonly number: string;
  readonly key: string;
  values: Readonly<Record<string, unknown>>;
  /** What the draft said its files are. */
  readonly refs: Set<string>;
}

/** A draft as it comes in. */
export interface SentDraft {
  readonly key?: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly attachments?: readonly { readonly id: string; readonly ref?: string }[];
}

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** What the desk holds. It honours keys: a draft of a key it knows is a revision of the case. */
export class Ledger {
  readonly cases: StoredCase[] = [];
  readonly files = new Map<string, StoredFile>();
  #refs = 0;

  /** Commits a draft, and gives its receipt. */
  commit(draft: SentDraft): { number: string } {
    const { key = '', values = {}, attachments = [] } = draft;
    const refs = attachments.map(({ id, ref }) => ref ?? id);
    const known = key ? this.cases.find((one) => one.key === key) : undefined;
    if (known) {
      known.values = values;
      refs.forEach((ref) => known.refs.add(ref));
      return { number: known.number };
    }
    const number = `C-${this.cases.length + 1}`;
    this.cases.push({ number, key, values, refs: new Set(refs) });
    return { number };
  }

  /** Stores a file; one whose `id` is known is the one that is there. */
  store(bytes: Uint8Array, { id, key, name }: { id: string; key: string; name: string }): string {
    const ref = id ? `f-${id}` : `f-${(this.#refs += 1)}`;
    if (!this.files.has(ref)) this.put(ref, bytes, { key, name });
    return ref;
  }

  /** Acknowledges what is stored elsewhere under this reference. */
  put(ref: string, bytes: Uint8Array, { key, name }: { key: string; name: string }): void {
    this.files.set(ref, { ref, key, name, sha256: sha256(bytes) });
  }

  remove(ref: string): boolean {
    return this.files.delete(ref);
  }

  /** The contents of a case's files: those its draft names, and those that came under its key. */
  filesOf({ key, refs }: StoredCase): StoredFile[] {
    const named = new Set([...refs].map(pathOf));
    const isOfCase = (file: StoredFile) => named.has(file.ref) || (key && file.key === key);
    return [...this.files.values()].filter(isOfCase);
  }
}

/** A file may be named by its whole address. */
const pathOf = (ref: string): string => (URL.canParse(ref) ? new URL(ref).pathname : ref);
