import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { readSources } from './module-imports.js';
import { readText, root } from './package-files.js';

interface Manifest {
  modules: {
    path: string;
    declarations: { name: string; tagName?: string; customElement?: boolean }[];
  }[];
}

describe('custom-elements.json', () => {
  it('is in step with the sources; else run `npm run manifest`', () => {
    assert.equal(readText('custom-elements.json'), generated());
  });

  it('names every element', () => {
    assert.deepEqual(
      tagsIn(JSON.parse(readText('custom-elements.json')) as Manifest),
      tagsOfFiles(),
    );
  });

  it('names an element only when the analyzer has seen its tag', () => {
    const declarations = [{ name: 'CaseForm', customElement: true }];
    assert.deepEqual(tagsIn({ modules: [{ path: 'dist/case-form.js', declarations }] }), []);
  });
});

function generated(): string {
  const folder = mkdtempSync(join(tmpdir(), 'case-manifest-'));
  const args = ['--config', 'test/cem.config.js', '--outdir', relative(root, folder), '--quiet'];
  const analyzer = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
  execFileSync(process.execPath, [analyzer, 'analyze', ...args], { cwd: root, stdio: 'pipe' });
  const text = readFileSync(join(folder, 'custom-elements.json'), 'utf8');
  rmSync(folder, { recursive: true });
  return text;
}

function tagsIn({ modules }: Manifest): string[] {
  return modules
    .flatMap(({ declarations }) => declarations)
    .flatMap(({ customElement, tagName }) => (customElement && tagName ? [tagName] : []))
    .sort();
}

/** An element's tag is the name of its folder and of its file. */
function tagsOfFiles(): string[] {
  const tags = readSources().flatMap(
    ({ path }) => /^src\/elements\/([^/]+)\/\1\.ts$/.exec(path)?.[1] ?? [],
  );
  assert.ok(tags.length > 0);
  return tags.sort();
}
