import type { Article } from '../../schema/article.js';

/** What a file or a web page says of itself, before it is known where it can be read. */
export interface Page {
  readonly title?: string | undefined;
  readonly text: string;
  readonly headings: readonly string[];
  readonly excerpt?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
  readonly product?: string | undefined;
  readonly topic?: string | undefined;
  /** An ISO 8601 date, or date and time. */
  readonly updated?: string | undefined;
  readonly language?: string | undefined;
  /** The address that it claims: absolute, from the root, or a new last part. */
  readonly address?: string | undefined;
  /** Why it does not want to be found. */
  readonly hidden?: string | undefined;
}

/** What came of one file, web page or record. */
export type Read =
  | {
      readonly where: string;
      readonly article: Article;
      /** Whether its text is the words of a page, which are good to search and nothing to read. */
      readonly isWords?: boolean;
    }
  /** It is not in the index, as it should be. */
  | { readonly where: string; readonly leftOut: string }
  /** It is not in the index, and somebody should know. */
  | { readonly where: string; readonly fault: string };

/** The article that a page is at an address, or why it is none. */
export function articleOf(page: Page, url: string, where: string, title: string): Read {
  if (page.hidden) return { where, leftOut: page.hidden };
  if (page.text.trim() === '') return { where, leftOut: 'it has no text' };
  const { excerpt, keywords, product, topic, updated, language, headings, text } = page;
  const said = { excerpt, keywords, product, topic, updated, language, headings };
  const known = Object.entries(said).filter(([, value]) => isSaid(value));
  const article = { id: url, title: page.title || title, url, text };
  return { where, article: { ...article, ...Object.fromEntries(known) } };
}

function isSaid(value: string | readonly string[] | undefined): boolean {
  return value !== undefined && value.length > 0;
}
