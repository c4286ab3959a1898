import { help } from './help.js';
import { type Surroundings, exitCodes, indexCommand } from './index-command.js';
import { UsageError } from './usage-error.js';
import { version } from './version.js';

/** Runs the command line tool; resolves with what the process ends with. */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const [command, ...rest] = args;
  const { output, errors } = surroundings;
  try {
    if (command === 'index') return await indexCommand(rest, surroundings);
    if (command === '--version' || command === '-v') output.write(`${version}\n`);
    else if (command === '--help' || command === '-h') output.write(help);
    else throw new UsageError(command ? `There is no command “${command}”.` : 'Say what to do.');
    return exitCodes.done;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    errors.write(
      `${error.message}\nnpx case-elements ${command === 'index' ? 'index ' : ''}--help\n`,
    );
    return exitCodes.misused;
  }
}
