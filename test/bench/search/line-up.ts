import type { Engine } from './engine.js';

export interface Row {
  readonly name: string;
  readonly module: string;
  readonly setUp: string;
  /** The row whose index this one asks in another way. */
  readonly sameIndexAs?: string;
  /** Only what its file weighs is looked at: it searches as the one above. */
  readonly onlyFile?: true;
}

/** The engines whose cost is measured, ours first. */
export const rows: readonly Row[] = [
  { name: 'Case Elements', module: 'ours', setUp: 'asItComes' },
  { name: 'MiniSearch', module: 'minisearch', setUp: 'asItComes' },
  {
    name: 'MiniSearch, prefix + fuzzy',
    module: 'minisearch',
    setUp: 'prefixAndFuzzy',
    sameIndexAs: 'MiniSearch',
  },
  {
    name: 'MiniSearch, articles stored',
    module: 'minisearch',
    setUp: 'withArticles',
    onlyFile: true,
  },
  { name: 'FlexSearch', module: 'flexsearch', setUp: 'inContext' },
  { name: 'Orama', module: 'orama', setUp: 'asItComes' },
  { name: 'Lunr', module: 'lunr', setUp: 'asItComes' },
];

/** Where the index of a row lies. */
export const fileOf = ({ module, onlyFile }: Row): string =>
  `${module}${onlyFile ? '-articles' : ''}.index`;

/** The engine of a row; `folder` is the URL where its module lies. */
export async function engineOf({ module, setUp }: Row, folder: string): Promise<Engine> {
  const engines = (await import(/* @vite-ignore */ `${folder}/${module}.mjs`)) as Readonly<
    Record<string, Engine | undefined>
  >;
  const engine = engines[setUp];
  if (!engine) throw new Error(`${module} has no set-up "${setUp}".`);
  return engine;
}
