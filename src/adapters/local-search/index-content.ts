import type { Article } from '../../schema/article.js';
import { fetchIndex } from './index-file.js';
import type { IndexInput, LocalOptions } from '../solutions/local.js';

/** What an index is opened from or made of. */
export interface IndexContent {
  readonly from: Uint8Array<ArrayBuffer> | readonly Article[];
  /** Whether the bytes belong to the page, which may need them again. */
  readonly isBorrowed?: boolean;
  /** Where it came from, for a message. */
  readonly name?: string;
  /** Keeps the bytes for the time without a network, once they have proved sound. */
  readonly keep?: () => Promise<void>;
  /** Forgets what was kept, when it has proved unsound. */
  readonly forget?: () => Promise<void>;
}

/** Comes by what the index of a source is opened from. */
export async function contentOf({ index, fetch }: LocalOptions): Promise<IndexContent> {
  const isFunction = typeof index === 'function';
  const input: IndexInput = isFunction ? await index() : index;
  if (typeof input === 'string' || input instanceof URL) return fetchIndex(addressOf(input), fetch);
  if (Array.isArray(input)) return { from: input as readonly Article[] };
  const from = input instanceof ArrayBuffer ? new Uint8Array(input) : input;
  if (from instanceof Uint8Array) return { from, isBorrowed: !isFunction };
  throw new TypeError('An index is bytes, an address, or a list of articles.');
}

/** An address of the page, as a whole. */
export function addressOf(url: string | URL): string {
  const { document, location } = globalThis as Partial<typeof globalThis>;
  return new URL(url, document?.baseURI ?? location?.href).href;
}
