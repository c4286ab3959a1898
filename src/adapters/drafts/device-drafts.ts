import type { DraftStore } from '../../ports/draft-store.js';
import { indexedDbDrafts } from './indexed-db.js';
import { localDrafts } from './web-storage.js';

/** Where drafts are kept on a device, and where when that is not to be had. */
export interface DeviceStores {
  readonly first?: DraftStore;
  readonly otherwise?: () => DraftStore;
}

/** Keeps drafts on the device: in IndexedDB, or in `localStorage` where there is none or it is closed. */
export function deviceDrafts({
  first = indexedDbDrafts(),
  otherwise = localDrafts,
}: DeviceStores = {}): DraftStore {
  let spare: DraftStore | undefined;
  const use = async <Value>(ask: (store: DraftStore) => Promise<Value>): Promise<Value> => {
    if (spare) return ask(spare);
    try {
      return await ask(first);
    } catch (error) {
      // Whoever is full has to say so: the other store would be full as well, only later.
      if (isFull(error)) throw error;
      spare ??= otherwise();
      return ask(spare);
    }
  };
  return {
    read: (name) => use((store) => store.read(name)),
    write: (name, draft) => use((store) => store.write(name, draft)),
    remove: (name) => use((store) => store.remove(name)),
    names: () => use((store) => store.names()),
    sweep: (now) => use((store) => store.sweep(now)),
    ...(first.files && { files: first.files }),
  };
}

/** Whether a store had no room left. */
export const isFull = (error: unknown): boolean =>
  /Quota/.test(String((Object(error) as Partial<Error>).name));
