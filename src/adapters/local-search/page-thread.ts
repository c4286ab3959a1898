import type { Solution, SolutionQuery } from '../../schema/solution.js';
import type { IndexContent } from './index-content.js';
import { SearchEngine } from './search-engine.js';
import type { SearchThread } from './search-thread.js';
import { inSlices } from './slices.js';

/** The page itself, which searches in slices so that it still draws and answers keys. */
export class PageThread implements SearchThread {
  readonly isLost = false;
  readonly #engine = new SearchEngine(inSlices);
  #last: Promise<unknown> = Promise.resolve();

  async open({ from }: IndexContent): Promise<number> {
    return from instanceof Uint8Array ? this.#engine.open(from) : this.#engine.build(from);
  }

  search(
    index: number,
    query: SolutionQuery,
    limit: number,
    signal: AbortSignal,
  ): Promise<Solution[]> {
    const turn = this.#last.then(() => {
      signal.throwIfAborted();
      return this.#engine.search(index, query, limit);
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  close(index: number): void {
    this.#engine.close(index);
  }
}
