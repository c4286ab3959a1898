import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readText, root } from './package-files.js';

/** What a strict content security policy would block on a page. */
function blockedIn(html: string): string[] {
  const script = /<script(?![^>]*\ssrc=)(?![^>]*\stype="application\/(?:ld\+)?json")[^>]*>/gi;
  const style = /<style[\s>]|<[a-z][^>]*\sstyle\s*=/gi;
  const handler = /<[a-z][^>]*\son[a-z]+\s*=/gi;
  const address = /\s(?:href|src|action)\s*=\s*["']?\s*(?:javascript|data):/gi;
  return [script, style, handler, address].flatMap((blocked) => html.match(blocked) ?? []);
}

describe('the pages of the demo', () => {
  it('hold no inline script, style or handler', () => {
    const pages = readdirSync(join(root, 'dist/demo'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.html'))
      .map((path) => `dist/demo/${path}`);
    assert.ok(pages.length > 0);
    const found = pages.flatMap((page) =>
      blockedIn(readText(page)).map((text) => `${page}: ${text}`),
    );
    assert.deepEqual(found, []);
  });

  const planted = [
    '<script>go()</script>',
    '<script type="module">go()</script>',
    '<style>p {}</style>',
    '<p class="a" style="color: red">',
    '<button onclick="go()">',
    '<a href="javascript:go()">',
  ];
  for (const html of planted) {
    it(`would be found out: ${html}`, () => assert.equal(blockedIn(html).length, 1));
  }
});
