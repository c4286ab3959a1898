/** Words of one search at most. */
const MOST_WORDS = 20;

/** Scripts that write no spaces: each character is a word of its own. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Text as it goes into the index of words. */
export function spaced(text: string): string {
  return text.replaceAll('\0', ' ').replaceAll(UNSPACED, ' $& ');
}

/** What cases must hold that a search finds, for the index; `null` when it has no word. */
export function matchOf(search: string): string | null {
  const words = spaced(search)
    .match(/[\p{L}\p{N}\p{M}]+/gu)
    ?.slice(0, MOST_WORDS);
  if (!words) return null;
  // The last word may not be finished yet.
  return words
    .map((word, index) => `words : "${word}"${index === words.length - 1 ? ' *' : ''}`)
    .join(' AND ');
}
