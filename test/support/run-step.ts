import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A command that checks one thing, or that runs tests and counts them. */
export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** The tests that the command runs; without them it is one check. */
  readonly files?: readonly string[];
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Runs a step, shows what it says line by line, and counts what has passed and what has failed. */
export async function runStep({ name, command, files }: Step): Promise<Counts> {
  const start = performance.now();
  console.log(`${name} │ begins`);
  const counts = files
    ? await countTests(name, command, files)
    : asCheck(await run(name, command, {}));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name} │ ${counts.passed} passed, ${counts.failed} failed in ${seconds} s`);
  return counts;
}

function asCheck(code: number): Counts {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function countTests(
  name: string,
  [program, ...args]: Step['command'],
  files: readonly string[],
): Promise<Counts> {
  if (files.length === 0) {
    console.log(`${name} │ there is no test`);
    return asCheck(1);
  }
  const folder = mkdtempSync(join(tmpdir(), 'case-tests-'));
  const report = join(folder, 'counts');
  const reporters = args.includes('--test')
    ? ['spec', 'stdout', 'tap', report].map(
        (value, index) => `--test-reporter${index % 2 ? '-destination' : ''}=${value}`,
      )
    : [];
  const env = { CASE_TEST_COUNTS: report };
  const code = await run(name, [program, ...args, ...reporters, ...files], env);
  const counts = readCounts(report, code);
  rmSync(folder, { recursive: true });
  return counts;
}

/** A runner that fails without a failed test, or that dies before it has counted, has failed once. */
export function readCounts(report: string, code: number): Counts {
  const text = readReport(report);
  const count = (word: string) =>
    Number([...text.matchAll(new RegExp(`^# ${word} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0);
  const passed = count('pass');
  // A test that did not run has not passed.
  const failed = count('fail') + count('cancelled') + count('skipped') + count('todo');
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

function readReport(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function run(
  name: string,
  [program, ...args]: Step['command'],
  env: Record<string, string>,
): Promise<number> {
  const child = spawn(program, args, {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm is a script on Windows, which only a shell starts.
    shell: process.platform === 'win32' && program === 'npm',
  });
  show(name, child.stdout);
  show(name, child.stderr);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function show(name: string, output: Readable): void {
  createInterface({ input: output }).on('line', (line) => console.log(`${name} │ ${line}`));
}
