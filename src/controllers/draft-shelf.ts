import { isFull } from '../adapters/drafts/device-drafts.js';
import { isForgotten } from '../core/drafts/kept-draft.js';
import type { DraftFiles, DraftStore } from '../ports/draft-store.js';
import { type KeptDraft, KeptDraftSchema } from '../schema/kept-draft.js';
import { parse } from '../schema/parse.js';

/** Where a draft is kept: on the device, or in the session of this tab alone. */
export type Place = 'device' | 'tab';
/** Why a draft is not kept as it should be. */
export type Problem = 'blocked' | 'full' | 'slow' | 'files';

/** Milliseconds after which a store that does not answer is told of. Nobody waits for it. */
const SLOW = 1000;

const PLACES: readonly Place[] = ['device', 'tab'];

/** The name, in the session of the tab, of what was on its way to the device when the page ended. */
const lastOf = (name: string) => `${name} last`;

/** Puts drafts where they are kept, and knows how that went. */
export class DraftShelf {
  /** Where the last change is safe; nowhere while it is being written. */
  saved: Place | undefined;
  problem: Problem | undefined;
  readonly #stores: Readonly<Record<Place, DraftStore>>;
  readonly #changed: () => void;
  #writes = 0;
  /** Ends with the write that is on its way to the device. */
  #writing: AbortController | undefined;

  constructor(stores: Readonly<Record<Place, DraftStore>>, changed: () => void) {
    this.#stores = stores;
    this.#changed = changed;
  }

  /** What is kept under a name, unless its time is over. A store that fails has nothing. */
  async read(name: string, place: Place, now: number): Promise<KeptDraft | undefined> {
    const slow = this.#watch();
    try {
      const { value } = parse(KeptDraftSchema, await this.#stores[place].read(name));
      if (!value || isForgotten(value, now)) return undefined;
      return place === 'device' ? await this.#newest(name, value) : value;
    } catch {
      return undefined; // What cannot be read cannot be written, and that is told then.
    } finally {
      this.#unwatch(slow);
    }
  }

  /** Begins to write at once; where a device takes nothing, the tab’s session has to do. */
  async write(name: string, draft: KeptDraft, places: readonly Place[]): Promise<void> {
    this.#writes += 1;
    const write = this.#writes;
    const slow = this.#watch();
    const written = this.#overlive(name, draft);
    const put = async (place: Place) => {
      await this.#stores[place].write(name, draft);
      return place;
    };
    const results = await Promise.allSettled(places.map(put));
    written.abort();
    let saved = results.find(({ status }) => status === 'fulfilled');
    const failure = results.find((result) => result.status === 'rejected');
    if (!saved && !places.includes('tab')) [saved] = await Promise.allSettled([put('tab')]);
    this.#unwatch(slow);
    if (write !== this.#writes) return;
    const place = saved?.status === 'fulfilled' ? saved.value : undefined;
    this.#tell(place, place ? undefined : isFull(failure?.reason) ? 'full' : 'blocked');
  }

  /** Where the bytes of files go. */
  filesOf(place: Place): DraftFiles | undefined {
    return this.#stores[place].files;
  }

  /** Drops a draft; resolves when it is gone, or when a store will not say so. */
  async remove(name: string, keys: readonly string[], places = PLACES): Promise<void> {
    this.#writes += 1;
    this.#writing?.abort();
    this.#tell(undefined, undefined);
    const gone = places.flatMap((place) => [
      this.#stores[place].remove(name),
      this.#stores.tab.remove(lastOf(name)),
      ...keys.map(async (key) => this.#stores[place].files?.remove(key)),
    ]);
    await Promise.race([Promise.allSettled(gone), after(SLOW)]);
  }

  /** Drops every draft whose name begins so. */
  async clear(begin: string, now: number): Promise<void> {
    const clear = async (place: Place) => {
      const names = await this.#stores[place].names();
      for (const name of names.filter((one) => one.startsWith(begin))) {
        const draft = await this.read(name, place, now);
        await this.remove(name, draft ? keysOf(draft) : [], [place]);
      }
    };
    await Promise.race([Promise.allSettled(PLACES.map(clear)), after(SLOW)]);
  }

  sweep(now: number): void {
    for (const store of Object.values(this.#stores)) store.sweep(now).catch(() => undefined);
  }

  /** Files cannot be kept, while answers can. */
  missFiles(): void {
    this.#tell(this.saved, this.problem ?? 'files');
  }

  /** A page that ends before its device has written leaves the draft to the session, which takes it at once. */
  #overlive(name: string, draft: KeptDraft): AbortController {
    this.#writing?.abort();
    const writing = new AbortController();
    const leave = () => void this.#stores.tab.write(lastOf(name), draft).catch(() => undefined);
    addEventListener('pagehide', leave, { signal: writing.signal });
    this.#writing = writing;
    return writing;
  }

  /** What is on the device, or how the page before has left it. One that has ended meanwhile is on no device. */
  async #newest(name: string, kept: KeptDraft): Promise<KeptDraft> {
    const left: unknown = await this.#stores.tab.read(lastOf(name)).catch(() => undefined);
    if (left === undefined) return kept;
    void this.#stores.tab.remove(lastOf(name)).catch(() => undefined);
    const { value: last } = parse(KeptDraftSchema, left);
    return last?.key === kept.key && last.changed > kept.changed ? last : kept;
  }

  #watch() {
    return setTimeout(() => this.#tell(undefined, 'slow'), SLOW);
  }

  #unwatch(timer: ReturnType<typeof setTimeout>): void {
    clearTimeout(timer);
    if (this.problem === 'slow') this.#tell(this.saved, undefined);
  }

  #tell(saved: Place | undefined, problem: Problem | undefined): void {
    const isKnown = this.saved === saved && this.problem === problem;
    this.saved = saved;
    this.problem = problem ?? (this.problem === 'files' && saved ? 'files' : undefined);
    if (!isKnown) this.#changed();
  }
}

/** The keys that a draft, or a file of it, is under. */
export const keysOf = ({ key, files }: KeptDraft): string[] => [
  ...new Set([key, ...files.map((file) => file.key)]),
];

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
