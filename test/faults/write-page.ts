import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { markdownTable } from '../bench/search/table.js';
import type { Result } from './cell.js';
import { complaintOf, isSound, tableOf, totalsOf } from './report.js';

const path = join(import.meta.dirname, '../../docs/guide/42-nothing-is-lost.md');
/** What stands from this heading to the next is written by a run. */
const HEADING = '## The figures\n';

/** Fills the place of the documentation where the figures stand. */
export async function writePage(results: readonly Result[], seed: number): Promise<void> {
  const page = readFileSync(path, 'utf8');
  const from = page.indexOf(HEADING) + HEADING.length;
  const to = page.indexOf('\n## ', from);
  if (from < HEADING.length || to < 0) throw new Error('The page has no place for figures.');
  const filled = `${page.slice(0, from)}\n${figures(results, seed)}\n${page.slice(to)}`;
  writeFileSync(path, await format(filled, { parser: 'markdown' }));
}

function figures(results: readonly Result[], seed: number): string {
  const { cells, lost, duplicated, hanging, early } = totalsOf(results);
  const spoken = [...new Set(results.map(({ cell }) => cell.protocol))];
  const day = new Date().toISOString().slice(0, 10);
  const paragraphs = [
    `Run on ${day} with \`npm run faults -- --seed ${seed} --write\`: ${cells} runs; files by ${spoken.join(', ')}.`,
    `**Lost: ${lost}. Duplicated: ${duplicated}. Hanging: ${hanging}.** Requests before a time that the server had named: ${early}.`,
    'Each cell says how many runs ended with exactly one case, every character and every file, of how many.',
    markdownTable(tableOf(results)),
    unsound(results),
  ];
  return paragraphs.filter(Boolean).join('\n\n');
}

/** The page hides nothing: what is not sound is named. */
function unsound(results: readonly Result[]): string {
  const list = results.filter((result) => !isSound(result)).map((one) => `- ${complaintOf(one)}`);
  return list.length ? `Runs that did not end so:\n\n${list.slice(0, 40).join('\n')}` : '';
}
