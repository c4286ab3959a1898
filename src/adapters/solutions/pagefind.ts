import { untilAborted } from '../../core/until-aborted.js';
import { en } from '../../core/languages/en.js';
import type { SolutionSource } from '../../ports/solution-source.js';
import type { Solution, SolutionQuery } from '../../schema/solution.js';
import { askedWords, type WordOptions } from './asked-words.js';
import { type HostedOptions, limitOf } from './hosted.js';
import { type PagefindModule, pagefindModule } from './pagefind-module.js';
import { decode } from './pagefind-pages.js';
import { at } from './found-values.js';

export type { PagefindModule } from './pagefind-module.js';
export { decode, type PagefindDecodeOptions } from './pagefind-pages.js';

export interface PagefindOptions extends Pick<HostedOptions, 'label' | 'limit'>, WordOptions {
  /** The `pagefind.js` of the site, such as `/pagefind/pagefind.js`; loaded at the first search. */
  url?: string | URL;
  /** The module itself, in place of `url`. */
  module?: PagefindModule;
  /** What `pagefind.options()` takes, such as `{ baseUrl: '/docs/' }`. */
  options?: Readonly<Record<string, unknown>>;
}

/** A page, and how well it fits the words that it has. */
interface Candidate {
  readonly words: string[];
  score: number;
}

/** Words that are searched for: each is a search of its own. */
const WORDS = 16;

/**
 * Finds solutions with Pagefind, which the site's own search uses.
 *
 * Pagefind finds the pages that have all words of a search, of a long one hardly any. So each word is
 * searched for by itself, and a page that has several of them comes before those with fewer.
 */
export function pagefind(options: PagefindOptions): SolutionSource {
  const load = pagefindModule(options);
  return {
    async search(query, { signal }) {
      signal.throwIfAborted();
      return untilAborted(
        load().then(({ module, root }) => find(module, root)),
        signal,
      );

      async function find(module: PagefindModule, root: string | undefined): Promise<Solution[]> {
        const search = searching(module);
        const best = await candidates(search, wordsOf(query, options), limitOf(options));
        const pages = await Promise.all(best.map(([id, { words }]) => pageOf(search, id, words)));
        return decode(pages, { root, label: options.label });
      }
    },
  };
}

/** The words to search for, without those that every page has, as long as there are others. */
function wordsOf(query: SolutionQuery, { language = en }: WordOptions): string[] {
  const words = askedWords(query, { language })
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const stopWords = new Set(language.stopWords.split(' '));
  const telling = words.filter((word) => !stopWords.has(word.toLowerCase()));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, WORDS);
}

/** The pages that have some of the words, best first: the sum of what each word is worth in them. */
async function candidates(
  search: Search,
  words: readonly string[],
  limit: number,
): Promise<[id: string, Candidate][]> {
  const found = new Map<string, Candidate>();
  const answers = await Promise.all(words.map((word) => search(word)));
  for (const [index, results] of answers.entries()) {
    for (const { id, score } of results) {
      const candidate = found.get(id) ?? { words: [], score: 0 };
      candidate.score += score;
      candidate.words.push(words[index] ?? '');
      found.set(id, candidate);
    }
  }
  return [...found].sort(([, one], [, other]) => other.score - one.score).slice(0, limit);
}

/** What Pagefind knows of a page, with an excerpt in which all of these words are marked. */
async function pageOf(search: Search, id: string, words: readonly string[]): Promise<unknown> {
  const results = await search(words.join(' '));
  return results.find((result) => result.id === id)?.data();
}

type Search = (term: string) => Promise<Result[]>;

/** Searches, for the same words once: many pages have the same ones of them. */
function searching(module: PagefindModule): Search {
  const answers = new Map<string, ReturnType<Search>>();
  const search: Search = async (term) => {
    const results: unknown = at(await module.search(term), 'results');
    if (!Array.isArray(results)) throw new Error('Pagefind has answered with no list of results.');
    if (!results.every(isResult)) throw new Error('Pagefind has answered with something else.');
    return results;
  };
  return (term) => {
    const answer = answers.get(term) ?? search(term);
    answers.set(term, answer);
    return answer;
  };
}

interface Result {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<unknown>;
}

function isResult(value: unknown): value is Result {
  const { id, score, data } = Object(value) as Partial<Result>;
  return typeof id === 'string' && typeof score === 'number' && typeof data === 'function';
}
