import type { LocalSource } from './local.js';

/**
 * A source whose index has the words of a page in place of its text: good to search, nothing to read.
 */
export function withoutTexts(source: LocalSource): LocalSource {
  return {
    load: () => source.load(),
    async search(query, options) {
      const solutions = await source.search(query, options);
      return solutions.map(({ matches, ...solution }) => ({
        ...solution,
        text: undefined,
        excerpt: undefined,
        matches: matches && { title: matches.title },
      }));
    },
  };
}
