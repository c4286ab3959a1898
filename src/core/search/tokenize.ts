/**
 * A run of letters and digits, with what joins them inside a code, a version, a path or a name:
 * `0x80070057`, `115.10.1`, `user.js`, `SSL_ERROR`, `e-mail`, `don't`.
 */
const WORD = /[\p{L}\p{N}\p{M}_]+(?:[-.'’:/\\@+&]{1,3}[\p{L}\p{N}\p{M}_]+)*/gu;
/** Scripts that write words without blanks between them. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** Where such a script begins or ends. */
const CHANGE = new RegExp(`(?<=${UNSPACED.source})(?!${UNSPACED.source}|[\\p{M}ー])`, 'u');
const BEGIN = new RegExp(`(?<!${UNSPACED.source}|[\\p{M}ー])(?=${UNSPACED.source})`, 'u');

type Visit = (word: string, start: number) => void;

/** Calls back for each word of a text, as it is written, with its place in UTF-16 code units. */
export function eachWord(text: string, visit: Visit): void {
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (UNSPACED.test(word)) eachUnspaced(word, index, visit);
    else visit(word, index);
  }
}

/** Words of a text that has no blanks between them, by the browser's own dictionary. */
function eachUnspaced(run: string, start: number, visit: Visit): void {
  let at = start;
  for (const part of run.split(CHANGE).flatMap((half) => half.split(BEGIN))) {
    if (!UNSPACED.test(part)) visit(part, at);
    else for (const [from, word] of segments(part)) visit(word, at + from);
    at += part.length;
  }
}

/** Words where the browser can tell them apart, else pairs of letters. */
function segments(run: string): [from: number, word: string][] {
  const { Segmenter } = Intl as Partial<typeof Intl>;
  if (!Segmenter) return Array.from(run, (_, from) => [from, run.slice(from, from + 2)]);
  const segmenter = new Segmenter('ja', { granularity: 'word' });
  return Array.from(segmenter.segment(run), ({ index, segment }) => [index, segment]);
}
