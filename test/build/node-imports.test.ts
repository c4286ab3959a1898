import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { builtModules, entries, root } from './package-files.js';

const tags = [
  'case-desk',
  'case-form',
  'case-helpful',
  'case-launcher',
  'case-list',
  'case-solutions',
  'case-upload',
  'case-view',
];

interface Loaded {
  readonly failed: readonly string[];
  readonly defined: readonly string[];
}

/** Imports modules in a fresh Node, without a DOM, and tells which elements are defined then. */
function load(urls: readonly string[]): Loaded {
  const program = `
    const failed = [];
    for (const url of ${JSON.stringify(urls)}) {
      await import(url).catch((error) => failed.push(url + ': ' + error.message));
    }
    const tags = ${JSON.stringify(tags)};
    const defined = tags.filter((tag) => globalThis.customElements?.get(tag));
    console.log(JSON.stringify({ failed, defined }));`;
  const args = ['--input-type=module', '--eval', program];
  return JSON.parse(
    execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }),
  ) as Loaded;
}

function urlOf(module: string): string {
  return pathToFileURL(join(root, module)).href;
}

/** The single file brings the browsers' Lit, the worker needs one, and the tool would do its work. */
const elsewhere = /^dist\/(cdn[./]|search\/search-worker\.js|cli\/case-elements\.js)/;
const forNode = builtModules().filter((module) => !elsewhere.test(module));
const quiet = forNode.filter((module) => module !== 'dist/define.js');

describe('a server without a DOM', () => {
  it('can import every built module, and none defines an element', () => {
    assert.ok(quiet.length >= entries().length - 2);
    assert.deepEqual(load(quiet.map(urlOf)), { failed: [], defined: [] });
  });

  it('can define the elements for its own rendering', () => {
    assert.deepEqual(load([urlOf('dist/define.js')]), { failed: [], defined: tags });
  });

  it('would be told of a module that needs a DOM', () => {
    const { failed } = load(['data:text/javascript,document.title']);
    assert.match(failed.join(), /document is not defined/);
  });
});
