import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Milliseconds without a change before it counts: editors write a file in several steps. */
const QUIET = 150;

/**
 * Yields each time files have changed, in folders and below or by their own names, until the signal
 * aborts. What changes meanwhile is yielded next.
 *
 * @param own - A file that is written in answer to a change, and so is none.
 */
export async function* changes(
  paths: readonly string[],
  own: string,
  signal: AbortSignal,
): AsyncGenerator<void> {
  const waiting = new Set<() => void>();
  const wake = () => waiting.forEach((resume) => resume());
  const state = { isChanged: false };
  let timer: NodeJS.Timeout | undefined;
  const change = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      state.isChanged = true;
      wake();
    }, QUIET);
  };
  const watchers = paths.map((path) =>
    watchPath(path, (at) => {
      if (!at.startsWith(resolve(own))) change();
    }),
  );
  signal.addEventListener('abort', wake);
  try {
    while (!signal.aborted) {
      if (!state.isChanged) await new Promise<void>((resume) => waiting.add(resume));
      waiting.clear();
      if (!state.isChanged) continue;
      state.isChanged = false;
      yield;
    }
  } finally {
    signal.removeEventListener('abort', wake);
    clearTimeout(timer);
    watchers.forEach((watcher) => watcher.close());
  }
}

/** A file is watched through its folder: many editors put a new one in its place. */
function watchPath(path: string, onChange: (path: string) => void): FSWatcher {
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  return watch(folder, { recursive: isFolder }, (_, name) => {
    if (isFolder || name === null || name === basename(path)) {
      onChange(resolve(join(folder, name ?? '')));
    }
  });
}
