import type { Question } from '../search/engine.js';
import { printTable } from '../search/table.js';
import { type Answer, ask, meanOf, type Moment, subjects, withDescriptions } from './ask.js';
import type { Performance } from './contest.js';
import type { Contender } from './line-up.js';
import type { QuestionSet } from './question-set.js';
import { percent, signed, three } from './report.js';
import { typosIn } from './typos.js';

/** What one typo in a question costs. */
export async function printTypos(
  contenders: readonly Contender[],
  clean: readonly Performance[],
  { articles, questions }: QuestionSet,
): Promise<void> {
  const slipped = { subject: typosIn(questions, 'subject'), both: typosIn(questions, 'anywhere') };
  const rows: string[][] = [];
  for (const { engine, strides } of contenders) {
    const index = await engine.build(articles);
    const before = clean.find(({ name }) => name === engine.name);
    if (!before) throw new Error(`${engine.name} was not asked without typos.`);
    const { subject, both } = before;
    const kept = async (answers: readonly Answer[], moments: readonly Moment[]) => {
      const slips = await ask(engine, index, moments);
      const [mrr, after] = [meanOf(answers, 'mrr'), meanOf(slips, 'mrr')];
      return [three(mrr), three(after), percent(after / mrr)];
    };
    rows.push([
      engine.name,
      ...(await kept(subject, subjects(slipped.subject, strides.subject))),
      ...(await kept(both, withDescriptions(slipped.both, strides.both))),
      ...(await kept(both, withDescriptions(slipped.subject, strides.both))).slice(1),
    ]);
    await engine.close?.(index);
  }
  const head = ['MRR@10', 'subject', 'typo in it', 'kept', 'both', 'typo anywhere', 'kept'];
  printTable([[...head, 'typo in subject', 'kept'], ...rows]);
}

/** What our writer of queries does for engines that are fed one text. */
export async function printQueryWriter(
  contenders: readonly Contender[],
  { articles, questions }: QuestionSet,
  written: (question: Question) => Question,
): Promise<void> {
  const rows: string[][] = [];
  for (const { engine, strides } of contenders) {
    const index = await engine.build(articles);
    const moments = withDescriptions(questions, strides.both);
    const raw = meanOf(await ask(engine, index, moments), 'mrr');
    const asked = moments.map((moment) => ({ ...moment, ...written(moment) }));
    const better = meanOf(await ask(engine, index, asked), 'mrr');
    const count = String(moments.length);
    rows.push([engine.name, count, three(raw), three(better), signed(better - raw)]);
  }
  printTable([['MRR@10', 'questions', 'raw text', 'telling words', ''], ...rows]);
}
