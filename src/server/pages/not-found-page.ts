import type { Messages } from '../../locales/en.js';
import { type Html, markup } from './markup.js';
import { layout } from './layout.js';
import type { PageTexts } from './page-texts.js';

/** Says that there is nothing, the same for whatever is not there. */
export function notFoundPage(messages: Messages, texts: PageTexts): Html {
  return layout(texts.notFound, messages, markup`<p>${texts.notFoundHint}</p>`);
}
