import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Says when a file was last changed, as ISO 8601, if it is known. */
export type ChangedTime = (path: string) => Promise<string | undefined>;

/** Says it of the files of a folder: by their last commits, by the file system, or not at all. */
export async function changedTimes(
  folder: string,
  from: 'git' | 'file' | undefined,
): Promise<ChangedTime> {
  if (from === 'file') return async (path) => (await stat(path)).mtime.toISOString();
  const times = from === 'git' ? await commitTimes(folder) : new Map<string, string>();
  return (path) => Promise.resolve(times.get(relative(folder, path).replaceAll(sep, '/')));
}

/** The time of each file's last commit, newest commits first; nothing where there is no git. */
async function commitTimes(folder: string): Promise<Map<string, string>> {
  const format = ['-c', 'core.quotePath=off', 'log', '--format=%x00%cI', '--name-only'];
  const options = { cwd: folder, maxBuffer: 1_000_000_000 };
  // A process for each file would take longer than all the rest.
  const log = await run('git', [...format, '--relative', '--', '.'], options).catch(
    () => undefined,
  );
  const times = new Map<string, string>();
  for (const commit of log?.stdout.split('\0') ?? []) {
    const [time = '', ...paths] = commit.split('\n').filter((line) => line !== '');
    for (const path of paths) if (!times.has(path)) times.set(path, time);
  }
  return times;
}
