import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { root } from './package-files.js';

const project = mkdtempSync(join(tmpdir(), 'case-types-'));
after(() => rmSync(project, { recursive: true }));

mkdirSync(join(project, 'node_modules'));
symlinkSync(root, join(project, 'node_modules/case-elements'));
for (const name of ['lit', 'zod']) {
  symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
}

/** What the compiler says to a page's script. */
function compile(source: string): string {
  writeFileSync(join(project, 'page.ts'), source);
  const options = '--strict --noEmit --skipLibCheck --target es2022 --module esnext';
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      ...options.split(' '),
      '--moduleResolution',
      'bundler',
      'page.ts',
    ],
    { cwd: project, encoding: 'utf8' },
  );
  return stdout;
}

describe('whoever imports case-elements/define', () => {
  const page = (property: string) => `
    import 'case-elements/define';
    const panel = document.querySelector('case-solutions');
    if (panel) panel.${property} = { search: async () => [] };
    document.addEventListener('case-submit', (event) => {
      event.respondWith(async () => ({ number: event.draft.key }));
    });`;

  it('has the types of elements and events', () => assert.equal(compile(page('source')), ''));
  it('is told of what they do not have', () =>
    assert.match(compile(page('sauce')), /does not exist/));
});
