/**
 * Runs every check and every test of the project, and says at the very end how many there were.
 *
 * `npm test` runs all; `npm test -- lint browser` runs two steps, without building first;
 * `npm test -- test/core/pattern.test.ts` runs one file.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Counts, type Step, runStep } from './support/run-step.js';

const asked = process.argv.slice(2);

/** Every test of the project; if files were asked for, those of them. */
const testFiles = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .map((path) => `test/${path.replaceAll(sep, '/')}`)
  .filter((file) => file.endsWith('.test.ts') && !file.startsWith('test/bench/'))
  .filter((file, _, all) => asked.includes(file) || !all.some((other) => asked.includes(other)))
  .sort();

const isJourney = (file: string) => file.startsWith('test/journeys/');
/** A test that imports Node's runner is run by it; every other one needs a browser. */
const isForNode = (file: string) =>
  readFileSync(join(import.meta.dirname, '..', file), 'utf8').includes("from 'node:test'");

function script(name: string): Step {
  return { name, command: ['npm', 'run', '--silent', name] };
}

/** Tests that Node's own runner runs. */
function inNode(name: string, files: string[], ...options: string[]): Step {
  return { name, files, command: [process.execPath, '--import', 'tsx', '--test', ...options] };
}

/** Tests that a browser runs. */
function inBrowser(name: string, files: string[]): Step {
  const runner = 'node_modules/@web/test-runner/dist/bin.js';
  const options = ['--config', 'test/web-test-runner.config.js', '--files'];
  return { name, files, command: [process.execPath, '--import', 'tsx', runner, ...options] };
}

const steps = {
  build: script('build'),
  typecheck: script('typecheck'),
  lint: script('lint'),
  node: inNode(
    'node',
    testFiles.filter((file) => !isJourney(file) && isForNode(file)),
    // Many of them wait for a server or a browser.
    '--test-concurrency=2',
    '--test-timeout=180000',
  ),
  browser: inBrowser(
    'browser',
    testFiles.filter((file) => !isJourney(file) && !isForNode(file)),
  ),
  journeys: inNode(
    'journeys',
    testFiles.filter(isJourney),
    '--test-concurrency=1',
    '--test-timeout=540000',
  ),
};

function isAsked({ name, files = [] }: Step): boolean {
  return asked.length === 0 || asked.includes(name) || files.some((file) => asked.includes(file));
}

async function inTurn(...some: Step[]): Promise<Counts[]> {
  const counts: Counts[] = [];
  for (const step of some.filter(isAsked)) counts.push(await runStep(step));
  return counts;
}

/** Two cores, two lanes: one for the compilers and Node, one for the browser. */
async function inLanes(): Promise<Counts[]> {
  const { build, typecheck, lint, node, browser, journeys } = steps;
  const first = await inTurn(build);
  const lanes = await Promise.all([inTurn(typecheck, lint, node), inTurn(browser, journeys)]);
  return [...first, ...lanes.flat()];
}

const known = Object.values(steps).flatMap(({ name, files = [] }) => [name, ...files]);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`Neither a step nor a test file: ${unknown.join(', ')}`);

const counts = await inLanes();
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
