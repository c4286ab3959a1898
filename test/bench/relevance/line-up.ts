import type { Engine, Question } from '../search/engine.js';

/** Every how manieth question, or key, is asked: some peers are too slow for all of them. */
export interface Strides {
  readonly subject: number;
  readonly both: number;
  readonly typed: number;
}

export interface Contender {
  readonly engine: Engine;
  readonly strides: Strides;
}

/** What a module of `../search/peers` exports: engines by the name of their set-up. */
async function engine(module: string, setUp: string): Promise<Engine> {
  const path = `../search/peers/${module}.js`;
  const engines = (await import(path)) as Readonly<Record<string, Engine | undefined>>;
  const found = engines[setUp];
  if (!found) throw new Error(`${module}.ts has no set-up "${setUp}".`);
  return found;
}

/** The writer of queries for other engines. */
export async function queryWriter(): Promise<(question: Question) => Question> {
  const path = '../search/peers/ours.js';
  return ((await import(path)) as { written: (question: Question) => Question }).written;
}

const contender = async (
  module: string,
  setUp: string,
  subject: number,
  both: number,
  typed: number,
): Promise<Contender> => ({
  engine: await engine(module, setUp),
  strides: { subject, both, typed },
});

export const ours = () => contender('ours', 'asItComes', 1, 1, 1);
export const lucene = () => contender('bm25', 'asInLucene', 1, 1, 7);
export const miniSearch = () => contender('minisearch', 'asItComes', 1, 3, 23);
export const miniSearchExpert = () => contender('minisearch', 'expert', 1, 1, 7);
export const prefixAndFuzzy = () => contender('minisearch', 'prefixAndFuzzy', 5, 11, 229);
export const orama = () => contender('orama', 'asItComes', 3, 11, 97);
export const lunr = () => contender('lunr', 'asItComes', 1, 3, 47);

/** All whose rows stand in the table, in its order; of several set-ups only the best is shown. */
export const families: readonly (() => Promise<readonly Contender[]>)[] = [
  async () => [await lucene()],
  async () => [await contender('bm25', 'moreStopWords', 1, 1, 7)],
  async () => [await miniSearch()],
  async () => [await prefixAndFuzzy()],
  async () => [await miniSearchExpert()],
  () =>
    Promise.all(
      ['asItComes', 'suggesting', 'inEnglish', 'inContext', 'forwardEnglish'].map((setUp) =>
        contender('flexsearch', setUp, 1, 2, 23),
      ),
    ),
  async () => [await lunr()],
  async () => [await contender('lunr', 'lastWordCompleted', 2, 5, 97)],
  async () => [
    await orama(),
    await contender('orama', 'tuned', 2, 5, 97),
    await contender('orama', 'tolerant', 5, 11, 229),
  ],
  async () => [await contender('fuse', 'asItComes', 23, 83, 2003)],
  async () => [await contender('pagefind', 'asItComes', 3, 3, 101)],
];

/** Those that are asked everything within a minute. */
export const fastFamilies: typeof families = [
  async () => [await lucene()],
  async () => [await miniSearchExpert()],
];
