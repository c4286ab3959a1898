import assert from 'node:assert/strict';
import { dirname, join } from 'node:path/posix';
import { describe, it } from 'node:test';
import { builtModules, readText } from './package-files.js';

/** Each of them would turn a string into markup, into styles or into code. */
const inOurModules = [
  /\bunsafe(HTML|SVG|CSS|MathML|Static)\b/,
  /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe)\b/,
  /\bcreateContextualFragment\b/,
  /\bdocument\.write/,
  /\bstyleMap\b/,
  /\beval\s*\(/,
  /\bnew\s+Function\b/,
];

/** The single file brings Lit, which parses its own templates and speaks of what it warns of. */
const inTheSingleFile = [
  /\bunsafe(HTML|SVG|MathML|Static)\b/,
  /\bdocument\.write/,
  /\beval\s*\(/,
  /\bnew\s+Function\b/,
];

function wordsIn(text: string, forbidden: readonly RegExp[]): string[] {
  return forbidden.flatMap((word) => word.exec(text)?.[0] ?? []);
}

const builtIn = (folder: string) => builtModules().filter((module) => module.startsWith(folder));

describe('what is built', () => {
  it('holds no word that makes code, markup or styles of a string', () => {
    // The tools never run in a page, and their packages speak of what they parse.
    const ours = builtModules().filter((module) => !/^dist\/(cdn[./]|cli\/)/.test(module));
    assert.ok(ours.length > 0);
    const found = ours.flatMap((module) =>
      wordsIn(readText(module), inOurModules).map((word) => `${module}: ${word}`),
    );
    assert.deepEqual(found, []);
    for (const module of ['dist/cdn.js', ...builtIn('dist/cdn/')]) {
      assert.deepEqual(wordsIn(readText(module), inTheSingleFile), [], module);
    }
  });

  const planted = [
    'import{unsafeHTML as e}from"lit/directives/unsafe-html.js"',
    'class a extends b{}a.directiveName="unsafeHTML"',
    'a.innerHTML=b',
    'a.insertAdjacentHTML("beforeend",b)',
    'document.write(a)',
    'eval (a)',
    'new Function("return 1")',
  ];
  for (const text of planted) {
    it(`would be found out: ${text}`, () => assert.notDeepEqual(wordsIn(text, inOurModules), []));
  }

  it('would be found out in the single file', () => {
    for (const text of ['directiveName="unsafeHTML"', 'eval(a)', 'new Function(a)']) {
      assert.equal(wordsIn(text, inTheSingleFile).length, 1, text);
    }
  });
});

describe('the single file', () => {
  it('has a Trusted Types policy of its own beside the page’s Lit', () => {
    const policies = [...readText('dist/cdn.js').matchAll(/createPolicy\(["'`]([^"'`]+)/g)];
    assert.deepEqual(
      policies.map(([, name]) => name),
      ['case-elements'],
    );
  });

  it('defines the elements, which a bundler may take for superfluous', () => {
    const calls = readText('dist/cdn.js').match(/[;,}]\w+\.define\(\)/g) ?? [];
    assert.ok(calls.length >= 3, `${calls.length} are`);
  });

  it('needs no other file to begin with, and later only those beside it', () => {
    const text = readText('dist/cdn.js');
    const statements = /(?:^|[;}\n])\s*(?:import\s*[\w{*"'`]|export\s*(?:\*|\{[^}]*\})\s*from)/;
    assert.doesNotMatch(text, statements);
    assert.match('a;import{b}from"b"', statements);
    assert.match('a;export{b}from"b"', statements);
    const asked = ['dist/cdn.js', ...builtIn('dist/cdn/')].flatMap((module) => {
      const parts = [...readText(module).matchAll(/\bimport\s*\(\s*["'`]?\.\/([^"'`)]*)/g)];
      assert.equal(parts.length, readText(module).match(/\bimport\s*\(/g)?.length ?? 0, module);
      // A part may need another part beside it.
      const beside = [
        ...readText(module).matchAll(/\b(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g),
      ];
      return [...parts, ...beside].map(([, part]) => join(dirname(module), part ?? ''));
    });
    assert.deepEqual([...new Set(asked)].sort(), builtIn('dist/cdn/'));
  });
});
