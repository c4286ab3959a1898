/**
 * Where a caret belongs after somebody else has changed the text around it: as far from what stayed the
 * same as before. A caret inside of what was replaced goes to its end.
 */
export function caretAfter(before: string, after: string, caret: number): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (caret <= start) return caret;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const fromEnd = before.length - caret;
  return after.length - Math.min(fromEnd, end);
}
