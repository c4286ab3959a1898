import { ByteWriter, NumberList } from './byte-writer.js';
import { TokenTable } from './token-table.js';
import { GAP, MOST_RANKS, WORDS_PER_HEAD, writeRank, writeSpelt } from './word-code.js';

/** Takes texts word by word, and writes them in the code of their words when all are known. */
export class TextWriter {
  readonly #words: TokenTable;
  readonly #gaps = new TokenTable();
  /** Twice the number of a word, or twice that of a gap and one more. */
  readonly #tokens = new NumberList();
  /** Where the tokens of each text end. */
  readonly #ends = new NumberList();
  readonly #counts: number[] = [];
  /** Up to here the text at hand has been taken. */
  #at = 0;
  #ranks: ReadonlyMap<number, number> | undefined;
  readonly #code = new ByteWriter();

  /** `words` gives the words their numbers. */
  constructor(words: TokenTable) {
    this.#words = words;
  }

  /** Takes the next word of the text at hand, by its number and its place in code units. */
  word(text: string, word: number, start: number, end: number): void {
    // Pairs of letters overlap, where words cannot be told apart.
    if (start < this.#at) return;
    const isBlank = start === this.#at + 1 && this.#at > 0 && text.charCodeAt(this.#at) === 32;
    if (start > 0 && !isBlank) this.#gap(text.slice(this.#at, start));
    this.#take(word * 2);
    this.#at = end;
  }

  /** The text at hand ends. */
  end(text: string): void {
    if (this.#at < text.length) this.#gap(text.slice(this.#at));
    this.#at = 0;
    this.#ends.push(this.#tokens.length);
  }

  /** Writes one of the texts, after the number of its bytes. */
  write(text: number, into: ByteWriter): void {
    const ranks = (this.#ranks ??= this.#ranked());
    const [tokens, ends] = [this.#tokens.done(), this.#ends.done()];
    const last = ends[text] ?? 0;
    this.#code.clear();
    for (let at = text ? (ends[text - 1] as number) : 0; at < last; at++) {
      const token = tokens[at] as number;
      const rank = ranks.get(token);
      if (rank === undefined) writeSpelt(this.#spelling(token), this.#code);
      else writeRank(rank, this.#code);
    }
    into.number(this.#code.length);
    into.bytes(this.#code.view());
  }

  /** The words by their ranks, and where every sixteenth stands. */
  done(): { words: Uint8Array; wordHeads: Uint8Array } {
    const words = new ByteWriter();
    const heads: number[] = [];
    for (const [token, rank] of (this.#ranks ??= this.#ranked())) {
      if (rank % WORDS_PER_HEAD === 0) heads.push(words.length);
      words.text(this.#spelling(token));
    }
    return { words: words.done(), wordHeads: new Uint8Array(Uint32Array.from(heads).buffer) };
  }

  #gap(text: string): void {
    this.#take(this.#gaps.numberOf(text) * 2 + 1);
  }

  #take(token: number): void {
    this.#tokens.push(token);
    this.#counts[token] = (this.#counts[token] ?? 0) + 1;
  }

  #spelling(token: number): string {
    const [isGap, number] = [token & 1, token >> 1];
    return isGap ? GAP + (this.#gaps.tokens[number] ?? '') : (this.#words.tokens[number] ?? '');
  }

  /** The ranks of all that is met again, in their order. */
  #ranked(): ReadonlyMap<number, number> {
    const counts = this.#counts;
    const countOf = (token: number) => counts[token] ?? 0;
    const repeated = [...counts.keys()].filter((token) => countOf(token) > 1);
    // Of two that are met as often, the first: the same articles make the same file.
    repeated.sort((one, other) => countOf(other) - countOf(one) || one - other);
    return new Map(repeated.slice(0, MOST_RANKS).map((token, rank) => [token, rank]));
  }
}
