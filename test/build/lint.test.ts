import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { root } from './package-files.js';

const eslint = new ESLint({ cwd: root, overrideConfigFile: 'test/eslint.config.js' });

/** The rules that a text breaks, if it stood in a module of the sources. */
async function rulesBrokenBy(text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, 'src/index.ts') });
  return result?.messages.map(({ ruleId }) => ruleId) ?? [];
}

const lit = "import { html } from 'lit';\n";
const planted: readonly (readonly [rule: string, text: string])[] = [
  ['no-restricted-imports', "export * as z from 'zod';"],
  ['no-restricted-imports', "export { string } from 'zod/v4';"],
  ['no-restricted-syntax', "import { string } from 'zod/mini'; export const a = string();"],
  ['no-restricted-syntax', "import * as z from 'zod/mini'; export const a = () => z.config({});"],
  ['no-restricted-imports', "export { unsafeHTML } from 'lit/directives/unsafe-html.js';"],
  ['no-restricted-imports', "export { styleMap } from 'lit/directives/style-map.js';"],
  ['no-restricted-syntax', "import { unsafeCSS } from 'lit'; export const a = unsafeCSS('');"],
  ['no-restricted-syntax', "document.body.innerHTML = '';"],
  ['no-restricted-syntax', "document.body.outerHTML = '';"],
  ['no-restricted-syntax', "document.body.insertAdjacentHTML('beforeend', '');"],
  ['no-restricted-syntax', "Object.assign(document.body, { innerHTML: '' });"],
  ['no-restricted-syntax', `${lit}export const a = html\`<p .innerHTML=\${'a'}></p>\`;`],
  ['no-restricted-syntax', `${lit}export const a = html\`<p style="color: red"></p>\`;`],
  ['no-restricted-syntax', `${lit}export const a = html\`<p class="a" style=\${'b'}></p>\`;`],
  ['no-restricted-syntax', `${lit}export const a = html\`<style>p {}</style>\`;`],
  ['no-restricted-syntax', 'let a = 0; export const b = () => ++a;'],
  ['no-restricted-syntax', 'export let a = 0; a++;'],
  ['no-eval', "eval('1');"],
  ['no-new-func', "export const a = new Function('return 1');"],
  ['@typescript-eslint/no-implied-eval', "setTimeout('a()', 1);"],
  ['no-console', 'console.log(1);'],
  ['lit-a11y/alt-text', `${lit}export const a = html\`<img src="a.png" />\`;`],
  ['@typescript-eslint/no-explicit-any', 'export const a: any = 1;'],
];

describe('a fault in the sources is found by the linter', () => {
  for (const [rule, text] of planted) {
    it(text, async () => {
      const broken = await rulesBrokenBy(text);
      assert.ok(broken.includes(rule), `${rule} is not among ${broken.join(', ')}`);
    });
  }

  it('and a module without a fault has none', async () => {
    const text = `${lit}export const a = (b: string) => html\`<p class=\${b}>\${b}</p>\`;`;
    assert.deepEqual(await rulesBrokenBy(text), []);
  });
});

/** The rules that templates break, one a line, in a module of the project. */
function rulesBrokenInTemplates(templates: readonly string[]): Map<number, string> {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache/lint-'));
  const path = join(folder, 'planted.ts');
  const start =
    "import { html, nothing } from 'lit'; declare const text: string; declare const flag: boolean;";
  writeFileSync(path, [start, ...templates.map((template) => `html\`${template}\`;`)].join('\n'));
  const args = ['test/support/lit-analyzer.js', relative(root, path), '--strict'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  assert.match(stdout, /Analyzing 1 file\b/);
  const found = [...stdout.matchAll(/^ +(\d+):.*\n +([\w-]+)$/gm)];
  return new Map(found.map(([, line, rule = '']) => [Number(line) - 2, rule]));
}

describe('a fault in a template is found by lit-analyzer', () => {
  const planted: readonly (readonly [rule: string | undefined, template: string])[] = [
    ['no-unknown-tag-name', '<case-farm></case-farm>'],
    ['no-unknown-attribute', '<input placehalter="a" />'],
    ['no-incompatible-type-binding', '<input aria-invalid=${flag ? "wrong" : nothing} />'],
    ['no-incompatible-type-binding', '<input .disabled=${text} />'],
    ['no-noncallable-event-binding', '<input @input=${text} />'],
    [undefined, '<input title=${flag ? text : nothing} />'],
    [undefined, '<input aria-invalid=${flag ? "true" : nothing} />'],
  ];
  const found = rulesBrokenInTemplates(planted.map(([, template]) => template));
  for (const [index, [rule, template]] of planted.entries()) {
    it(`${rule ?? 'no rule at all'}: ${template}`, () => assert.equal(found.get(index), rule));
  }
});
