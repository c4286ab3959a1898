import type { AddressOptions } from './page-address.js';

/** How sources are read. */
export interface ReadOptions extends AddressOptions {
  /** Where the date of an article comes from that names none. */
  readonly updatedFrom?: 'git' | 'file' | undefined;
  /** Pages of one site that are fetched at most; 10,000 unless told. */
  readonly maxPages?: number | undefined;
  /** Milliseconds that the answer of a site may take; 20,000 unless told. */
  readonly timeout?: number | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Is told what is being read; of how many, if that is known. */
  readonly onProgress?: ((source: string, done: number, total?: number) => void) | undefined;
}
