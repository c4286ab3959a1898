import { parse } from 'marked';
import { splitMatter } from './front-matter.js';
import { readFragment } from './html.js';
import type { Page } from './page.js';
import { plainMarkdown } from './plain-markdown.js';
import { saidBy } from './said.js';

/**
 * Reads Markdown or MDX with front matter.
 *
 * @throws {ReadError} When its front matter is broken.
 */
export function readMarkdown(source: string, { isMdx = false } = {}): Page {
  const { data, body } = splitMatter(source);
  const said = saidBy(data);
  const { title, headings, text } = readFragment(
    parse(plainMarkdown(body, { isMdx }), { async: false }),
  );
  return { ...said, title: said.title || title, headings, text };
}
