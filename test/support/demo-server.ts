import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');

/** The built demo with its desk, in a process of its own that can be killed and started again. */
export class DemoServer {
  readonly data = mkdtempSync(join(tmpdir(), 'case-desk-'));
  #process: ChildProcess | undefined;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Starts it, on the same port and data as before, and waits until it says so. */
  async start(): Promise<this> {
    this.#port ||= await freePort();
    const env = { ...process.env, PORT: String(this.#port), CASE_DESK_DATA: this.data };
    const child = spawn(process.execPath, [join(root, 'dist/demo-server/serve.js')], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = child;
    for await (const line of createInterface(child.stdout)) {
      if (line.includes('http://')) return this;
    }
    throw new Error('The demo did not start. Has it been built?');
  }

  /** Ends it without a word, as a crash or the kernel would. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.data, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
