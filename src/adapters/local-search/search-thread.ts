import type { Article } from '../../schema/article.js';
import type { Solution, SolutionQuery } from '../../schema/solution.js';
import type { IndexContent } from './index-content.js';

/** Where indexes are opened and searched: a worker, or the page itself. */
export interface SearchThread {
  /** Whether it will never answer again. */
  readonly isLost: boolean;
  /** Opens an index; resolves with its number. */
  open(content: IndexContent): Promise<number>;
  /** One search after the other; what is no longer wanted when its turn comes is not begun. */
  search(
    index: number,
    query: SolutionQuery,
    limit: number,
    signal: AbortSignal,
  ): Promise<Solution[]>;
  close(index: number): void;
}

/** The thread is gone, and with it every index that was open there. */
export class ThreadLost extends Error {
  override readonly name = 'ThreadLost';
}

/** What a worker is asked; it answers one after the other. */
export type Request =
  /** Articles of a list, of which an index is built when all are there. */
  | { readonly kind: 'add'; readonly list: number; readonly articles: readonly Article[] }
  | { readonly kind: 'build'; readonly list: number }
  | { readonly kind: 'open'; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly kind: 'search';
      readonly index: number;
      readonly query: SolutionQuery;
      readonly limit: number;
    }
  | { readonly kind: 'close'; readonly index: number };

/** What it answers; the first, without being asked, is that it is there. */
export type Reply = { readonly result: unknown } | { readonly error: string };
