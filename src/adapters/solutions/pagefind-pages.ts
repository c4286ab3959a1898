import { htmlToText } from '../../core/html-text.js';
import type { Solution } from '../../schema/solution.js';
import { foundSolutions } from './found-solutions.js';
import { at, textAt } from './found-values.js';

export interface PagefindDecodeOptions {
  /** The address of `pagefind.js`, or of the site, that the addresses of the pages start from. */
  readonly root?: string | URL | undefined;
  /** Where the pages come from, as a person reads it. */
  readonly label?: string | undefined;
}

/** The solutions of what `data()` of Pagefind's results has resolved with. */
export function decode(pages: unknown, { root, label }: PagefindDecodeOptions = {}): Solution[] {
  if (!Array.isArray(pages)) throw new TypeError('There is no list of pages.');
  return foundSolutions(
    pages.map((page: unknown) => {
      const { text: excerpt, marks } = htmlToText(textAt(page, 'excerpt'));
      const meta = at(page, 'meta');
      return {
        title: tidy(textAt(meta, 'title') || textAt(page, 'url')),
        url: linkOf(textAt(page, 'url'), root),
        excerpt: excerpt || undefined,
        text: textAt(page, 'content') || undefined,
        updated: textAt(meta, 'updated', 'modified', 'date') || undefined,
        source: label,
        matches: marks.length > 0 ? { excerpt: marks } : undefined,
      };
    }),
  );
}

/** Some generators put a space without width behind a heading. */
function tidy(title: string): string {
  return title.replaceAll('\u200b', '').trim();
}

/** The address of a page; nothing, where there is none. */
function linkOf(url: string, root: string | URL | undefined): string | undefined {
  try {
    return url && root !== undefined ? new URL(url, root).href : url || undefined;
  } catch {
    return undefined;
  }
}
