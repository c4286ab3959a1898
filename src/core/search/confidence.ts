import { eachHolder } from './postings.js';
import type { Asked } from './query-terms.js';
import type { QueryWord } from './query-words.js';
import type { Ranked } from './rank.js';

/**
 * The share of what a query asks for that an article must have to fit: for one word, and less by the
 * cube root of how many there are, for a long description tells much that no article repeats.
 */
const CONFIDENCE = 0.32;
/** The share of what a subject asks for that makes an article fit, however long it is. */
const HELD = 0.8;
/** Words that a query is judged by at least: of one or two, chance decides too much. */
const FEW = 4;

/** What is asked, and where the articles stand that hold it. */
interface Judged {
  readonly words: readonly QueryWord[];
  readonly wants: Asked;
  readonly postings: Uint8Array;
}

/** Those articles of a ranking that fit what is asked, as far as their words and cases tell. */
export function fitting(ranked: readonly Ranked[], { words, wants, postings }: Judged) {
  const least = enoughFor(words, wants);
  const isSure = ranked.some(({ words: own, cases }) => own + cases >= least);
  if (!isSure) return holders(ranked, wants, postings);
  return ranked.filter(({ words: own, cases }) => own + cases >= least / 2);
}

/** What fits the subject goes on fitting when the description tells a long story. */
function enoughFor(words: readonly QueryWord[], { asked, askedBySubject }: Asked): number {
  const ofSubject = words.filter(({ isOfSubject }) => isOfSubject).length;
  const ofAll = enough(asked, words.length);
  return ofSubject ? Math.min(ofAll, enough(askedBySubject, ofSubject)) : ofAll;
}

/** What an article has to have of what is asked in so many words. */
function enough(asked: number, words: number): number {
  return (CONFIDENCE * asked) / Math.cbrt(Math.max(words, FEW));
}

/** The articles that hold most of what the subject asks for; the score of a long one says too little. */
function holders(ranked: readonly Ranked[], wants: Asked, postings: Uint8Array) {
  const isAll = wants.subjectTerms.length === 0;
  const terms = isAll ? wants.terms : wants.subjectTerms;
  const articles = Uint32Array.from(ranked, ({ article }) => article).sort();
  const held = new Map<number, number>();
  for (const { entry, value } of terms) {
    eachHolder(postings, entry, articles, (one) => held.set(one, (held.get(one) ?? 0) + value));
  }
  const least = HELD * (isAll ? wants.asked : wants.askedBySubject);
  return ranked.filter(({ article }) => (held.get(article) ?? 0) >= least);
}
