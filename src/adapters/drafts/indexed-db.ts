import type { DraftStore } from '../../ports/draft-store.js';

/** What a draft store in IndexedDB can be told. */
export interface IndexedDbOptions {
  /** Of the database; pages of one origin that name the same one share their drafts. */
  readonly database?: string;
  /** A page that has none throws here, and drafts are kept elsewhere. */
  readonly factory?: IDBFactory;
}

const DRAFTS = 'drafts';
const FILES = 'files';
/** The files of one draft; each is under the key of its draft and an id of its own. */
const filesOf = (key: string) => IDBKeyRange.bound([key], [key, []]);

/**
 * Keeps drafts in IndexedDB, where they outlive the page, the tab and the browser.
 *
 * Each write is a transaction that is told to commit at once. Without that, a page that is reloaded or
 * crashes right after a key lost it in two of three runs; with it, in none (Chromium 156).
 */
export function indexedDbDrafts({
  database = 'case-elements',
  factory = globalThis.indexedDB,
}: IndexedDbOptions = {}): Required<DraftStore> {
  const connection = connectionTo(database, factory);
  return {
    read: (name) => connection.run([DRAFTS], 'readonly', (open) => open(DRAFTS).get(name)),
    write: (name, draft) =>
      connection.run([DRAFTS], 'readwrite', (open) => open(DRAFTS).put(draft, name)),
    remove: (name) => connection.run([DRAFTS], 'readwrite', (open) => open(DRAFTS).delete(name)),
    names: () => connection.run([DRAFTS], 'readonly', (open) => open(DRAFTS).getAllKeys()),
    sweep: (now) =>
      connection.run([DRAFTS, FILES], 'readwrite', (open) => {
        dropFrom(open(DRAFTS), now);
        dropFrom(open(FILES), now);
        return 'later';
      }),
    files: {
      read: async (key, id) => {
        const kept = await connection.run<Partial<{ bytes: unknown }> | undefined>(
          [FILES],
          'readonly',
          (open) => open(FILES).get([key, id]),
        );
        return kept?.bytes instanceof Blob ? kept.bytes : undefined;
      },
      write: (key, id, bytes, until) =>
        connection.run([FILES], 'readwrite', (open) =>
          open(FILES).put({ bytes, until }, [key, id]),
        ),
      remove: (key, id) =>
        connection.run([FILES], 'readwrite', (open) =>
          open(FILES).delete(id === undefined ? filesOf(key) : [key, id]),
        ),
    },
  };
}

/** Drops what is over; so goes what cannot be read, since nobody would ever drop it. */
function dropFrom(store: IDBObjectStore, now: number): void {
  const walk = store.openCursor();
  walk.onsuccess = () => {
    const cursor = walk.result;
    if (!cursor) return;
    const { until } = Object(cursor.value) as Partial<{ until: unknown }>;
    if (!(Number(until) > now)) cursor.delete();
    cursor.continue();
  };
}

/** A browser keeps an open connection until its page ends, so all stores of one database share one. */
const connections = new WeakMap<IDBFactory, Map<string, Connection>>();

function connectionTo(database: string, factory: IDBFactory | undefined): Connection {
  if (!factory) return new Connection(factory, database);
  const known = connections.get(factory) ?? new Map<string, Connection>();
  const connection = known.get(database) ?? new Connection(factory, database);
  connections.set(factory, known.set(database, connection));
  return connection;
}

/** What is asked of a transaction; `later` when more follows on an answer, so that it must stay open. */
type Work = (open: (store: string) => IDBObjectStore) => IDBRequest | 'later';

/** A database that is opened once, and again when a browser has closed it. */
class Connection {
  #open: IDBDatabase | undefined;
  #opening: Promise<IDBDatabase> | undefined;

  constructor(
    readonly factory: IDBFactory | undefined,
    readonly name: string,
  ) {
    // Opened before the first key is pressed: what waits for it is lost when the page ends.
    this.#connect().catch(() => undefined);
  }

  /** Begins at once where the database is open, so that not even a task passes before the write is on its way. */
  run<Value>(stores: string[], mode: IDBTransactionMode, work: Work): Promise<Value> {
    if (this.#open) {
      try {
        return transact<Value>(this.#open, stores, mode, work);
      } catch {
        this.#open = undefined; // It is being closed: by a newer version of the page, or by its person.
      }
    }
    return this.#connect().then((database) => transact<Value>(database, stores, mode, work));
  }

  #connect(): Promise<IDBDatabase> {
    this.#opening ??= openDatabase(this.factory, this.name).then(
      (database) => this.#keep(database),
      (error: unknown) => {
        this.#opening = undefined;
        throw error;
      },
    );
    return this.#opening;
  }

  #keep(database: IDBDatabase): IDBDatabase {
    const leave = () => {
      this.#open = undefined;
      this.#opening = undefined;
    };
    database.onclose = leave;
    database.onversionchange = () => {
      leave();
      database.close();
    };
    this.#open = database;
    return database;
  }
}

function openDatabase(factory: IDBFactory | undefined, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (!factory) throw new TypeError('There is no IndexedDB here.');
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(DRAFTS);
      request.result.createObjectStore(FILES);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(reasonOf(request.error));
  });
}

function transact<Value>(
  database: IDBDatabase,
  stores: string[],
  mode: IDBTransactionMode,
  work: Work,
): Promise<Value> {
  const transaction = database.transaction(stores, mode);
  const done = new Promise<Value>((resolve, reject) => {
    const request = work((store) => transaction.objectStore(store));
    transaction.oncomplete = () =>
      resolve((mode === 'readonly' && request !== 'later' ? request.result : undefined) as Value);
    transaction.onabort = () => reject(reasonOf(transaction.error));
    if (mode === 'readwrite' && request !== 'later') transaction.commit();
  });
  return done;
}

const reasonOf = (error: DOMException | null) => error ?? new Error('The database gave no reason.');
