import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import type { Fetch } from './test-desk.js';
import { origin } from './test-desk.js';

/** A desk in a process of its own. */
export interface DeskProcess {
  /** Sends a request for the address of `test-desk.ts` to this process. */
  readonly fetch: Fetch;
  /** Its address on this machine. */
  readonly url: URL;
  /** Ends it at once, without a chance to write anything. */
  kill(): Promise<void>;
}

/** Starts a desk on a folder; it ends with the test. */
export async function startDesk(
  context: TestContext,
  data: string,
  fault = 'none',
): Promise<DeskProcess> {
  const script = join(import.meta.dirname, 'serve-desk.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, data, fault], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  context.after(kill);
  const url = new URL(await firstLine(child));
  return {
    url,
    kill,
    fetch: (request) => fetch(request.url.replace(origin, url.origin), request),
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The process has no output.');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('The desk has not started.');
}
