import { addressOf } from './index-content.js';
import { LocalIndex } from './local-index.js';
import type { LocalOptions } from '../solutions/local.js';

/** The indexes that are in use, by what they are loaded with and what they are loaded from. */
const byAddress = new WeakMap<typeof globalThis.fetch, Map<string, LocalIndex>>();
const byObject = new WeakMap<object, LocalIndex>();

/** The index of a source; sources of one address, or of one object, share it. */
export function indexFor(options: LocalOptions): LocalIndex {
  const { index, fetch = globalThis.fetch, worker } = options;
  if (typeof index === 'object' && !(index instanceof URL)) return shared(byObject, index, options);
  if (typeof index === 'function') return shared(byObject, index, options);
  const addresses = byAddress.get(fetch) ?? new Map<string, LocalIndex>();
  byAddress.set(fetch, addresses);
  return shared(addresses, `${worker === false} ${addressOf(index)}`, options);
}

interface Shelf<Key> {
  get(key: Key): LocalIndex | undefined;
  set(key: Key, index: LocalIndex): unknown;
}

function shared<Key>(shelf: Shelf<Key>, key: Key, options: LocalOptions): LocalIndex {
  const index = shelf.get(key) ?? new LocalIndex(options);
  shelf.set(key, index);
  return index;
}
