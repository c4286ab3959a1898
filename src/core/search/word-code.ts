import type { ByteWriter } from './byte-writer.js';
import type { Reader } from './bytes.js';

// The words of a text are stored as their ranks: the ones that are met most take a byte each, the next
// 14,336 two, and as many as 458,752 others three. What is met once is spelt.
const TWO = 192;
const THREE = 248;
const SPELT = 255;
const FIRST_OF_TWO = TWO;
const FIRST_OF_THREE = FIRST_OF_TWO + (THREE - TWO) * 256;

/** Words that have a rank at most. */
export const MOST_RANKS = FIRST_OF_THREE + (SPELT - THREE) * 65_536;
/** Words between two places of the list where reading can begin. */
export const WORDS_PER_HEAD = 16;

/**
 * Stands before what is no word but lies between two. Between two words without any such thing one blank
 * goes without saying.
 */
export const GAP = '\0';

export function writeRank(rank: number, into: ByteWriter): void {
  if (rank < FIRST_OF_TWO) into.byte(rank);
  else if (rank < FIRST_OF_THREE) {
    const rest = rank - FIRST_OF_TWO;
    into.byte(TWO + (rest >> 8));
    into.byte(rest & 255);
  } else {
    const rest = rank - FIRST_OF_THREE;
    into.byte(THREE + (rest >> 16));
    into.byte((rest >> 8) & 255);
    into.byte(rest & 255);
  }
}

export function writeSpelt(word: string, into: ByteWriter): void {
  into.byte(SPELT);
  into.text(word);
}

/** The rank that comes next; nothing where a spelt word comes, whose length and bytes follow. */
export function readRank(reader: Reader): number | undefined {
  const first = reader.byte();
  if (first === SPELT) return undefined;
  if (first < TWO) return first;
  if (first < THREE) return FIRST_OF_TWO + (first - TWO) * 256 + reader.byte();
  const high = (first - THREE) * 65_536 + reader.byte() * 256;
  return FIRST_OF_THREE + high + reader.byte();
}
