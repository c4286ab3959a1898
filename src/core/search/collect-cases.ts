import type { ResolvedCase } from '../../schema/article.js';
import type { Analyzer } from './analyze.js';
import { ownWords } from './own-words.js';
import { eachWord } from './tokenize.js';

/** Cases of one article that are looked at: more say little, and a popular article must not drown others. */
const CASES_PER_ARTICLE = 50;
/** Cases in which a term occurs before it may enter an index, unless an article holds it: no name, no secret. */
const CASES_PER_TERM = 3;
/** Addresses and long numbers are never of the matter, however often one person writes. */
const PERSONAL = /@|\d[\d().-]{4,}/;
/** What the description of a case counts beside its subject. */
const DESCRIPTION = 0.4;
const K1 = 4;
const B = 0.5;

/** What the cases of one article say. */
interface History {
  readonly weights: Map<string, number>;
  cases: number;
}

/**
 * What people wrote whom each article helped: terms and how much they count there, from 1 to 255. A
 * term enters where at least three cases hold it, or any article.
 */
export function collectCases(
  cases: Iterable<ResolvedCase>,
  articles: ReadonlyMap<string, number>,
  analyzer: Analyzer,
  isKnown: (term: string) => boolean,
): Map<number, Map<string, number>> {
  const histories = new Map<number, History>();
  const casesOf = new Map<string, number>();
  for (const resolved of cases) {
    const article = articles.get(resolved.articleId);
    if (article === undefined) continue;
    const terms = termsOf(resolved, analyzer, isKnown);
    for (const term of terms.keys()) casesOf.set(term, (casesOf.get(term) ?? 0) + 1);
    const history = histories.get(article) ?? { weights: new Map<string, number>(), cases: 0 };
    histories.set(article, history);
    if (history.cases++ >= CASES_PER_ARTICLE) continue;
    for (const [term, weight] of terms) {
      history.weights.set(term, (history.weights.get(term) ?? 0) + weight);
    }
  }
  const mayEnter = (term: string) => isKnown(term) || (casesOf.get(term) ?? 0) >= CASES_PER_TERM;
  const lengths = Array.from(histories.values(), ({ weights }) => sum(weights));
  const mean = lengths.reduce((total, length) => total + length, 0) / Math.max(lengths.length, 1);
  return new Map(
    Array.from(histories, ([article, history]) => [article, impacts(history, mean, mayEnter)]),
  );
}

/** The terms of a case; of an address or a long number, only those that an article holds. */
function termsOf(
  { subject, description }: ResolvedCase,
  analyzer: Analyzer,
  isKnown: (term: string) => boolean,
): Map<string, number> {
  const terms = new Map<string, number>();
  const note = (text: string, weight: number) =>
    eachWord(text, (word) => {
      const isPersonal = PERSONAL.test(word);
      for (const term of analyzer.termsOf(word)) {
        if (isPersonal && !isKnown(term)) continue;
        terms.set(term, Math.max(terms.get(term) ?? 0, weight));
      }
    });
  note(ownWords(description), DESCRIPTION);
  note(subject, 1);
  return terms;
}

function impacts(
  { weights }: History,
  meanLength: number,
  mayEnter: (term: string) => boolean,
): Map<string, number> {
  const damping = K1 * (1 - B + (B * sum(weights)) / meanLength);
  const entering = Array.from(weights).filter(([term]) => mayEnter(term));
  return new Map(
    entering.map(([term, weight]) => [
      term,
      Math.max(1, Math.round((255 * weight) / (weight + damping))),
    ]),
  );
}

function sum(weights: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const weight of weights.values()) total += weight;
  return total;
}
