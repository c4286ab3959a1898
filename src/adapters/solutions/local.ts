import type { SolutionSource } from '../../ports/solution-source.js';
import type { Article } from '../../schema/article.js';

/** An index: its bytes, its address, or the articles to make one of. */
export type IndexInput = Uint8Array<ArrayBuffer> | ArrayBuffer | string | URL | readonly Article[];

export interface LocalOptions {
  /**
   * The index, or a function that comes by it at the first search. Bytes that a function resolves with
   * are transferred to the worker; those that are given here stay as they are.
   */
  index: IndexInput | (() => IndexInput | PromiseLike<IndexInput>);
  /** Solutions of one answer at most: 10 unless given. */
  limit?: number;
  /**
   * `false` searches on the main thread, in slices. A function starts the worker, for bundlers that do
   * not find it by themselves; all sources of a page share the first.
   */
  worker?: false | (() => Worker);
  fetch?: typeof globalThis.fetch;
}

export interface LocalSource extends SolutionSource {
  /** Loads the index ahead of the first search. Rejects as a search would. */
  load(): Promise<void>;
}

/**
 * Finds solutions in an index that the page has loaded, in a worker of the page.
 *
 * An address is fetched once in the life of a page, kept for the time without a network, and asked again
 * after it has failed. Sources of the same address, or of the same object, share what they load.
 */
export function local(options: LocalOptions): LocalSource {
  const opened = async () => (await import('../local-search/indexes.js')).indexFor(options);
  return {
    async search(query, { signal }) {
      signal.throwIfAborted();
      return (await opened()).search(query, { limit: options.limit ?? 10, signal });
    },
    async load() {
      await (await opened()).load();
    },
  };
}
