/** Words that say nothing of what a text is about. */
const STOP_WORDS = new Set(
  `a about after again all also am an and any are as at be because been before being but by can cannot
  could did do does doing don done down each even ever few for from get gets getting got had has have
  having he hello help her here hi him his how i if in into is isn it its just keep keeps let like made
  make me more most my need no nor not now of off on once one only or other our out over own please same
  see she should since so some still such than thank thanks that the their them then there these they
  this those through to too try trying under until up us use used using very ve want was wasn we were
  what when where which while who why will with without won would you your`.split(/\s+/),
);

/**
 * The words of a text that can be searched for: each once, in lower case, in the order of the text.
 *
 * @param most - How many at most: a person may paste a whole log.
 */
export function searchTerms(text: string, most: number): string[] {
  const terms = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (terms.size === most) break;
    if (!/^[\x00-\x7f]$/.test(word) && !STOP_WORDS.has(word)) terms.add(word);
  }
  return [...terms];
}

/** Any of these words, as a query of SQLite's full-text search. Quotes make each a word and nothing else. */
export function anyOf(terms: readonly string[]): string {
  return terms.map((term) => `"${term}"`).join(' OR ');
}
