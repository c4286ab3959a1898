import type { QueryAnalyzer } from './analyzers.js';
import type { Words } from './query-terms.js';

/** Letters of a word from which on a typing error is forgiven; of a word of five, one may be missing. */
const SHORTEST = 4;
/** Terms that a misspelt word may stand for. */
const MOST = 2;
/** Letters at the beginning of a word that are tried one by one; those after them are read off the list. */
const TRIED = 2;

/**
 * The most frequent terms of an index that are one typing error away from a word: a letter too many,
 * one missing, another one, or two swapped (Damerau, 1964).
 */
export function corrections(
  word: string,
  { terms, forms, alphabet }: Words,
  { stem }: QueryAnalyzer,
): string[] {
  if (word.length < SHORTEST || !/^[\p{L}\p{M}]+$/u.test(word)) return [];
  const found = new Map<string, number>();
  const note = (term: string) => {
    const count = terms.find(term)?.count ?? 0;
    if (count) found.set(term, Math.max(found.get(term) ?? 0, count));
  };
  for (const list of [terms, forms]) {
    const near: string[] = [];
    list.eachFrom(word.slice(0, TRIED), (_, bytes) => {
      if (bytes < word.length - 1 || bytes > word.length * 3 + 1) return;
      const other = list.word();
      if (isOneAway(word, other)) near.push(other);
    });
    for (const other of variants(word, alphabet)) if (list.find(other)) near.push(other);
    for (const other of near) {
      if (word.length === SHORTEST && other.length <= SHORTEST) continue;
      note(list === terms ? other : stem(other));
    }
  }
  const best = [...found].sort(([, one], [, other]) => other - one);
  return best.slice(0, MOST).map(([term]) => term);
}

/** The words that another first or second letter makes. */
function variants(word: string, alphabet: string): Set<string> {
  const made = new Set<string>();
  for (let at = 0; at < TRIED; at++) {
    const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
    made.add(before + after);
    made.add(before + after.charAt(0) + letter + after.slice(1));
    for (const other of alphabet) {
      made.add(before + other + after);
      made.add(before + other + letter + after);
    }
  }
  made.delete(word);
  return made;
}

/** Whether one typing error makes one word of the other. */
export function isOneAway(one: string, other: string): boolean {
  const difference = other.length - one.length;
  if (difference < -1 || difference > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let [end, otherEnd] = [one.length, other.length];
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) {
    end--;
    otherEnd--;
  }
  const [left, otherLeft] = [one.slice(start, end), other.slice(start, otherEnd)];
  if (left.length <= 1 && otherLeft.length <= 1) return true;
  return left.length === 2 && left === otherLeft.charAt(1) + otherLeft.charAt(0);
}
