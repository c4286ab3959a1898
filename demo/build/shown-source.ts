import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import { escapeHtml } from './source-text.js';

const PLACE = /<pre data-source="([^"]+)"(?: data-name="([^"]+)")?><\/pre>/g;

/** Shows the source of a file on a page, so that what is read is what runs. */
export function shownSource(folder: string): Plugin {
  return {
    name: 'shown-source',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html.replaceAll(PLACE, (_, path: string, name: string = basename(path)) => {
          const text = asInstalled(readFileSync(join(folder, path), 'utf8').trim());
          return `<figure class="source"><figcaption>${escapeHtml(name)}</figcaption>
            <pre tabindex="0"><code>${escapeHtml(text)}</code></pre></figure>`;
        }),
    },
  };
}

/** The demo lives beside the sources; everybody else imports the package. */
function asInstalled(text: string): string {
  return text
    .replaceAll(/'(?:\.\.\/)+src\/(define|locales\/\w+)\.js'/g, "'case-elements/$1'")
    .replaceAll(/'(?:\.\.\/)+src\/adapters\/([\w/-]+)\.js'/g, "'case-elements/$1'")
    .replaceAll(/'(?:\.\.\/)+src\/[\w/-]+\.js'/g, "'case-elements'");
}
