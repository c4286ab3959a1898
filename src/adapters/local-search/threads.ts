import type { LocalOptions } from '../solutions/local.js';
import type { SearchThread } from './search-thread.js';
import { startWorker } from './start-worker.js';
import { WorkerThread } from './worker-thread.js';

/** Times that a worker may be lost before the page searches by itself. */
const LOSSES = 2;

/** The threads of this page: one worker for all indexes, and the page itself where there is none. */
const threads: {
  worker?: Promise<SearchThread>;
  page?: Promise<SearchThread>;
  losses: number;
} = { losses: 0 };

/** The thread for an index. Where a worker is not to be had, the page. */
export function threadFor({ worker }: LocalOptions): Promise<SearchThread> {
  if (worker === false || threads.losses >= LOSSES) return pageThread();
  return (threads.worker ??= workerThread(worker ?? startWorker));
}

async function workerThread(start: () => Worker): Promise<SearchThread> {
  try {
    // In Node, under a policy without `worker-src`, or from another origin this throws or is never ready.
    const thread = new WorkerThread(start(), onLost);
    await thread.ready;
    return thread;
  } catch {
    threads.losses = LOSSES;
    return pageThread();
  }
}

function onLost(): void {
  threads.losses++;
  delete threads.worker;
}

/** Loaded only where it is needed: it holds the engine. */
function pageThread(): Promise<SearchThread> {
  return (threads.page ??= import('./page-thread.js').then(({ PageThread }) => new PageThread()));
}
