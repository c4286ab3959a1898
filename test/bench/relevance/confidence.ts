import type { Question } from '../search/engine.js';
import { printTable } from '../search/table.js';
import { type Answer, ask, subjects, withDescriptions } from './ask.js';
import type { Performance } from './contest.js';
import { foreignQuestions } from './foreign-questions.js';
import type { Contender } from './line-up.js';
import { mean, sum } from './metrics.js';
import type { LabelledQuestion, QuestionSet } from './question-set.js';
import { percent } from './report.js';

const emptyShare = (answers: readonly Answer[]) =>
  mean(answers.map(({ isEmpty }) => Number(isEmpty)));

/** How often nothing is shown, where an article answers and where none does. */
export async function printConfidence(
  contender: Contender,
  performance: Performance,
  set: QuestionSet,
  foreign: readonly Question[] = foreignQuestions,
): Promise<void> {
  const { engine } = contender;
  const index = await engine.build(set.articles);
  const elsewhere = foreign.map((question) => unanswered(question));
  const [orphansSubject, orphansBoth] = await orphans(contender, set);
  const typed = emptyShare(performance.typed);
  printTable([
    ['share of empty answers', 'questions', 'subject', 'both', 'as typed'],
    row('an article answers', performance.subject, performance.both, percent(typed)),
    row('its article was taken out of the index', orphansSubject, orphansBoth),
    row(
      'asked of another trade',
      await ask(engine, index, subjects(elsewhere)),
      await ask(engine, index, withDescriptions(elsewhere)),
    ),
  ]);
  const right = performance.both.filter(({ scores }) => scores.hit);
  const wrong = performance.both.filter(({ scores, isEmpty }) => !scores.hit && !isEmpty);
  console.log(
    `Of ${performance.both.length} answerable questions ${right.length} show a right article among five, ${wrong.length} only others, ${sum(performance.both.map(({ isEmpty }) => Number(isEmpty)))} nothing.`,
  );
}

const row = (name: string, subject: readonly Answer[], both: readonly Answer[], typed = '') => [
  name,
  String(subject.length),
  percent(emptyShare(subject)),
  percent(emptyShare(both)),
  typed,
];

const unanswered = (question: Question): LabelledQuestion => ({
  ...question,
  id: '',
  date: '',
  grades: new Map(),
});

/** Questions that are asked of an index without any of the articles that answer them. */
async function orphans(
  { engine }: Contender,
  { articles, questions }: QuestionSet,
  folds = 5,
): Promise<readonly [readonly Answer[], readonly Answer[]]> {
  const [subject, both]: [Answer[], Answer[]] = [[], []];
  for (let fold = 0; fold < folds; fold++) {
    const gone = new Set(articles.filter((_, at) => at % folds === fold).map(({ id }) => id));
    const index = await engine.build(articles.filter(({ id }) => !gone.has(id)));
    const asked = questions.filter(({ grades }) => [...grades.keys()].every((id) => gone.has(id)));
    subject.push(...(await ask(engine, index, subjects(asked))));
    both.push(...(await ask(engine, index, withDescriptions(asked))));
  }
  return [subject, both];
}
