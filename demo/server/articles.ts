import type { Article } from '../../src/server/index.js';
import { type MarkdownFile, markdownFiles } from './markdown-file.js';
import { plainText } from './plain-text.js';

/** The articles of the support page. They are read on pages of the desk's own. */
export function supportArticles(folder: string): Article[] {
  return markdownFiles(folder).map(({ name, head, body }) => ({
    ...common({ name, head, body }),
    product: head['product'],
    topic: head['topic'],
  }));
}

/** The pages of this project's documentation, each as an article that leads to its page. */
export function guideArticles(folder: string): Article[] {
  return markdownFiles(folder).map((file) => ({
    ...common(file),
    url: `/docs/${file.name}/`,
    excerpt: file.head['summary'],
  }));
}

function common({ name, head, body }: MarkdownFile): Article {
  return {
    id: name,
    title: head['title'] ?? name,
    updated: head['updated'],
    text: plainText(body),
  };
}
