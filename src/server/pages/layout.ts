import type { Messages } from '../../locales/en.js';
import { type Content, Html, markup } from './markup.js';
import { STYLE } from './style.js';

// A style sheet is text of its own kind: escaping would change it, and with it its hash.
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);

/** A whole page around its content. */
export function layout(
  title: string,
  { language, direction }: Messages,
  ...content: readonly Content[]
): Html {
  return markup`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}
