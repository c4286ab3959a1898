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
    const place = ((norms[article] as number) << 8) | (postings[code++] as number);
    (scores[article] as number) += weight * (table[place] as number);
  }
}

/** The same for what past cases say. */
export function addCases(
  postings: Uint8Array,
  { end, casesEnd, cases }: Entry,
  weight: number,
  scores: Float32Array,
): void {
  let article = -1;
  let at = end;
  let impact = casesEnd - cases;
  const last = Math.min(impact, postings.length);
  while (at < last) {
    let gap = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = postings[at++] ?? 0;
      gap |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    article += gap + 1;
    (scores[article] as number) += (weight * (postings[impact++] ?? 0)) / 255;
  }
}
