import type { TextRange } from '../../schema/solution.js';
import { fold } from './analyze.js';
import type { WeighedTerm } from './query-terms.js';
import { eachWord } from './tokenize.js';

/** Characters of a text that are looked at, and of a passage. */
const LOOKED_AT = 20_000;
const LENGTH = 220;
/** Characters that a passage may begin earlier, to begin with a sentence. */
const BEFORE = 60;
const MOST_RANGES = 60;
/** What a word counts, beside the one that counts most, to be marked. */
const TELLING = 0.25;

/** What a query looks for in a text. */
export interface Wanted {
  /** How much each term counts. */
  readonly weights: ReadonlyMap<string, number>;
  /** What a term counts that is worth showing. */
  readonly telling: number;
  /** The first letters of the words that may have such terms. */
  readonly beginnings: ReadonlySet<string>;
  readonly termsOf: (word: string) => readonly string[];
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/** A part of a text, and how much of a query it holds. */
export interface Passage {
  readonly text: string;
  readonly weight: number;
}

export function wanted(
  terms: readonly WeighedTerm[],
  termsOf: (word: string) => readonly string[],
): Wanted {
  const weights = new Map(terms.map(({ term, value }) => [term, value]));
  const beginnings = new Set(terms.flatMap(({ term, word }) => [beginning(term), beginning(word)]));
  const telling = TELLING * Math.max(0, ...weights.values());
  return { weights, telling, beginnings, termsOf };
}

const beginning = (word: string) => word.slice(0, 2);

/** The words of a text that a query asks for, in their order. */
export function rangesOf(text: string, query: Wanted): TextRange[] {
  return find(text, query)
    .filter(({ term }) => (query.weights.get(term) ?? 0) >= query.telling)
    .slice(0, MOST_RANGES)
    .map(({ start, end }) => [start, end]);
}

/** How much of a query a text holds. */
export function weightOf(text: string, query: Wanted): number {
  const terms = new Set(find(text, query).map(({ term }) => term));
  return Array.from(terms).reduce((sum, term) => sum + (query.weights.get(term) ?? 0), 0);
}

/** The part of a text that holds most of a query; nothing if it holds none of it. */
export function bestPassage(text: string, query: Wanted): Passage | undefined {
  const found = find(text, query);
  const counts = new Map<string, number>();
  let best: { weight: number; start: number } | undefined;
  let [weight, first] = [0, 0];
  for (const { term, start, end } of found) {
    const count = counts.get(term) ?? 0;
    counts.set(term, count + 1);
    if (!count) weight += query.weights.get(term) ?? 0;
    for (let left = found[first]; left && end - left.start > LENGTH && left.start < start;) {
      const rest = (counts.get(left.term) ?? 1) - 1;
      counts.set(left.term, rest);
      if (!rest) weight -= query.weights.get(left.term) ?? 0;
      left = found[++first];
    }
    if (weight > (best?.weight ?? 0) + 1e-9) best = { weight, start: found[first]?.start ?? start };
  }
  return best && { text: cut(text, best.start), weight: best.weight };
}

function find(text: string, { weights, beginnings, termsOf }: Wanted): Found[] {
  const found: Found[] = [];
  eachWord(text.slice(0, LOOKED_AT), (word, start) => {
    if (!beginnings.has(beginning(word.toLowerCase()))) {
      if (/^[\0-\x7f]*$/.test(word) && !/[-./\\_:@]/.test(word)) return;
      if (!beginnings.has(beginning(fold(word))) && word.length < 3) return;
    }
    const term = termsOf(word).find((one) => weights.has(one));
    if (term !== undefined) found.push({ start, end: start + word.length, term });
  });
  return found;
}

/** A passage around a place, from the beginning of a sentence where one is near, else of a word. */
function cut(text: string, place: number): string {
  const from = Math.max(0, place - BEFORE);
  const before = text.slice(from, place);
  const sentence = Math.max(...Array.from(before.matchAll(/[.!?]\s+|[。！？\n]\s*/g), endOf));
  const isBegin = from === 0 && sentence < 0;
  const blank = before.search(/\s/);
  // Where there are no blanks, as in Chinese, it begins with what was found.
  const word = blank < 0 ? before.length : blank + 1;
  const start = from + (sentence >= 0 ? sentence : isBegin ? 0 : word);
  const rest = text.slice(start, start + LENGTH + BEFORE);
  const isEnd = start + rest.length >= text.length;
  // To the end of a word, where one is near; never half of a letter.
  const shown = isEnd ? rest : rest.replace(/\s+\S{0,30}$|[\ud800-\udbff]$/, '');
  const [head, tail] = [sentence >= 0 || isBegin ? '' : '…', isEnd ? '' : '…'];
  return head + shown.replace(/\s+/g, ' ').trim() + tail;
}

const endOf = ({ 0: found, index }: RegExpExecArray) => index + found.length;
