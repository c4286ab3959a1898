import { JOINT, UNSPACED, kindAt, lengthAt } from './letters.js';

type Visit = (word: string, start: number) => void;

/** Signs that may stand side by side inside a word, as in `C:\\temp` or `https://`. */
const JOINTS = 3;

/**
 * Calls back for each word of a text, as it is written, with its place in UTF-16 code units.
 *
 * A word is a run of letters and digits, with what joins them inside a code, a version, a path or a
 * name: `0x80070057`, `115.10.1`, `user.js`, `SSL_ERROR`, `e-mail`, `don't`.
 */
export function eachWord(text: string, visit: Visit): void {
  let at = 0;
  while (at < text.length) {
    if (kindAt(text, at) <= JOINT) {
      at += 1;
      continue;
    }
    const start = at;
    let isUnspaced = false;
    for (let next = at; next >= 0; next = afterJoints(text, at)) {
      at = next;
      for (let kind = kindAt(text, at); kind > JOINT; kind = kindAt(text, at)) {
        if (kind === UNSPACED) isUnspaced = true;
        at += lengthAt(text, at);
      }
    }
    const word = text.slice(start, at);
    if (isUnspaced) eachUnspaced(word, start, visit);
    else visit(word, start);
  }
}

/** Where a word goes on after what joins its parts; -1 where it ends. */
function afterJoints(text: string, start: number): number {
  let at = start;
  while (at - start < JOINTS && kindAt(text, at) === JOINT) at++;
  return at > start && kindAt(text, at) > JOINT ? at : -1;
}

/** Words of a text that has no blanks between them, by the browser's own dictionary. */
function eachUnspaced(run: string, start: number, visit: Visit): void {
  let from = 0;
  while (from < run.length) {
    const isUnspaced = kindAt(run, from) === UNSPACED;
    let to = from;
    while (to < run.length && (kindAt(run, to) === UNSPACED) === isUnspaced)
      to += lengthAt(run, to);
    const part = run.slice(from, to);
    if (isUnspaced) for (const [at, word] of segments(part)) visit(word, start + from + at);
    else if (!isSeparator(part)) visit(part, start + from);
    from = to;
  }
}

const isSeparator = (part: string) => Array.from(part).every((_, at) => kindAt(part, at) <= JOINT);

/** Words where the browser can tell them apart, else pairs of letters. */
function segments(run: string): [from: number, word: string][] {
  const { Segmenter } = Intl as Partial<typeof Intl>;
  if (!Segmenter) return Array.from(run, (_, from) => [from, run.slice(from, from + 2)]);
  const segmenter = new Segmenter('ja', { granularity: 'word' });
  return Array.from(segmenter.segment(run), ({ index, segment }) => [index, segment]);
}
