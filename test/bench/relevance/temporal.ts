import { printTable } from '../search/table.js';
import { type Answer, ask, casesOf, keys, meanOf, subjects, withDescriptions } from './ask.js';
import type { Contender } from './line-up.js';
import type { LabelledQuestion, QuestionSet } from './question-set.js';
import { signed, three } from './report.js';

/** Questions of one year as history, and those of the next, which are asked. */
export interface Split {
  readonly year: string;
  readonly next: string;
  readonly past: readonly LabelledQuestion[];
  readonly asked: readonly LabelledQuestion[];
}

/** The first year of a set and the one after; nothing where the questions have no dates. */
export function splitOf({ questions }: QuestionSet): Split | undefined {
  const yearOf = ({ date }: LabelledQuestion) => date.slice(0, 4);
  const [year, next] = [...new Set(questions.map(yearOf))].filter(Boolean).sort();
  if (!year || !next) return undefined;
  const of = (wanted: string) => questions.filter((question) => yearOf(question) === wanted);
  return { year, next, past: of(year), asked: of(next) };
}

/** What learning from past cases gains, and what it costs the articles that have none. */
export async function printTemporal(
  contenders: readonly Contender[],
  { articles }: QuestionSet,
  { past, asked }: Split,
): Promise<void> {
  const known = new Set(past.flatMap(({ grades }) => [...grades.keys()]));
  const isNew = ({ moment }: Answer) => ![...moment.grades.keys()].some((id) => known.has(id));
  const rows: string[][] = [];
  for (const { engine, strides } of contenders) {
    const of = async (history: boolean) => {
      const index = history
        ? await engine.build(articles, casesOf(past))
        : await engine.build(articles);
      return [
        await ask(engine, index, subjects(asked)),
        await ask(engine, index, withDescriptions(asked)),
        await ask(engine, index, keys(asked, strides.typed)),
      ];
    };
    const [without, learned] = [await of(false), await of(true)];
    for (const [label, answers] of [
      [engine.name, without],
      [`${engine.name}, with history`, learned],
    ] as const)
      rows.push([
        label,
        ...answers.map((given) => three(meanOf(given, 'mrr'))),
        three(meanOf(answers[1] ?? [], 'hit')),
        ...answers.map((given, moment) => {
          const fresh = meanOf(given.filter(isNew), 'mrr');
          const before = meanOf((without[moment] ?? []).filter(isNew), 'mrr');
          return answers === without ? three(fresh) : `${three(fresh)} (${signed(fresh - before)})`;
        }),
      ]);
  }
  const fresh = asked.filter(({ grades }) => ![...grades.keys()].some((id) => known.has(id)));
  console.log(
    `${past.length} questions as history, ${asked.length} asked; ${fresh.length} of these are answered only by articles without history.`,
  );
  printTable([
    ['MRR@10', 'subject', 'both', 'as typed', 'both, hit@5', 'new: subject', 'both', 'as typed'],
    ...rows,
  ]);
}
