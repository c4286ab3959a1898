import { OTHERS } from './occurrence.js';
import type { Entry } from './word-list.js';

/** Adds what a term says of its articles to their scores. */
export function addPostings(
  postings: Uint8Array,
  { start, end, count }: Entry,
  weight: number,
  table: Float32Array,
  norms: Uint8Array,
  scores: Float32Array,
): void {
  let article = -1;
  let at = start;
  let code = end - count;
  const last = Math.min(code, postings.length);
  while (at < last) {
    let gap = postings[at++] as number;
    if (gap > 127) {
      gap &= 127;
      for (let shift = 7; shift < 35; shift += 7) {
        const byte = postings[at++] ?? 0;
        gap |= (byte & 127) << shift;
        if (byte < 128) break;
      }
    }
    article += gap + 1;
    const said = postings[code++] as number;
    const place = ((norms[article] as number) << 5) | (said & 31);
    const others = table[OTHERS | (said >> 5)] as number;
    (scores[article] as number) += weight * ((table[place] as number) + others);
  }
}

/** Calls back for each of some articles, in their order, that a term stands in. */
export function eachHolder(
  postings: Uint8Array,
  { start, end, count }: Entry,
  articles: Uint32Array,
  visit: (article: number) => void,
): void {
  let wanted = 0;
  eachArticle(postings, { from: start, to: end - count }, (article) => {
    while ((articles[wanted] as number) < article) wanted++;
    if (articles[wanted] === article) visit(article);
    return wanted < articles.length;
  });
}

/** Adds what past cases say of a term to the scores of their articles. */
export function addCases(
  postings: Uint8Array,
  { end, casesEnd, cases }: Entry,
  weight: number,
  scores: Float32Array,
): void {
  let impact = casesEnd - cases;
  eachArticle(postings, { from: end, to: impact }, (article) => {
    (scores[article] as number) += (weight * (postings[impact++] ?? 0)) / 255;
    return true;
  });
}

/**
 * Calls back for each article of a list, in their order, until the answer is no. `addPostings` walks by
 * itself: a call for each article would be most of its time.
 */
function eachArticle(
  postings: Uint8Array,
  { from, to }: { readonly from: number; readonly to: number },
  visit: (article: number) => boolean,
): void {
  const last = Math.min(to, postings.length);
  let article = -1;
  for (let at = from; at < last;) {
    let gap = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = postings[at++] ?? 0;
      gap |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    article += gap + 1;
    if (!visit(article)) return;
  }
}
