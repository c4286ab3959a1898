import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { isDeclared } from './floors.js';
import { importsOf } from './module-imports.js';
import { builtFiles, builtModules, entries, packageJson, readText, root } from './package-files.js';

describe('the public entries', () => {
  for (const { specifier, module, types } of entries()) {
    it(`${specifier} resolves, and its code and types are there`, () => {
      assert.equal(fileURLToPath(import.meta.resolve(specifier)), join(root, module));
      assert.ok(existsSync(join(root, module)), module);
      assert.ok(existsSync(join(root, types)), types);
    });
  }

  it('never say where the build puts them', () => {
    const said = [...Object.keys(packageJson.exports), './dist/planted.js'].filter((subpath) =>
      subpath.includes('dist'),
    );
    assert.deepEqual(said, ['./dist/planted.js']);
  });

  it('keep every other module to ourselves', () => {
    assert.throws(() => import.meta.resolve('case-elements/elements/define.js'), /not defined/);
  });
});

describe('the package', () => {
  it('has three modules that do something when they are imported', () => {
    assert.deepEqual(packageJson.sideEffects, [
      './dist/define.js',
      './dist/cdn.js',
      './dist/search/search-worker.js',
    ]);
  });

  it('is published whole, without the demo and the sources', () => {
    const files = packedFiles();
    const wanted = entries().flatMap(({ module, types }) => [module, types]);
    for (const path of [...wanted, packageJson.customElements, 'LICENSE', 'README.md']) {
      assert.ok(files.includes(path), `${path} is not packed`);
    }
    const allowed = /^(dist\/(?!demo)|(custom-elements\.json|LICENSE|README\.md|package\.json)$)/;
    assert.deepEqual(
      [...files, 'dist/demo/planted.js'].filter((path) => !allowed.test(path)),
      ['dist/demo/planted.js'],
    );
  });

  it('has types that name no package which it does not bring', () => {
    const found = builtFiles('.d.ts').flatMap((path) => strangersIn(readText(path)));
    assert.deepEqual(found, []);
    const planted =
      "/** import('said') */ export declare const a: import('lit-html').B; import type { C } from 'lit/c.js';";
    assert.deepEqual(strangersIn(planted), ['lit-html']);
  });

  it('has modules that import no package which is not there once it is installed', () => {
    const imported = (path: string, text: string) =>
      importsOf({ path, text })
        .map(({ specifier }) => specifier)
        .filter(
          (specifier) => !/^(\.|\(computed\)$)/.test(specifier) && !COMES_ALONG.test(specifier),
        )
        .map((specifier) => `${path} imports ${specifier}`);
    assert.deepEqual(
      builtModules().flatMap((path) => imported(path, readText(path))),
      [],
    );
    const planted =
      'import{stemmer}from"stemmer";export*from"@orama/stemmers/german";import("./a.js"),import("litter");import"lit/html.js"';
    assert.deepEqual(imported('dist/a.js', planted), [
      'dist/a.js imports stemmer',
      'dist/a.js imports @orama/stemmers/german',
      'dist/a.js imports litter',
    ]);
  });

  it('brings each stemmer once, beside its languages, and the words of its licence', () => {
    assert.deepEqual(
      builtFiles('').filter((path) => path.includes('node_modules')),
      [],
    );
    const folder = 'dist/core/languages/stemmers/';
    const stemmers = builtModules().filter((path) => path.startsWith(folder));
    const codes = stemmers.map((path) => path.slice(folder.length, -'.js'.length));
    assert.deepEqual(codes, [
      'da',
      'de',
      'en',
      'es',
      'fi',
      'fr',
      'it',
      'nl',
      'no',
      'pt',
      'ru',
      'sv',
    ]);
    const words = readText(`${folder}licenses.md`);
    assert.match(words, /## @orama\/stemmers - .+Apache-2\.0/);
    assert.match(words, /## stemmer - .+MIT/);
  });

  it('has nothing that publint would complain of', async () => {
    const { messages } = await publint({ pkgDir: root, strict: true });
    const pkg = JSON.parse(readText('package.json')) as Record<string, unknown>;
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg)),
      [],
    );
  });
});

/** What is installed with the package, what a host installs for the desk or for tus, and what Node has. */
const COMES_ALONG = /^(lit(\/|$)|@lit\/|zod(\/|$)|libsql$|tus-js-client$|node:)/;

/** The packages that a text imports, outside of comments, and that package.json does not name. */
function strangersIn(text: string): string[] {
  const code = text.replace(/\/\*.*?\*\//gs, '');
  const found = [...code.matchAll(/(?:\bfrom|\bimport\(|\bimport)\s*["']([^."'][^"']*)["']/g)];
  return found.map(([, specifier = '']) => specifier).filter((specifier) => !isDeclared(specifier));
}

/** What `npm publish` would send. */
function packedFiles(): string[] {
  const command = 'npm pack --dry-run --json --ignore-scripts';
  const answer = execFileSync(command, { cwd: root, encoding: 'utf8', shell: true, stdio: 'pipe' });
  const [packed] = JSON.parse(answer) as [{ files: { path: string }[] }];
  return packed.files.map(({ path }) => path);
}
