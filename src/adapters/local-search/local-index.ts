import { untilAborted } from '../../core/until-aborted.js';
import type { Solution, SolutionQuery } from '../../schema/solution.js';
import { contentOf } from './index-content.js';
import type { LocalOptions } from '../solutions/local.js';
import { type SearchThread, ThreadLost } from './search-thread.js';
import { threadFor } from './threads.js';

/** An index in the thread that searches it. */
interface Opened {
  readonly thread: SearchThread;
  readonly number: number;
  /** Forgets the bytes that were kept of it. */
  readonly forget?: (() => Promise<void>) | undefined;
}

export interface Asked {
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** What all sources of one index share: it is loaded when it is first needed, and again if that failed. */
export class LocalIndex {
  readonly #options: LocalOptions;
  #opening: Promise<Opened> | undefined;

  constructor(options: LocalOptions) {
    this.#options = options;
  }

  async load(): Promise<void> {
    await this.#use(() => Promise.resolve());
  }

  search(query: SolutionQuery, { limit, signal }: Asked): Promise<Solution[]> {
    const found = this.#use(async (opened) => {
      const { thread, number } = opened;
      try {
        return await thread.search(number, query, limit, signal);
      } catch (error) {
        if (!signal.aborted && !(error instanceof ThreadLost)) await this.#giveUp(opened);
        throw error;
      }
    });
    return untilAborted(found, signal);
  }

  /** Some damage shows only when it is read: the next search opens the index anew. */
  async #giveUp({ thread, number, forget }: Opened): Promise<void> {
    this.#opening = undefined;
    thread.close(number);
    await forget?.();
  }

  /** Does something with the open index; a thread that is lost is followed by another one. */
  async #use<Result>(work: (opened: Opened) => Promise<Result>): Promise<Result> {
    for (;;) {
      try {
        return await work(await this.#opened());
      } catch (error) {
        if (!(error instanceof ThreadLost)) throw error;
      }
    }
  }

  async #opened(): Promise<Opened> {
    const opening = (this.#opening ??= this.#open());
    try {
      const opened = await opening;
      if (!opened.thread.isLost) return opened;
      throw new ThreadLost();
    } catch (error) {
      // Another one may have begun anew since.
      if (this.#opening === opening) this.#opening = undefined;
      throw error;
    }
  }

  async #open(): Promise<Opened> {
    const [thread, content] = await Promise.all([
      threadFor(this.#options),
      contentOf(this.#options),
    ]);
    try {
      const number = await thread.open(content);
      const opened = { thread, number, forget: content.forget };
      closings.register(this, opened);
      void content.keep?.();
      return opened;
    } catch (error) {
      if (error instanceof ThreadLost || !content.forget) throw error;
      await content.forget();
      throw new Error(`${content.name}: ${(error as Error).message}`, { cause: error });
    }
  }
}

/** An index that nobody can search any more leaves the worker, too. */
const closings = new FinalizationRegistry<Opened>(({ thread, number }) => thread.close(number));
