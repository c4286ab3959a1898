import type { Engine, Ids, Question, ResolvedCase } from '../search/engine.js';
import { mean, PLACES, type Scores, scoresOf } from './metrics.js';
import type { LabelledQuestion } from './question-set.js';

/** A question as it stands at some moment, and the place of the whole one in the set. */
export interface Moment extends Question {
  readonly whole: number;
  readonly grades: ReadonlyMap<string, number>;
}

/** What an engine made of a moment. */
export interface Answer {
  readonly moment: Moment;
  readonly scores: Scores;
  readonly isEmpty: boolean;
}

/** Letters after which the first search is made. */
const FIRST_KEY = 3;

const every = (stride: number) => (_: unknown, index: number) => index % stride === 0;

/** Questions of which only the subject has been written. */
export function subjects(questions: readonly LabelledQuestion[], stride = 1): Moment[] {
  return questions
    .map(({ subject, grades }, whole) => ({ subject, description: '', grades, whole }))
    .filter(every(stride));
}

/** Questions with their descriptions. */
export function withDescriptions(questions: readonly LabelledQuestion[], stride = 1): Moment[] {
  return questions
    .map(({ subject, description, grades }, whole) => ({ subject, description, grades, whole }))
    .filter(every(stride));
}

/** Every question after each key of its subject, from the third on. */
export function keys(questions: readonly LabelledQuestion[], stride = 1): Moment[] {
  return subjects(questions)
    .flatMap((moment) => {
      const letters = [...moment.subject];
      const counts = Array.from(letters, (_, index) => index + 1).slice(FIRST_KEY - 1);
      return counts.map((count) => ({ ...moment, subject: letters.slice(0, count).join('') }));
    })
    .filter(every(stride));
}

/** Asks an index for each of the moments. */
export async function ask(
  engine: Engine,
  index: unknown,
  moments: readonly Moment[],
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const moment of moments) {
    const ids: Ids = await engine.search(index, moment, PLACES);
    answers.push({ moment, scores: scoresOf(ids, moment.grades), isEmpty: ids.length === 0 });
  }
  return answers;
}

export const meanOf = (answers: readonly Answer[], what: keyof Scores): number =>
  mean(answers.map(({ scores }) => scores[what]));

/** The past cases that questions are: one for each article that answers. */
export function casesOf(questions: readonly LabelledQuestion[]): ResolvedCase[] {
  return questions.flatMap(({ subject, description, grades }) =>
    [...grades.keys()].map((articleId) => ({ subject, description, articleId })),
  );
}

/** Means of each question's scores (its keys count once together), by the place of the question. */
export function perQuestion(answers: readonly Answer[]): Map<number, number> {
  const scores = new Map<number, number[]>();
  for (const { moment, scores: given } of answers) {
    const ofQuestion = scores.get(moment.whole) ?? [];
    ofQuestion.push(given.mrr);
    scores.set(moment.whole, ofQuestion);
  }
  return new Map([...scores].map(([whole, values]) => [whole, mean(values)]));
}
