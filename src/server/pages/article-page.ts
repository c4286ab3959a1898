import type { Messages } from '../../locales/en.js';
import type { Article } from '../articles/article.js';
import { type Html, markup } from './markup.js';
import { layout } from './layout.js';
import type { PageTexts } from './page-texts.js';

/** One article: plain text, of which blank lines make paragraphs. */
export function articlePage(article: Article, messages: Messages, texts: PageTexts): Html {
  const updated = article.updated && new Date(article.updated);
  return layout(
    article.title,
    messages,
    updated &&
      markup`<p>
        <time datetime="${updated.toISOString()}">${texts.articleUpdated(updated)}</time>
      </p>`,
    article.text
      .split(/\r?\n\s*\n/)
      .filter((paragraph) => paragraph.trim())
      .map((paragraph) => markup`<p class="text">${paragraph.trim()}</p>`),
  );
}
