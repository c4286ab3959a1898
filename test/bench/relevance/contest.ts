import type { ResolvedCase } from '../search/engine.js';
import { type Answer, ask, casesOf, keys, meanOf, subjects, withDescriptions } from './ask.js';
import type { Contender, Strides } from './line-up.js';
import type { LabelledQuestion, QuestionSet } from './question-set.js';

/** What an engine made of the questions, at three moments of writing them. */
export interface Performance {
  readonly name: string;
  readonly strides: Strides;
  readonly subject: readonly Answer[];
  readonly both: readonly Answer[];
  readonly typed: readonly Answer[];
}

export const moments = ['subject', 'both', 'typed'] as const;

/** The best of a family's set-ups, by its MRR with the subject and with the description. */
export async function best(
  contenders: readonly Contender[],
  { articles, questions }: QuestionSet,
): Promise<Performance> {
  let winner: (Performance & { ofFamily(): Promise<Performance> }) | undefined;
  for (const { engine, strides } of contenders) {
    const index = await engine.build(articles);
    const tried = {
      name: contenders.length > 1 ? `${engine.name} (best of ${contenders.length})` : engine.name,
      strides,
      subject: await ask(engine, index, subjects(questions, strides.subject)),
      both: await ask(engine, index, withDescriptions(questions, strides.both)),
      typed: [],
    };
    // Only the best is worth the time that all its keys take.
    const ofFamily = async () => {
      const typed = await ask(engine, index, keys(questions, strides.typed));
      await engine.close?.(index);
      return { ...tried, typed };
    };
    if (!winner || worth(tried) > worth(winner)) winner = { ...tried, ofFamily };
  }
  if (!winner) throw new Error('A family has at least one set-up.');
  return winner.ofFamily();
}

const worth = ({ subject, both }: Performance) => meanOf(subject, 'mrr') + meanOf(both, 'mrr');

/**
 * The same with past cases: each fifth of the questions is asked with the other four as history, so
 * that no question knows its own answer.
 */
export async function withHistory(
  { engine }: Contender,
  { articles, questions }: QuestionSet,
  folds = 5,
): Promise<Performance> {
  const strides = { subject: 1, both: 1, typed: 1 };
  const all = { subject: [] as Answer[], both: [] as Answer[], typed: [] as Answer[] };
  for (let fold = 0; fold < folds; fold++) {
    const isAsked = (_: LabelledQuestion, place: number) => place % folds === fold;
    const past = casesOf(questions.filter((question, place) => !isAsked(question, place)));
    const asked = questions.filter(isAsked);
    const answers = await atAllMoments({ engine, strides }, articles, past, asked);
    const inTheSet = (answer: Answer) => ({
      ...answer,
      moment: { ...answer.moment, whole: answer.moment.whole * folds + fold },
    });
    for (const moment of moments) all[moment].push(...answers[moment].map(inTheSet));
  }
  return { name: `${engine.name} with history (${folds}-fold)`, strides, ...all };
}

/** Builds an index, with past cases or without, and asks it all. */
export async function atAllMoments(
  { engine, strides }: Contender,
  articles: QuestionSet['articles'],
  past: readonly ResolvedCase[] | undefined,
  questions: readonly LabelledQuestion[],
): Promise<Performance> {
  const index = await engine.build(articles, past);
  const at = {
    subject: await ask(engine, index, subjects(questions, strides.subject)),
    both: await ask(engine, index, withDescriptions(questions, strides.both)),
    typed: await ask(engine, index, keys(questions, strides.typed)),
  };
  await engine.close?.(index);
  return { name: engine.name, strides, ...at };
}
