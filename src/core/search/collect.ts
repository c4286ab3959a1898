import type { Article } from '../../schema/article.js';
import type { Analyzer } from './analyze.js';
import { NumberList } from './byte-writer.js';
import {
  IN_EXCERPT,
  IN_HEADINGS,
  IN_KEYWORDS,
  IN_TITLE,
  frequencyStep,
  onceMoreInTitle,
} from './occurrence.js';
import { Synonyms } from './synonyms.js';
import type { TextWriter } from './text-writer.js';
import { TokenTable } from './token-table.js';
import { eachWord } from './tokenize.js';

/** Letters that are tried where a word is misspelt. */
const ALPHABET = 40;

const IN_BODY = 0;

/** The numbers of the terms of a word, by the word's number. */
type TermsOfWords = (readonly number[] | undefined)[];

/** Which terms stand in which articles, gathered article by article. */
export class TermCollector {
  /** Terms by their number. */
  readonly terms: string[] = [];
  /** Words as they are written that are no terms themselves, for completion and typing errors. */
  readonly forms = new Set<string>();
  /** One posting after the other: number of the term, and what the article says of it. */
  readonly termNumbers = new NumberList();
  readonly codes = new NumberList();
  /** Postings up to the end of each article. */
  readonly ends = new NumberList();
  readonly bodyLengths = new NumberList();
  readonly titleLengths = new NumberList();

  readonly #numbers = new Map<string, number>();
  /** Gives words their numbers, as they are written. */
  readonly words = new TokenTable();
  /** The terms of words, by the words' numbers. */
  readonly #known = new Map<Analyzer, TermsOfWords>();
  /** Of the language at hand: how words become terms, and those that are known. */
  #analyzer: Analyzer;
  #termsOfWords: TermsOfWords = [];
  /** Of the article at hand: what is known of each term, and which terms it has. */
  #codeOf = new Int32Array(1 << 12);
  #frequencyOf = new Int32Array(1 << 12);
  #found: number[] = [];

  readonly #synonyms: Synonyms;

  constructor(thesaurus: Iterable<readonly string[]>, analyzer: Analyzer) {
    this.#synonyms = new Synonyms(thesaurus, analyzer);
    this.#analyzer = analyzer;
    this.#known.set(analyzer, this.#termsOfWords);
  }

  /** Takes the words of an article in, and hands those of its text on to `texts`. */
  add(article: Article, analyzer: Analyzer, texts?: TextWriter): void {
    const { title, text, excerpt = '', headings = [], keywords = [] } = article;
    this.#speak(analyzer);
    this.titleLengths.push(this.#read(title, IN_TITLE));
    this.#read(excerpt, IN_EXCERPT);
    for (const heading of headings) this.#read(heading, IN_HEADINGS);
    for (const keyword of keywords) this.#read(keyword, IN_KEYWORDS);
    this.bodyLengths.push(this.#read(text, IN_BODY, texts));
    texts?.end(text);
    // As if they stood in a heading.
    for (const term of this.#synonyms.missingIn(this.#ownTerms())) {
      this.#note(this.numberOf(term), IN_HEADINGS);
    }
    this.#finish();
  }

  *#ownTerms(): Generator<string> {
    for (const number of this.#found) yield this.terms[number] ?? '';
  }

  numberOf(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.terms.push(term) - 1;
    this.#numbers.set(term, number);
    if (number >= this.#codeOf.length) {
      this.#codeOf = grown(this.#codeOf);
      this.#frequencyOf = grown(this.#frequencyOf);
    }
    return number;
  }

  has(term: string): boolean {
    return this.#numbers.has(term);
  }

  /** Letters that words begin with, the most frequent ones first. */
  alphabet(): string {
    const counts = new Map<string, number>();
    for (const term of this.terms) {
      for (const letter of term) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    const letters = [...counts].filter(([letter]) => /\p{L}/u.test(letter));
    letters.sort(([, one], [, other]) => other - one);
    return letters
      .slice(0, ALPHABET)
      .map(([letter]) => letter)
      .join('');
  }

  /** Notes the terms of a text; returns how many there are. */
  #read(text: string, field: number, texts?: TextWriter): number {
    let count = 0;
    eachWord(text, (word, start) => {
      const token = this.words.numberOf(word);
      texts?.word(text, token, start, start + word.length);
      for (const number of this.#termsOfWords[token] ?? this.#termsOf(word, token)) {
        this.#note(number, field);
        count++;
      }
    });
    return count;
  }

  #note(number: number, field: number): void {
    const code = this.#codeOf[number] ?? 0;
    const frequency = this.#frequencyOf[number] ?? 0;
    if (!code && !frequency) this.#found.push(number);
    if (field === IN_BODY) this.#frequencyOf[number] = frequency + 1;
    else this.#codeOf[number] = field === IN_TITLE ? onceMoreInTitle(code) : code | field;
  }

  /** The numbers of a word's terms, found once: by far most words of a text were met before. */
  #termsOf(word: string, token: number): readonly number[] {
    const analyzer = this.#analyzer;
    const numbers = analyzer.analyze(word).map((term) => this.numberOf(term));
    this.#termsOfWords[token] = numbers;
    for (const form of analyzer.formsOf(word)) this.forms.add(form);
    return numbers;
  }

  #speak(analyzer: Analyzer): void {
    if (analyzer === this.#analyzer) return;
    const known = this.#known.get(analyzer) ?? [];
    this.#known.set(analyzer, known);
    this.#analyzer = analyzer;
    this.#termsOfWords = known;
  }

  #finish(): void {
    for (const number of this.#found) {
      this.termNumbers.push(number);
      this.codes.push((this.#codeOf[number] ?? 0) | frequencyStep(this.#frequencyOf[number] ?? 0));
      this.#codeOf[number] = 0;
      this.#frequencyOf[number] = 0;
    }
    this.#found = [];
    this.ends.push(this.termNumbers.length);
  }
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
