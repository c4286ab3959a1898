import type { Question } from '../search/engine.js';
import { printTable } from '../search/table.js';
import { ask, meanOf, subjects, withDescriptions } from './ask.js';
import type { Contender } from './line-up.js';
import type { QuestionSet } from './question-set.js';
import { percent, signed, three } from './report.js';
import { typosIn } from './typos.js';

/** What one typo in a question costs. */
export async function printTypos(
  contenders: readonly Contender[],
  { articles, questions }: QuestionSet,
): Promise<void> {
  const slipped = { subject: typosIn(questions, 'subject'), both: typosIn(questions, 'anywhere') };
  const rows: string[][] = [];
  for (const { engine, strides } of contenders) {
    const index = await engine.build(articles);
    const kept = async (
      clean: typeof questions,
      typos: typeof questions,
      of: typeof subjects,
      stride: number,
    ) => {
      const before = meanOf(await ask(engine, index, of(clean, stride)), 'mrr');
      const after = meanOf(await ask(engine, index, of(typos, stride)), 'mrr');
      return [three(before), three(after), percent(after / before)];
    };
    rows.push([
      engine.name,
      ...(await kept(questions, slipped.subject, subjects, strides.subject)),
      ...(await kept(questions, slipped.both, withDescriptions, strides.both)),
      ...(await kept(questions, slipped.subject, withDescriptions, strides.both)).slice(1),
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
