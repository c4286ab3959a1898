/** What searches call their words in an address. */
const NAMES = ['q', 'query', 'search', 'keywords', 's'];
const LONGEST = 200;

/**
 * The words that a person had searched for, from the address of the page they came from; empty when it
 * tells none, as most searches of the whole web do.
 */
export function searchWords(referrer: string): string {
  try {
    const { searchParams } = new URL(referrer);
    const found = NAMES.map((name) => searchParams.get(name)?.trim() ?? '').find(Boolean) ?? '';
    return found.slice(0, LONGEST);
  } catch {
    return '';
  }
}
