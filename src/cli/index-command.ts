import { existsSync } from 'node:fs';
import { indexHelp } from './help.js';
import { type IndexCommand, indexArguments } from './index-arguments.js';
import { NothingToIndex, makeIndex } from './make-index.js';
import { Progress, type Screen } from './progress.js';
import { reasonOf } from './read/read-error.js';
import { isWebSource } from './read/read-source.js';
import { leftOutReport, remarkReport, summaryOf } from './report.js';
import { changes } from './watch.js';
import { writeWhole } from './write-file.js';

/** What the command ends with. */
export const exitCodes = { done: 0, failed: 1, misused: 2, incomplete: 3 } as const;

/** Where a command writes, and what ends it. */
export interface Surroundings {
  readonly output: Screen;
  readonly errors: Screen;
  /** Aborts when somebody wants the process to end; until it is asked for, they end it themselves. */
  readonly untilEnded: () => AbortSignal;
}

/**
 * Builds an index, and again after each change if that is asked for.
 *
 * @returns What the process ends with.
 * @throws {UsageError} When it was called wrongly.
 */
export async function indexCommand(
  args: readonly string[],
  { output, errors, untilEnded }: Surroundings,
): Promise<number> {
  const command = indexArguments(args);
  if (command.help) {
    output.write(indexHelp);
    return exitCodes.done;
  }
  if (!command.watch) return buildOnce(command, errors);
  const sources = command.from.filter((path) => isOnDisk(path));
  if (sources.length === 0) {
    await buildOnce(command, errors);
    errors.write('There is nothing to watch: no source is a file or a folder on this disk.\n');
    return exitCodes.failed;
  }
  const changed = changes(watchedWith(sources, command), command.out, untilEnded());
  do {
    await buildOnce(command, errors);
    if (!command.quiet) errors.write('Waiting for changes …\n');
  } while (!(await changed.next()).done);
  return exitCodes.done;
}

function watchedWith(sources: readonly string[], { resolved = '' }: IndexCommand): string[] {
  return isOnDisk(resolved) ? [...sources, resolved] : [...sources];
}

function isOnDisk(path: string): boolean {
  return path !== '' && !isWebSource(path) && existsSync(path);
}

async function buildOnce(command: IndexCommand, errors: Screen): Promise<number> {
  const progress = new Progress(errors);
  const onProgress = command.quiet ? undefined : progress.report;
  try {
    const made = await makeIndex({ ...command, onProgress });
    await writeWhole(command.out, made.bytes);
    progress.clear();
    if (!command.quiet) errors.write(leftOutReport(made) + summaryOf(made, command.out));
    errors.write(remarkReport([...made.notices, ...made.faults]));
    return made.faults.length > 0 ? exitCodes.incomplete : exitCodes.done;
  } catch (error) {
    progress.clear();
    if (error instanceof NothingToIndex) {
      errors.write(remarkReport(error.faults) + leftOutReport(error));
    }
    errors.write(`${reasonOf(error)}\n`);
    return exitCodes.failed;
  }
}
