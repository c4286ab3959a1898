import type { TermCollector } from './collect.js';
import { ByteWriter } from './byte-writer.js';
import { WordWriter, sortSteps } from './write-words.js';

interface Posting {
  readonly article: number;
  readonly value: number;
}

/** Terms that are written in one step. */
const STEP = 200;

/** Writes the terms, each with the articles that hold it, in the order of the alphabet; in steps. */
export function* writePostings(
  collector: TermCollector,
  cases: ReadonlyMap<number, ReadonlyMap<string, number>>,
  articleCount: number,
) {
  const history = byTerm(cases);
  const lists = yield* PostingLists.steps(collector, articleCount);
  const terms = new WordWriter();
  const postings = new ByteWriter();
  const words = [...new Set([...collector.terms, ...history.keys()])];
  for (const [index, term] of (yield* sortSteps(words)).entries()) {
    if (index % STEP === 0) yield;
    if (!terms.add(term, postings.length)) continue;
    const start = postings.length;
    const count = collector.has(term) ? lists.write(collector.numberOf(term), postings) : 0;
    const middle = postings.length;
    const found = history.get(term) ?? [];
    writeCases(found, postings);
    terms.bytes.number(count);
    terms.bytes.number(middle - start);
    terms.bytes.number(found.length);
    if (found.length) terms.bytes.number(postings.length - middle);
  }
  const forms = new WordWriter();
  for (const [index, form] of (yield* sortSteps([...collector.forms])).entries()) {
    if (index % STEP === 0) yield;
    forms.add(form, 0);
  }
  return {
    termHeads: terms.doneHeads(),
    terms: terms.bytes.done(),
    formHeads: forms.doneHeads(),
    forms: forms.bytes.done(),
    postings: postings.done(),
  };
}

/** The postings of a collection, sorted by term; those of one term are in the order of the articles. */
class PostingLists {
  readonly #starts: Uint32Array;
  readonly #articles: Uint32Array;
  readonly #codes: Uint8Array;

  private constructor(starts: Uint32Array, postings: number) {
    this.#starts = starts;
    this.#articles = new Uint32Array(postings);
    this.#codes = new Uint8Array(postings);
  }

  static *steps(
    collector: TermCollector,
    articleCount: number,
  ): Generator<undefined, PostingLists> {
    const numbers = collector.termNumbers.done();
    const codes = collector.codes.done();
    const ends = collector.ends.done();
    const starts = yield* startsOf(numbers, collector.terms.length);
    const lists = new PostingLists(starts, numbers.length);
    const next = starts.slice();
    for (let article = 0, at = 0; article < articleCount; article++) {
      for (const end = ends[article] ?? 0; at < end; at++) {
        const number = numbers[at] ?? 0;
        const place = next[number] ?? 0;
        next[number] = place + 1;
        lists.#articles[place] = article;
        lists.#codes[place] = codes[at] ?? 0;
      }
      if (article % STEP === 0) yield;
    }
    return lists;
  }

  /** Writes distances between articles, then what each says; returns how many articles there are. */
  write(term: number, to: ByteWriter): number {
    const [start = 0, end = 0] = this.#starts.subarray(term, term + 2);
    let previous = -1;
    for (let at = start; at < end; at++) {
      const article = this.#articles[at] ?? 0;
      to.number(article - previous - 1);
      previous = article;
    }
    to.bytes(this.#codes.subarray(start, end));
    return end - start;
  }
}

/** Postings that are counted in one step. */
const COUNTED = 1 << 18;

/** Where each term's postings begin once they are sorted by term. */
function* startsOf(numbers: Uint32Array, terms: number): Generator<undefined, Uint32Array> {
  const starts = new Uint32Array(terms + 1);
  for (let from = 0; from < numbers.length; from += COUNTED) {
    for (const number of numbers.subarray(from, from + COUNTED)) {
      starts[number + 1] = (starts[number + 1] ?? 0) + 1;
    }
    yield;
  }
  for (let term = 0, sum = 0; term <= terms; term++) {
    sum += starts[term] ?? 0;
    starts[term] = sum;
  }
  return starts;
}

function byTerm(cases: ReadonlyMap<number, ReadonlyMap<string, number>>): Map<string, Posting[]> {
  const history = new Map<string, Posting[]>();
  for (const [article, impacts] of [...cases].sort(([one], [other]) => one - other)) {
    for (const [term, value] of impacts) {
      const list = history.get(term);
      if (list) list.push({ article, value });
      else history.set(term, [{ article, value }]);
    }
  }
  return history;
}

function writeCases(found: readonly Posting[], to: ByteWriter): void {
  let previous = -1;
  for (const { article } of found) {
    to.number(article - previous - 1);
    previous = article;
  }
  for (const { value } of found) to.byte(value);
}
