import type { Article } from '../../src/server/index.js';
import { markdownFiles } from './markdown-file.js';
import { headingsOf, plainText } from './plain-text.js';

/** The articles of the support page. They are read on pages of the desk's own. */
export function supportArticles(folder: string): Article[] {
  return markdownFiles(folder).map(({ name, head, body }) => ({
    id: name,
    title: head['title'] ?? name,
    updated: head['updated'],
    text: plainText(body),
    headings: headingsOf(body),
    product: head['product'],
    topic: head['topic'],
  }));
}
