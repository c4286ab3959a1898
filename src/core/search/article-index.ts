import type { Solution, SolutionQuery } from '../../schema/solution.js';
import { en } from '../languages/en.js';
import { Analyzer } from './analyze.js';
import { ArticleReader, readKinds } from './article-reader.js';
import { splitSections } from './file-format.js';
import type { Language } from './language.js';
import { impactTable } from './occurrence.js';
import { addCases, addPostings } from './postings.js';
import { QueryTerms } from './query-terms.js';
import { queryWords } from './query-words.js';
import { type Traits, rank } from './rank.js';
import { type Entry, WordList } from './word-list.js';

/** What past cases count beside the words of an article. */
const CASES = 2.5;

export interface SearchOptions {
  /** Solutions at most: 5 unless given. */
  readonly limit?: number;
  /** Whether each solution says how its score came about. */
  readonly explain?: boolean;
}

/** A solution of an index always has its article's `id`. */
export interface FoundSolution extends Solution {
  id: string;
}

/** An open index. */
export interface ArticleIndex {
  /** Articles that it holds. */
  readonly size: number;
  readonly languages: readonly string[];
  /** The articles that fit best, best first; none where nothing fits. */
  search(query: SolutionQuery, options?: SearchOptions): FoundSolution[];
}

export interface OpenOptions {
  /** The languages that the index was built with; English unless given. */
  readonly languages?: readonly Language[];
}

/**
 * Opens an index that `buildIndex` made. The bytes are read where they are and must not change.
 *
 * @throws IndexError where they are damaged, foreign or of another version.
 */
export function openIndex(bytes: Uint8Array, { languages = [en] }: OpenOptions = {}): ArticleIndex {
  const sections = splitSections(bytes);
  const meta = JSON.parse(new TextDecoder().decode(sections.meta)) as {
    size: number;
    languages: string[];
    alphabet: string;
    cases: number;
  };
  const numbers = (section: Uint8Array) =>
    new Uint32Array(section.buffer, section.byteOffset, section.length >> 2);
  const terms = new WordList(sections.terms, numbers(sections.termHeads), true);
  const forms = new WordList(sections.forms, numbers(sections.formHeads), false);
  const articles = new ArticleReader(numbers(sections.articles), sections.texts);
  const table = impactTable();
  const scores = new Float32Array(meta.size);
  const cases = meta.cases ? new Float32Array(meta.size) : undefined;
  const short = (section: Uint8Array) =>
    new Uint16Array(section.buffer, section.byteOffset, section.length >> 1);
  const traits: Traits = {
    kinds: readKinds(sections.kinds),
    kindOf: short(sections.kindOf),
    days: short(sections.days),
  };
  const language = languages[0] ?? en;
  const analyzer = new Analyzer(language);
  const queryTerms = new QueryTerms({ terms, forms, alphabet: meta.alphabet }, analyzer);
  return {
    size: meta.size,
    languages: meta.languages,
    search(query, { limit = 5 } = {}) {
      scores.fill(0);
      cases?.fill(0);
      const idf = ({ count }: Entry) => Math.log(1 + (meta.size - count + 0.5) / (count + 0.5));
      const { terms: asked } = queryTerms.of(queryWords(query, analyzer, language));
      for (const { entry, weight } of asked) {
        addPostings(sections.postings, entry, weight * idf(entry), table, sections.norms, scores);
        if (cases && entry.cases)
          addCases(sections.postings, entry, weight * idf(entry) * CASES, cases);
      }
      return rank(scores, cases, traits, query, limit).map(({ article }) => {
        const { id, title, url, excerpt, updated, text } = articles.read(article);
        return { id, title, url, text, ...(excerpt && { excerpt }), ...(updated && { updated }) };
      });
    },
  };
}
