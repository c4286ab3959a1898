import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { type Chart, drawChart } from './chart.js';
import {
  type Measured,
  type Place,
  places,
  type Quantity,
  quantities,
  tableOf,
  valueOf,
} from './report.js';
import { markdownTable } from './table.js';

interface Drawn {
  readonly file: string;
  readonly title: string;
  readonly unit: string;
  readonly quantity: Quantity;
  readonly place: Place;
  readonly bar?: number;
}

const charts: readonly Drawn[] = [
  {
    file: 'search-key.svg',
    title: 'A key in the subject, in a worker of Chromium',
    unit: 'ms (p99)',
    quantity: 'key99',
    place: 'Chromium',
    bar: 5,
  },
  {
    file: 'search-description.svg',
    title: 'A description of 60 words, in a worker of Chromium',
    unit: 'ms (p99)',
    quantity: 'text99',
    place: 'Chromium',
    bar: 10,
  },
  {
    file: 'search-open.svg',
    title: 'Opening an index whose bytes are there, Chromium',
    unit: 'ms',
    quantity: 'open',
    place: 'Chromium',
    bar: 5,
  },
  {
    file: 'search-build.svg',
    title: 'Building, Node',
    unit: 's',
    quantity: 'build',
    place: 'Node',
  },
  {
    file: 'search-file.svg',
    title: 'The file, gzip',
    unit: 'MB',
    quantity: 'gzip',
    place: 'Node',
  },
  {
    file: 'search-memory.svg',
    title: 'Memory of an open index, Chromium',
    unit: 'MB',
    quantity: 'memory',
    place: 'Chromium',
  },
];

/** Writes the page of the documentation and its charts. */
export async function writePage(
  folder: string,
  measured: readonly Measured[],
  sizes: readonly number[],
  conditions: readonly string[],
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const drawn of charts)
    writeFileSync(join(folder, drawn.file), drawChart(chartOf(drawn, measured)));
  const pictures = charts.map(({ file, title, unit }) => `![${title}, ${unit}](${file})`);
  const tables = sizes.flatMap((size) =>
    places.map((place) => markdownTable(tableOf(measured, size, place))),
  );
  const page = [
    '# What searching costs',
    'Written by `npm run bench:search -- --write`. All engines index the same articles and are asked the same questions: subjects as they are typed, from the third key on, and subjects with descriptions of 60 words. Each step runs in a process, or in a module worker of a browser, of its own. Medians of the rounds.',
    ...conditions,
    '## How cost grows',
    'A dashed line is what we promise at 100,000 articles.',
    ...pictures,
    '## The figures',
    ...tables,
  ];
  const markdown = await format(page.join('\n\n'), { parser: 'markdown' });
  writeFileSync(join(folder, 'search.md'), markdown);
}

function chartOf(drawn: Drawn, measured: readonly Measured[]): Chart {
  const { title, unit, quantity, place, bar } = drawn;
  const here = measured.filter((one) => one.place === place);
  const lines = [...new Set(measured.map(({ name }) => name))].map((name) => ({
    name,
    points: here
      .filter((one) => one.name === name)
      .flatMap((one) => {
        const value = valueOf(one, quantity);
        return value ? [[one.articles, value / quantities[quantity].unit] as const] : [];
      }),
  }));
  return { title, unit, lines, ...(bar && { bar }) };
}

/** What ours promises at 100,000 articles, and whether it was kept. */
export function promises(measured: readonly Measured[], articles: number): string[][] {
  const find = (name: string, place: Place) =>
    measured.find((one) => one.name === name && one.place === place && one.articles === articles);
  const value = (quantity: Quantity, place: Place, name = 'Case Elements') => {
    const found = find(name, place);
    return found && valueOf(found, quantity);
  };
  const row = (what: string, measuredValue: number | undefined, most: number, unit: string) => {
    if (measuredValue === undefined) return [what, '–', `${most} ${unit}`, 'not measured'];
    const verdict = measuredValue <= most ? 'kept' : 'MISSED';
    return [what, `${measuredValue.toFixed(2)} ${unit}`, `${most} ${unit}`, verdict];
  };
  const ratio = (quantity: Quantity, place: Place, name = 'MiniSearch') => {
    const [ours, theirs] = [value(quantity, place), value(quantity, place, name)];
    return ours && theirs ? ours / theirs : undefined;
  };
  return [
    [`at ${articles.toLocaleString('en')} articles`, 'measured', 'at most', ''],
    row('open, worker', value('open', 'Chromium'), 5, 'ms'),
    row('p99 of a key, worker', value('key99', 'Chromium'), 5, 'ms'),
    row('p99 of a description, worker', value('text99', 'Chromium'), 10, 'ms'),
    row('file, gzip, to MiniSearch', ratio('gzip', 'Node'), 0.6, '×'),
    row(
      'the same, its articles stored',
      ratio('gzip', 'Node', 'MiniSearch, articles stored'),
      0.6,
      '×',
    ),
    row('build, Node, to MiniSearch', ratio('build', 'Node'), 0.4, '×'),
    row('build, Chromium, to MiniSearch', ratio('build', 'Chromium'), 0.4, '×'),
  ];
}
