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
/** Everything of one draft: its files are under its name and their own. */
const filesOf = (name: string) => IDBKeyRange.bound([name], [name, []]);

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
  const connection = new Connection(factory, database);
  return {
    read: (name) => connection.run([DRAFTS], 'readonly', (open) => open(DRAFTS).get(name)),
    write: (name, draft) =>
      connection.run([DRAFTS], 'readwrite', (open) => void open(DRAFTS).put(draft, name)),
    remove: (name) =>
      connection.run([DRAFTS, FILES], 'readwrite', (open) => {
        open(DRAFTS).delete(name);
        open(FILES).delete(filesOf(name));
      }),
    sweep: (now) =>
      connection.run([DRAFTS, FILES], 'readwrite', (open) => {
        const walk = open(DRAFTS).openCursor();
        walk.onsuccess = () => {
          const cursor = walk.result;
          if (!cursor) return;
          if (!isCurrent(cursor.value, now)) {
            cursor.delete();
            open(FILES).delete(filesOf(String(cursor.key)));
          }
          cursor.continue();
        };
        return 'later';
      }),
    files: {
      read: (name, id) =>
        connection.run([FILES], 'readonly', (open) => open(FILES).get([name, id])),
      write: (name, id, bytes) =>
        connection.run([FILES], 'readwrite', (open) => void open(FILES).put(bytes, [name, id])),
      remove: (name, id) =>
        connection.run([FILES], 'readwrite', (open) => void open(FILES).delete([name, id])),
    },
  };
}

/** What cannot be read goes as well: nobody would ever drop it. */
const isCurrent = (draft: unknown, now: number) =>
  Number((draft as Partial<{ until: number }>).until) > now;

type Work = (open: (store: string) => IDBObjectStore) => IDBRequest | void | 'later';

/** A database that is opened once, and again when a browser has closed it. */
class Connection {
  #open: IDBDatabase | undefined;
  #opening: Promise<IDBDatabase> | undefined;

  constructor(
    readonly factory: IDBFactory,
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

function openDatabase(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
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
      resolve((typeof request === 'object' ? request.result : undefined) as Value);
    transaction.onabort = () => reject(reasonOf(transaction.error));
    if (mode === 'readwrite' && request !== 'later') transaction.commit();
  });
  return done;
}

const reasonOf = (error: DOMException | null) => error ?? new Error('The database gave no reason.');
