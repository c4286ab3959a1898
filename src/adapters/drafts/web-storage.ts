import type { DraftStore } from '../../ports/draft-store.js';
import type { KeptDraft } from '../../schema/kept-draft.js';

const PREFIX = 'case-elements draft ';

/** What a draft store in web storage can be told. */
export interface WebStorageOptions {
  /** A browser that forbids it throws where it is only named, so it is asked for. */
  readonly storage?: () => Storage;
}

/** Keeps drafts for this tab: they outlive a reload and a crash of the page, and end with the tab. */
export function sessionDrafts({
  storage = () => sessionStorage,
}: WebStorageOptions = {}): DraftStore {
  return webStorageDrafts(storage, (name, text) => storage().setItem(name, text));
}

/**
 * Keeps drafts on the device where there is no IndexedDB.
 *
 * `localStorage` holds up every tab of a site while it is written, so that is done once, when the page
 * ends. A page that crashes does not end in that way: what was written last is then only in the session.
 */
export function localDrafts({
  storage = () => localStorage,
  page = globalThis,
}: WebStorageOptions & { readonly page?: EventTarget } = {}): DraftStore {
  const pending = new Map<string, string>();
  const flush = () => {
    for (const [name, text] of pending) storage().setItem(name, text);
    pending.clear();
  };
  page.addEventListener('pagehide', () => {
    try {
      flush();
    } catch {
      // Nobody is left to be told.
    }
  });
  const store = webStorageDrafts(storage, (name, text) => {
    storage(); // What is blocked is told now, not at the end.
    pending.set(name, text);
  });
  return {
    ...store,
    read: (name) => {
      const text = pending.get(PREFIX + name);
      return text === undefined ? store.read(name) : atOnce(() => JSON.parse(text) as unknown);
    },
    remove: (name) => {
      pending.delete(PREFIX + name);
      return store.remove(name);
    },
  };
}

function webStorageDrafts(
  storage: () => Storage,
  put: (name: string, text: string) => void,
): DraftStore {
  // What throws becomes a rejection, as every store promises.
  return {
    read: (name) => atOnce(() => JSON.parse(storage().getItem(PREFIX + name) ?? 'null') as unknown),
    write: (name, draft) => atOnce(() => put(PREFIX + name, JSON.stringify(draft))),
    remove: (name) => atOnce(() => storage().removeItem(PREFIX + name)),
    names: () => atOnce(() => namesIn(storage()).map((name) => name.slice(PREFIX.length))),
    sweep: (now) =>
      atOnce(() => {
        for (const name of namesIn(storage())) {
          if (!(untilOf(storage().getItem(name)) > now)) storage().removeItem(name);
        }
      }),
  };
}

const namesIn = (storage: Storage) =>
  Object.keys(storage).filter((name) => name.startsWith(PREFIX));

/** Does it at once, as a promise of what came of it. */
const atOnce = <Value>(work: () => Value): Promise<Value> =>
  new Promise((resolve) => resolve(work()));

function untilOf(text: string | null): number {
  try {
    return Number((JSON.parse(text ?? '') as Partial<KeptDraft>).until);
  } catch {
    return NaN;
  }
}
