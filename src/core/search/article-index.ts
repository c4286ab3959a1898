import type { Solution, SolutionQuery } from '../../schema/solution.js';
import { en } from '../languages/en.js';
import { Analyzer } from './analyze.js';
import { ArticleReader } from './article-reader.js';
import { splitSections } from './file-format.js';
import type { Language } from './language.js';
import { impactTable } from './occurrence.js';
import { addPostings } from './postings.js';
import { QueryTerms } from './query-terms.js';
import { queryWords } from './query-words.js';
import { type Entry, WordList } from './word-list.js';

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
  };
  const numbers = (section: Uint8Array) =>
    new Uint32Array(section.buffer, section.byteOffset, section.length >> 2);
  const terms = new WordList(sections.terms, numbers(sections.termHeads), true);
  const forms = new WordList(sections.forms, numbers(sections.formHeads), false);
  const articles = new ArticleReader(numbers(sections.articles), sections.texts);
  const table = impactTable();
  const scores = new Float32Array(meta.size);
  const language = languages[0] ?? en;
  const analyzer = new Analyzer(language);
  const queryTerms = new QueryTerms({ terms, forms, alphabet: meta.alphabet }, analyzer);
  return {
    size: meta.size,
    languages: meta.languages,
    search(query, { limit = 5 } = {}) {
      scores.fill(0);
      const idf = ({ count }: Entry) => Math.log(1 + (meta.size - count + 0.5) / (count + 0.5));
      const { terms: asked } = queryTerms.of(queryWords(query, analyzer, language));
      for (const { entry, weight } of asked) {
        addPostings(sections.postings, entry, weight * idf(entry), table, sections.norms, scores);
      }
      const best: number[] = [];
      for (let article = 0; article < meta.size; article++) {
        const score = scores[article] ?? 0;
        if (score <= 0) continue;
        if (best.length === limit && score <= (scores[best[limit - 1] ?? 0] ?? 0)) continue;
        if (best.length === limit) best.pop();
        let at = best.length;
        while (at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score) at--;
        best.splice(at, 0, article);
      }
      return best.map((number) => {
        const { id, title, url, excerpt, updated, text } = articles.read(number);
        return { id, title, url, text, ...(excerpt && { excerpt }), ...(updated && { updated }) };
      });
    },
  };
}
