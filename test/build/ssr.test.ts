import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { type TemplateResult, html } from 'lit';
import { root } from './package-files.js';

/** What a server sends for a template. */
async function sent(template: TemplateResult): Promise<string> {
  return (await collectResult(render(template))).replace(/<!--.*?-->/gs, '');
}

describe('on a server', () => {
  before(() => import(pathToFileURL(join(root, 'dist/define.js')).href));

  const elements: readonly (readonly [tag: string, template: TemplateResult])[] = [
    ['case-desk', html`<case-desk></case-desk>`],
    ['case-form', html`<case-form action="/cases"></case-form>`],
    ['case-diagnostics', html`<case-diagnostics>Details</case-diagnostics>`],
    ['case-existing', html`<case-existing></case-existing>`],
    ['case-helpful', html`<case-helpful></case-helpful>`],
    ['case-incidents', html`<case-incidents></case-incidents>`],
    ['case-launcher', html`<case-launcher></case-launcher>`],
    ['case-list', html`<case-list></case-list>`],
    ['case-solutions', html`<case-solutions></case-solutions>`],
    ['case-upload', html`<case-upload></case-upload>`],
    ['case-view', html`<case-view number="4711"></case-view>`],
  ];
  for (const [tag, template] of elements) {
    it(`<${tag}> renders into a declarative shadow root`, async () => {
      const text = await sent(template);
      const shadow = /<template shadowroot="open" shadowrootmode="open"[^>]*>(.*)<\/template>/s;
      const content =
        shadow
          .exec(text)?.[1]
          ?.replace(/<style>.*?<\/style>/s, '')
          .trim() ?? '';
      assert.ok(text.startsWith(`<${tag}`));
      assert.notEqual(content, '', `nothing is in the shadow root: ${text}`);
    });
  }

  it('the form posts to its action before any script has arrived', async () => {
    const text = await sent(html`<case-form action="/cases"></case-form>`);
    const form = /<form[^>]*>/.exec(text)?.[0] ?? '';
    assert.match(form, /action="\/cases"/);
    assert.match(form, /method="post"/);
  });
});
