/** What the ranking knows of a language. One module each, so that a page loads only what it uses. */
export interface Language {
  /** ISO 639-1 code, such as `en`. */
  readonly code: string;
  /** What a word's forms have in common; the word is in lower case, in Unicode's form NFC. */
  readonly stem: (word: string) => string;
  /** Words without a meaning of their own (the, of, with), separated by blanks. They are not indexed. */
  readonly stopWords: string;
  /** Words of courtesy and of telling a story (please, tried, problem), separated by blanks. */
  readonly smallTalk: string;
}
