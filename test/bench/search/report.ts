import { type Figures, median, type Times } from './measure.js';

/** Figures of one engine at one size in one place, of all its rounds. */
export interface Measured {
  readonly name: string;
  readonly articles: number;
  readonly place: Place;
  readonly rounds: readonly Figures[];
}

export const places = ['Node', 'Chromium'] as const;
export type Place = (typeof places)[number];

/** What is measured, in the order of its columns. */
export const quantities = {
  build: { title: 'build, s', of: ({ build }) => build, unit: 1000 },
  raw: { title: 'file, MB', of: ({ raw }) => raw, unit: 1e6 },
  gzip: { title: 'gzip, MB', of: ({ gzip }) => gzip, unit: 1e6 },
  open: { title: 'open, ms', of: ({ open }) => open, unit: 1 },
  key50: { title: 'key p50, ms', of: ({ keys }) => keys?.p50, unit: 1 },
  key99: { title: 'p99', of: ({ keys }) => keys?.p99, unit: 1 },
  text50: { title: 'description p50, ms', of: ({ descriptions }) => descriptions?.p50, unit: 1 },
  text99: { title: 'p99', of: ({ descriptions }) => descriptions?.p99, unit: 1 },
  memory: { title: 'memory, MB', of: ({ memory }) => memory, unit: 1e6 },
} as const satisfies Record<
  string,
  { title: string; of: (figures: Figures) => number | undefined; unit: number }
>;
export type Quantity = keyof typeof quantities;

/** The median of the rounds; nothing where no round came so far. */
export function valueOf({ rounds }: Measured, quantity: Quantity): number | undefined {
  const values = rounds
    .map((figures) =>
      (quantities[quantity].of as (figures: Figures) => number | undefined)(figures),
    )
    .filter((value) => value !== undefined);
  return values.length ? median(values) : undefined;
}

/** A table for one size in one place: figures, then ratios to MiniSearch. */
export function tableOf(all: readonly Measured[], articles: number, place: Place): string[][] {
  const measured = all.filter((one) => one.articles === articles && one.place === place);
  const base = measured.find(({ name }) => name === 'MiniSearch');
  const columns = (Object.keys(quantities) as Quantity[]).filter((quantity) =>
    measured.some((one) => valueOf(one, quantity) !== undefined),
  );
  const figures = measured.map((one) => [
    one.name,
    ...columns.map((quantity) => cell(one, quantity)),
    stoppedAt(one),
  ]);
  const ratios = measured.map((one) => [
    `${one.name}, to MiniSearch`,
    ...columns.map((quantity) => ratio(one, base, quantity)),
    '',
  ]);
  const head = [`${articles.toLocaleString('en')} articles, ${place}`];
  const isNoted = measured.some((one) => stoppedAt(one));
  const rows = [
    [...head, ...columns.map((quantity) => quantities[quantity].title), 'note'],
    ...figures,
    ...(base ? ratios : []),
  ];
  return isNoted ? rows : rows.map((row) => row.slice(0, -1));
}

function cell(one: Measured, quantity: Quantity): string {
  const value = valueOf(one, quantity);
  return value === undefined ? '–' : short(value / quantities[quantity].unit);
}

function ratio(one: Measured, base: Measured | undefined, quantity: Quantity): string {
  const [value, other] = [valueOf(one, quantity), base && valueOf(base, quantity)];
  return value === undefined || !other ? '–' : `${short(value / other)}×`;
}

/** Three digits that count. */
export function short(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value === 0 ? '0' : value.toFixed(value >= 10 ? 1 : value >= 1 ? 2 : 3);
}

function stoppedAt({ rounds }: Measured): string {
  const notes = rounds.flatMap(({ stopped, keys, descriptions }) => [
    ...(stopped ? [stopped] : []),
    ...partly('keys', keys),
    ...partly('descriptions', descriptions),
  ]);
  return [...new Set(notes.slice(0, 3))].join('; ');
}

const partly = (what: string, times?: Times) =>
  times && times.count < times.planned ? [`${times.count} of ${times.planned} ${what}`] : [];
