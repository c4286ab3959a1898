import type { SolutionQuery } from '../../schema/solution.js';

/** Articles that are looked at closely. */
const POOL = 40;
/** What it counts that an article is about the product or the topic that was chosen, or that is named. */
const NAMED = 0.2;
const SAME_PRODUCT = 0.25;
const SAME_TOPIC = 0.15;
/** What an article may lose by its age, and the days after which it has lost half of that. */
const AGE = 0.06;
const HALF_LIFE = 1000;
/** What separates the names where an article has several. */
const SEPARATOR = /[;,|]/;
/** One of so many places is kept for an article that wins without the help of past cases. */
const PLACES = 5;
/**
 * An article without past cases is taken for one that has some: this share of what they bring others,
 * the more of it the more words there are to judge it by (half of it at three), and by this power less
 * where its own words are not the best.
 */
const IMPUTED = 0.8;
const HALF_AT = 3;
const STEEPNESS = 8;

/** An article of a ranking, and what its score is made of. */
export interface Ranked {
  readonly article: number;
  readonly score: number;
  /** What its words bring, and what past cases bring. */
  readonly words: number;
  readonly cases: number;
  /** What product, topic and age multiply the sum by. */
  readonly factor: number;
}

/** What is known of articles beside their words. */
export interface Traits {
  /** Product and topic of each kind of article, and the kind of each article. */
  readonly kinds: readonly (readonly [product: string, topic: string])[];
  readonly kindOf: Uint16Array;
  /** Days since 1970-01-01 when each was last changed; 0 where that is not known. */
  readonly days: Uint16Array;
}

/** What articles are ranked for. */
export interface RankOptions {
  readonly query: SolutionQuery;
  /** Words of the query. */
  readonly length: number;
  readonly limit: number;
  readonly similarity?: ((article: number) => number) | undefined;
}

/** The best articles by words and past cases, then by what was chosen, then by age. */
export function rank(
  words: Float32Array,
  cases: Float32Array | undefined,
  traits: Traits,
  { query, length, limit, similarity }: RankOptions,
): Ranked[] {
  const size = Math.max(POOL, limit);
  const pool = new Set(best(words, size));
  if (cases) for (const article of best(sums(words, cases), size)) pool.add(article);
  const factors = factorsOf(traits, query, pool);
  const trust = (IMPUTED * length) / (length + HALF_AT);
  const imputed = cases ? trust * ratio(words, cases, pool) : 0;
  const most = Math.max(...Array.from(pool, (article) => words[article] ?? 0)) || 1;
  const ranked = Array.from(pool, (article): Ranked => {
    const own = words[article] ?? 0;
    const past = cases?.[article] || own * imputed * (own / most) ** STEEPNESS;
    const near = similarity ? Math.max(0, Math.min(1, similarity(article) || 0)) : 0;
    const factor = factors(article) * (1 + near);
    return { article, score: (own + past) * factor, words: own, cases: past, factor };
  });
  ranked.sort((one, other) => other.score - one.score || one.article - other.article);
  return cases ? withNewcomers(ranked, limit) : ranked.slice(0, limit);
}

/** How much past cases bring beside words, over some articles. */
function ratio(words: Float32Array, cases: Float32Array, pool: Iterable<number>): number {
  let [own, past] = [0, 0];
  for (const article of pool) {
    if (!cases[article]) continue;
    own += words[article] ?? 0;
    past += cases[article];
  }
  return own ? past / own : 0;
}

/** Gives every fifth place to what is best without past cases and not yet shown. */
function withNewcomers(ranked: readonly Ranked[], limit: number): Ranked[] {
  const fresh = [...ranked].sort(
    (one, other) => other.words * other.factor - one.words * one.factor,
  );
  const shown: Ranked[] = [];
  while (shown.length < limit) {
    const isKept = shown.length % PLACES === PLACES - 1;
    const newcomer = isKept ? fresh.find((one) => !shown.includes(one)) : undefined;
    const next = newcomer ?? ranked.find((one) => !shown.includes(one));
    if (!next) break;
    shown.push(next);
  }
  return shown;
}

/** The articles with the highest scores, best first. */
function best(scores: Float32Array, count: number): number[] {
  const found: number[] = [];
  let least = 0;
  for (let article = 0; article < scores.length; article++) {
    const score = scores[article] as number;
    if (!(score > least)) continue;
    let at = Math.min(found.length, count - 1);
    for (; at > 0; at--) {
      const before = found[at - 1] as number;
      if ((scores[before] as number) >= score) break;
      found[at] = before;
    }
    found[at] = article;
    if (found.length === count) least = scores[found[count - 1] as number] as number;
  }
  return found;
}

function sums(words: Float32Array, cases: Float32Array): Float32Array {
  return words.map((own, article) => own + (cases[article] as number));
}

/** What an article's score is multiplied by for its product, its topic and its age. */
function factorsOf({ kinds, kindOf, days }: Traits, query: SolutionQuery, pool: Iterable<number>) {
  const said = plain(`${query.subject} ${query.description}`);
  const newest = Array.from(pool, (article) => days[article] ?? 0).reduce(
    (one, other) => Math.max(one, other),
    0,
  );
  return (article: number) => {
    const [product = '', topic = ''] = kinds[kindOf[article] ?? 0] ?? [];
    const day = days[article] ?? 0;
    const age = day ? newest - day : 0;
    return (
      (1 + SAME_PRODUCT * Number(isAmong(query.product, product))) *
      (1 + SAME_TOPIC * Number(isAmong(query.topic, topic))) *
      (1 + NAMED * Number(isNamed(product, said))) *
      (1 - (AGE * age) / (age + HALF_LIFE))
    );
  };
}

/** Whether a text names one of the products of an article. */
function isNamed(names: string, said: string): boolean {
  return names
    .split(SEPARATOR)
    .some((name) => name.trim().length > 2 && said.includes(plain(name)));
}

/** A text in lower case, its words between single blanks. */
const plain = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Whether a choice is one of the names that an article has, whatever its case. */
function isAmong(chosen: string | undefined, names: string): boolean {
  if (!chosen || !names) return false;
  const wanted = chosen.trim().toLowerCase();
  return names
    .toLowerCase()
    .split(SEPARATOR)
    .some((name) => name.trim() === wanted);
}
