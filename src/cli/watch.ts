import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { temporaryOf } from './write-file.js';

/** Milliseconds without a change before it counts: editors write a file in several steps. */
const QUIET = 150;

/**
 * Watches files, in folders and below or by their own names, and yields each time some have changed,
 * until the signal aborts. What changes meanwhile is yielded next.
 *
 * @param own - A file that is written in answer to a change, and so is none; as is the one in the making.
 */
export function changes(
  paths: readonly string[],
  own: string,
  signal: AbortSignal,
): AsyncGenerator<void> {
  const watched = new Watched();
  const isOwn = (path: string) => path === resolve(own) || path === resolve(temporaryOf(own));
  // From now on, and not from when somebody first waits: the first answer takes a while.
  for (const path of paths) {
    watched.watchers.push(watchPath(path, (at) => !isOwn(at) && watched.change()));
  }
  return changesOf(watched, signal);
}

/** What is watched, and whether it has changed since somebody last asked. */
class Watched {
  readonly watchers: FSWatcher[] = [];
  isChanged = false;
  wake = () => {};
  #timer: NodeJS.Timeout | undefined;

  change(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.isChanged = true;
      this.wake();
    }, QUIET);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.watchers.forEach((watcher) => watcher.close());
  }
}

async function* changesOf(watched: Watched, signal: AbortSignal): AsyncGenerator<void> {
  const end = () => watched.wake();
  signal.addEventListener('abort', end);
  try {
    while (!signal.aborted) {
      if (!watched.isChanged) await new Promise<void>((resume) => (watched.wake = resume));
      if (!watched.isChanged) continue;
      watched.isChanged = false;
      yield;
    }
  } finally {
    signal.removeEventListener('abort', end);
    watched.close();
  }
}

/** A file is watched through its folder: many editors put a new one in its place. */
function watchPath(path: string, onChange: (path: string) => unknown): FSWatcher {
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  return watch(folder, { recursive: isFolder }, (_, name) => {
    if (isFolder || name === null || name === basename(path)) {
      onChange(resolve(join(folder, name ?? '')));
    }
  });
}
