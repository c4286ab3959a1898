import type { TextRange } from '../../schema/solution.js';

/** Stand before and after a match in an answer: characters that no script, and hardly a text, has. */
export const OPEN = '\uEE00';
export const CLOSE = '\uEE01';

/** A text, and what of it matches. */
export interface Passage {
  readonly text: string;
  readonly matches: readonly TextRange[];
}

/** A text without its marks, and where they stood. */
export function readMarks(marked: string): Passage {
  const matches: TextRange[] = [];
  let text = '';
  for (const part of marked.split(OPEN)) {
    const end = part.indexOf(CLOSE);
    if (end > 0) matches.push([text.length, text.length + end]);
    text += part.replaceAll(CLOSE, '');
  }
  return { text, matches };
}

/** Characters of a title and of an excerpt that a solution has. */
const TITLE = 300;
const EXCERPT = 600;

/** The matches in as much as is shown; nothing where there are none, so that others may be found. */
export function shownMatches(
  title: readonly TextRange[] | undefined,
  excerpt: readonly TextRange[] | undefined,
): { title: readonly TextRange[] | undefined; excerpt: readonly TextRange[] | undefined } {
  return { title: within(title, TITLE), excerpt: within(excerpt, EXCERPT) };
}

function within(
  ranges: readonly TextRange[] = [],
  limit: number,
): readonly TextRange[] | undefined {
  const kept = ranges.filter(([, end]) => end <= limit);
  return kept.length > 0 ? kept : undefined;
}
