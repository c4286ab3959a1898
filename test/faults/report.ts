import { printTable } from '../bench/search/table.js';
import type { Result } from './cell.js';
import { faults, moments, nameOf, type Plant } from './grid.js';

/** How many runs lost something, made something twice, or did not go on. */
export interface Totals {
  readonly cells: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly hanging: number;
  /** Requests before Retry-After. */
  readonly early: number;
}

export const isSound = ({ lost, duplicated, hanging, early }: Result): boolean =>
  lost.length + duplicated.length + hanging.length + early === 0;

export function totalsOf(results: readonly Result[]): Totals {
  const having = (name: 'lost' | 'duplicated' | 'hanging') =>
    results.filter((result) => result[name].length > 0).length;
  return {
    cells: results.length,
    lost: having('lost'),
    duplicated: having('duplicated'),
    hanging: having('hanging'),
    early: results.reduce((sum, { early }) => sum + early, 0),
  };
}

/** One row for each fault, one column for each moment: how many runs were sound, of how many. */
export function tableOf(results: readonly Result[]): string[][] {
  const rows = faults.flatMap((fault) => {
    const mine = results.filter(({ cell }) => cell.fault === fault);
    if (!mine.length) return [];
    const cells = moments.map((moment) => {
      const here = mine.filter(({ cell }) => cell.moment === moment);
      return here.length ? `${here.filter(isSound).length}/${here.length}` : '–';
    });
    const { lost, duplicated, hanging, early } = totalsOf(mine);
    return [[fault, ...cells, ...[lost, duplicated, hanging, early].map(String)]];
  });
  return [['fault', ...moments, 'lost', 'duplicated', 'hanging', 'early'], ...rows];
}

/** What a run has to say for itself, where it is not sound. */
export const complaintOf = ({ cell, lost, duplicated, hanging, early }: Result): string =>
  `${nameOf(cell)}: ${[
    ...lost.map((what) => `lost ${what}`),
    ...duplicated.map((what) => `duplicated ${what}`),
    ...hanging.map((what) => `hanging “${what}”`),
    ...(early ? [`${early} requests too early`] : []),
  ].join('; ')}`;

/** Prints the table and what it sums up to. */
export function printReport(results: readonly Result[]): void {
  printTable(tableOf(results));
  const { cells, lost, duplicated, hanging, early } = totalsOf(results);
  const seconds = results.reduce((sum, { ms }) => sum + ms, 0) / 1000;
  console.log(
    `${cells} runs, ${(seconds / (cells || 1)).toFixed(2)} s each: ${lost} lost, ` +
      `${duplicated} duplicated, ${hanging} hanging, ${early} early`,
  );
}

/** Whether a planted defect was found out as what it is. */
export function isFoundOut(plant: Plant, results: readonly Result[]): boolean {
  switch (plant) {
    case 'debounced':
      return results.some(({ lost }) => lost.some((what) => what.startsWith('description')));
    case 'keyless':
      return results.some(({ duplicated }) => duplicated.length > 0);
    case 'by-name':
      return results.some(({ lost }) => lost.some((what) => what.startsWith('file')));
    case 'unsettled':
      return results.some(({ hanging }) => hanging.length > 0);
    case 'hasty':
      return results.some(({ early }) => early > 0);
  }
}
