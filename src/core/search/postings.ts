import type { Entry } from './word-list.js';

/** Adds a term's impacts to the scores of its articles. */
export function addPostings(
  postings: Uint8Array,
  { start, count }: Pick<Entry, 'start' | 'count'>,
  weight: number,
  table: Float32Array,
  norms: Uint8Array,
  scores: Float32Array,
): void {
  let at = start;
  let article = -1;
  const articles = new Uint32Array(count);
  for (let index = 0; index < count; index++) {
    let gap = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = postings[at++] ?? 0;
      gap |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    article += gap + 1;
    articles[index] = article;
  }
  for (let index = 0; index < count; index++) {
    const found = articles[index] ?? 0;
    const impact = table[((norms[found] ?? 0) << 8) | (postings[at + index] ?? 0)] ?? 0;
    scores[found]! += weight * impact;
  }
}
