import type { Language } from './language.js';

/** Letters of a word that are looked at; what is longer is data, not language. */
const LONGEST_WORD = 60;
/** Words that are remembered at most. */
const REMEMBERED = 50_000;

const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
const PLAIN = /^[\0-\x7f]*$/;
const JOINT = /[-.'’:/\\@+&_]+/u;
const LETTERS = /^[\p{L}\p{M}]+$/u;
/** Names that mean more than their parts: they hold a digit, an underscore, a dot or a backslash. */
const NAME = /\p{N}|[_\\@]|\p{L}\.\p{Ll}/u;
/** A word of parts that others write as one: e-mail, E-41. */
const HYPHENED = /^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)+$/u;
const PAIRED = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Katakana}]{3,}|[\p{sc=Hangul}]{2,}/u;

/** A word in one form: lower case, compatibility characters as usual ones. */
export function fold(word: string): string {
  return word.slice(0, LONGEST_WORD).normalize('NFKC').toLowerCase();
}

/** The words of a list in a language module. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Turns words into the terms that an index holds. */
export class Analyzer {
  readonly #language: Language;
  readonly #stopWords: ReadonlySet<string>;
  readonly #known = new Map<string, readonly string[]>();

  constructor(language: Language) {
    this.#language = language;
    this.#stopWords = wordSet(language.stopWords);
  }

  /** The terms of a word as it is written: none for a stop word, several for a name made of parts. */
  termsOf(word: string): readonly string[] {
    let terms = this.#known.get(word);
    if (!terms) {
      terms = this.analyze(word);
      if (this.#known.size > REMEMBERED) this.#known.clear();
      this.#known.set(word, terms);
    }
    return terms;
  }

  /** The same, for callers that remember it themselves. */
  analyze(word: string): readonly string[] {
    return this.#analyze(fold(word), NAME.test(word));
  }

  #analyze(word: string, isName: boolean): readonly string[] {
    if (!JOINT.test(word)) return this.#isStopWord(word) ? [] : this.#forms(word);
    const parts = word.split(JOINT).filter((part) => part.length > 1);
    const joined = word.replace(/[-'’]/g, '');
    if (/['’]/.test(word) && this.#isStopWord(joined)) return [];
    const kept = parts
      .filter((part) => !this.#isStopWord(part))
      .flatMap((part) => this.#forms(part));
    if (isName) kept.push(word);
    if (HYPHENED.test(word)) kept.push(this.stem(joined));
    return [...new Set(kept)];
  }

  /** Words that a person may be typing when one of these terms is meant, where they differ from it. */
  formsOf(word: string): readonly string[] {
    const folded = fold(word);
    if (!LETTERS.test(folded) || PAIRED.test(folded) || this.#isStopWord(folded)) return [];
    return this.stem(folded) === folded ? [] : [folded];
  }

  #isStopWord(word: string): boolean {
    return this.#stopWords.has(word);
  }

  #forms(word: string): string[] {
    if (!PAIRED.test(word)) return [this.stem(word)];
    return [word, ...Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))];
  }

  /** What the forms of a folded word have in common, without accents. */
  stem(word: string): string {
    const stem = LETTERS.test(word) ? this.#language.stem(word) : word;
    return PLAIN.test(stem) ? stem : stem.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
  }
}
