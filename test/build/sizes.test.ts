import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readText } from './package-files.js';
import { budgets, measure, measureEntries, measureText, overBudget } from './sizes.js';

describe('what a page loads', () => {
  const sizes = measureEntries();

  it('keeps to the budget of each entry; `npm run size` shows all of them', async () => {
    assert.deepEqual(overBudget(await sizes), []);
  });

  it('is measured with Lit and zod', async () => {
    const { gzip } = await measure('dist/elements/case-form/case-form.js');
    assert.ok(gzip > 10_000, `${gzip} bytes cannot be all of it`);
  });

  it('has an engine, a worker and English of 12,000 bytes at most, and later', () => {
    const parts = ['search-worker', 'search-engine', 'en'].map((name) => `dist/search/${name}.js`);
    const bytes = parts.reduce((sum, path) => sum + gzipSync(readText(path)).length, 0);
    assert.ok(bytes <= 12_000, `${bytes} bytes`);
  });

  for (const tag of ['case-launcher', 'case-helpful']) {
    it(`has a <${tag}> of 3,000 bytes at most beside Lit, until it loads something`, async () => {
      const lit = await measureText(
        "export { LitElement, html, css, nothing, adoptStyles } from 'lit';",
      );
      const { gzip, later } = await measure(`dist/elements/${tag}/${tag}.js`);
      assert.ok(gzip - lit.gzip <= 3000, `${gzip - lit.gzip} bytes`);
      assert.ok(later > 0, 'Everything is loaded at once.');
    });
  }

  it('has no budget that belongs to nothing', async () => {
    const measured = (await sizes).map(({ specifier }) => specifier);
    assert.deepEqual(Object.keys(budgets).sort(), measured.sort());
  });

  it('would be found out when it grows, and when it has no budget', () => {
    const size = { minified: 300, gzip: 101, later: 0 };
    const grown = ['a', 'b', 'c'].map((specifier) => ({ specifier, ...size }));
    assert.equal(overBudget(grown, { a: 100, b: 101 }).length, 2);
  });
});
