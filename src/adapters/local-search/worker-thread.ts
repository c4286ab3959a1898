import type { Article } from '../../schema/article.js';
import type { Solution, SolutionQuery } from '../../schema/solution.js';
import type { IndexContent } from './index-content.js';
import { copyInSlices } from './slices.js';
import { type Reply, type Request, type SearchThread, ThreadLost } from './search-thread.js';

/** Characters of articles that are handed over at once: a page must not stop for it. */
const BATCH = 250_000;

/** A worker that searches. */
export class WorkerThread implements SearchThread {
  isLost = false;
  /** Resolves when the worker is there, rejects when it cannot be. */
  readonly ready: Promise<unknown>;

  readonly #worker: Worker;
  #settle: { resolve: (result: unknown) => void; reject: (error: Error) => void } | undefined;
  #last: Promise<unknown>;
  #lists = 0;

  readonly #onLost: () => void;

  constructor(worker: Worker, onLost: () => void) {
    this.#worker = worker;
    this.#onLost = onLost;
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if ('error' in data) this.#settle?.reject(new Error(data.error));
      else this.#settle?.resolve(data.result);
    });
    worker.addEventListener('error', this.#lose);
    worker.addEventListener('messageerror', this.#lose);
    this.ready = this.#answer();
    this.#last = this.ready.catch(() => undefined);
  }

  async open({ from, isBorrowed }: IndexContent): Promise<number> {
    if (!(from instanceof Uint8Array)) return this.#build(from);
    const bytes = isBorrowed || !isWhole(from) ? await copyInSlices(from) : from;
    return (await this.#ask({ kind: 'open', bytes }, { transfer: [bytes.buffer] })) as number;
  }

  async search(
    index: number,
    query: SolutionQuery,
    limit: number,
    signal: AbortSignal,
  ): Promise<Solution[]> {
    return (await this.#ask({ kind: 'search', index, query, limit }, { signal })) as Solution[];
  }

  close(index: number): void {
    this.#ask({ kind: 'close', index }).catch(() => undefined);
  }

  async #build(articles: readonly Article[]): Promise<number> {
    const list = ++this.#lists;
    for (const batch of batchesOf(articles)) {
      await this.#ask({ kind: 'add', list, articles: batch });
    }
    return (await this.#ask({ kind: 'build', list })) as number;
  }

  #ask(
    request: Request,
    { signal, transfer = [] }: { signal?: AbortSignal; transfer?: Transferable[] } = {},
  ): Promise<unknown> {
    const turn = this.#last.then(() => {
      signal?.throwIfAborted();
      if (this.isLost) throw new ThreadLost();
      const answer = this.#answer();
      this.#worker.postMessage(request, transfer);
      return answer;
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #answer(): Promise<unknown> {
    return new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
  }

  readonly #lose = (): void => {
    this.isLost = true;
    this.#worker.terminate();
    this.#onLost();
    this.#settle?.reject(new ThreadLost());
  };
}

/** Whether bytes are all of their buffer, so that nothing else goes with them. */
function isWhole({ byteLength, buffer }: Uint8Array): boolean {
  return byteLength === buffer.byteLength;
}

function* batchesOf(articles: readonly Article[]): Generator<Article[]> {
  let batch: Article[] = [];
  let size = 0;
  for (const article of articles) {
    batch.push(article);
    size += article.text.length;
    if (size < BATCH) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  yield batch;
}
