import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { favour } from './favour.js';
import type { Figures } from './measure.js';
import type { Task } from './worker.js';

/** Runs one step in a process of its own; stops it when it takes too long. */
export async function stepInNode(folder: string, task: Task, most: number): Promise<Figures> {
  const { row, step, limit } = task;
  const figures: Figures = {};
  const script = join(folder, 'node-step.mjs');
  const child = spawn(
    process.execPath,
    [
      ...['--expose-gc', '--max-old-space-size=8192', script],
      ...[row.name, step, folder, String(limit)],
    ],
    // A session of its own has a share of the processor of its own.
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  if (child.pid) favour(child.pid);
  let complaint = '';
  child.stderr.on('data', (part: Buffer) => (complaint += part.toString()));
  createInterface(child.stdout).on('line', (line) => Object.assign(figures, JSON.parse(line)));
  const timer = setTimeout(() => {
    figures.stopped = `more than ${most / 1000} s`;
    child.kill('SIGKILL');
  }, most);
  const code = await new Promise((resume) => child.on('close', resume));
  clearTimeout(timer);
  if (code !== 0) figures.stopped ??= reasonIn(complaint);
  return figures;
}

function reasonIn(complaint: string): string {
  if (complaint.includes('heap out of memory')) return 'out of memory';
  return /^\w*Error.*$/m.exec(complaint)?.[0].slice(0, 80) ?? 'died';
}
