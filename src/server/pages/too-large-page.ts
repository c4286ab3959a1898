import type { Messages } from '../../locales/en.js';
import { type Html, markup } from './markup.js';
import { layout } from './layout.js';
import type { PageTexts } from './page-texts.js';

/** Says that a posted form was too much; the browser's way back leads to what was written. */
export function tooLargePage(bytes: number, messages: Messages, texts: PageTexts): Html {
  return layout(
    texts.refused,
    messages,
    markup`<p>${texts.tooLarge(messages.upload.size(bytes))}</p>`,
  );
}
