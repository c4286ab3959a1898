import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Article, Question } from '../search/engine.js';

/** A question, and how well which article answers it. */
export interface LabelledQuestion extends Question {
  readonly id: string;
  /** An ISO 8601 date, where the set has one. */
  readonly date: string;
  readonly grades: ReadonlyMap<string, number>;
}

/** Articles, and questions of which it is known which of them answers. */
export interface QuestionSet {
  readonly articles: readonly Article[];
  readonly questions: readonly LabelledQuestion[];
}

interface ArticleLine {
  id: string;
  title: string;
  summary?: string;
  product?: string;
  topic?: string;
  text: string;
}

/** The folder that is named, else the one that the project is developed with. */
export function setFolder(named?: string): string {
  return resolve(named ?? join(dirname(repositoryFolder()), 'shared/data/thunderbird-dev'));
}

/** Reads a folder of `corpus.jsonl`, `queries.jsonl` and `qrels.tsv`; nothing if it is missing. */
export function readSet(folder: string): QuestionSet | undefined {
  const files = ['corpus.jsonl', 'queries.jsonl', 'qrels.tsv'].map((name) => join(folder, name));
  if (!files.every((file) => existsSync(file))) return undefined;
  const [corpus = [], queries = [], qrels = []] = files.map((file) =>
    readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean),
  );
  const articles = corpus.map((line) => articleOf(JSON.parse(line) as ArticleLine));
  const grades = gradesOf(qrels, new Set(articles.map(({ id }) => id)));
  const questions = queries
    .map((line) => JSON.parse(line) as Partial<LabelledQuestion>)
    .flatMap(({ id = '', subject = '', description = '', date = '' }) => {
      const answers = grades.get(id);
      return answers ? [{ id, subject, description, date, grades: answers }] : [];
    });
  return { articles, questions };
}

function articleOf({ id, title, summary, product, topic, text }: ArticleLine): Article {
  return {
    id,
    title,
    url: `https://help.example/${encodeURIComponent(id)}`,
    text,
    ...(summary && { excerpt: summary }),
    ...(product && { product }),
    ...(topic && { topic }),
  };
}

/** Grades by article, by question; those of articles that the set does not hold are left out. */
function gradesOf(lines: readonly string[], known: ReadonlySet<string>) {
  const grades = new Map<string, Map<string, number>>();
  for (const line of lines) {
    const [question = '', article = '', grade = ''] = line.split('\t');
    if (!known.has(article) || !(Number(grade) > 0)) continue;
    const ofQuestion = grades.get(question) ?? new Map<string, number>();
    grades.set(question, ofQuestion.set(article, Number(grade)));
  }
  return grades;
}

/** Where the repository is: that of a work tree lies beside the data, not the work tree itself. */
function repositoryFolder(): string {
  const root = resolve(import.meta.dirname, '../../..');
  try {
    const args = ['rev-parse', '--path-format=absolute', '--git-common-dir'];
    return dirname(execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim());
  } catch {
    return root; // An unpacked archive has no repository.
  }
}
