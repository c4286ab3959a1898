/** Remembers over a reload where an upload was going, so that it can go on there. */
export interface UploadUrlStore {
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
  delete(name: string): Promise<void>;
}

const DATABASE = 'case-elements-uploads';
const TABLE = 'places';

interface Row {
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Keeps the places in IndexedDB for a day, the lifetime of a draft, unless told otherwise. */
export function indexedUrlStore({
  lifetime = 86_400_000,
  now = Date.now,
}: { /** Milliseconds. */ lifetime?: number; now?: () => number } = {}): UploadUrlStore {
  const inTable = async <Value>(act: (table: IDBObjectStore) => IDBRequest<Value>) => {
    const database = await open();
    try {
      return await settled(act(database.transaction(TABLE, 'readwrite').objectStore(TABLE)));
    } finally {
      database.close();
    }
  };
  return {
    async get(name) {
      const row = (await inTable((table) => {
        dropBefore(table, now() - lifetime);
        return table.get(name);
      })) as Row | undefined;
      return row && row.at > now() - lifetime ? row.value : undefined;
    },
    async set(name, value) {
      await inTable((table) => {
        const request = table.put({ value, at: now() } satisfies Row, name);
        // Written even when the page ends in the next moment.
        table.transaction.commit();
        return request;
      });
    },
    delete: (name) => inTable((table) => table.delete(name)),
  };
}

/** Forgets where any upload was going, as for the next person at a shared computer. */
export async function forgetUploads(): Promise<void> {
  await settled(indexedDB.deleteDatabase(DATABASE));
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(TABLE).createIndex('at', 'at');
  };
  return settled(request);
}

function dropBefore(table: IDBObjectStore, time: number): void {
  const old = table.index('at').openKeyCursor(IDBKeyRange.upperBound(time));
  old.onsuccess = () => {
    if (!old.result) return;
    table.delete(old.result.primaryKey);
    old.result.continue();
  };
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB gave no reason.'));
  });
}
