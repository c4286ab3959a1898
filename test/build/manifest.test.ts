import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { readSources } from './module-imports.js';
import { readText, root } from './package-files.js';

interface Named {
  name?: string;
  description?: string;
  type?: { text?: string };
}

interface Declaration extends Named {
  tagName?: string;
  customElement?: boolean;
  members?: (Named & { kind: string; static?: boolean })[];
  events?: Named[];
}

interface Manifest {
  modules: { declarations: Declaration[] }[];
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

  it('says what every property is for, and what every event is', () => {
    const elements = elementsIn(JSON.parse(readText('custom-elements.json')) as Manifest);
    assert.deepEqual(elements.flatMap(unsaid), []);
  });

  it('would be found out: a tag that the analyzer does not see, and what nobody has said', () => {
    const planted = {
      name: 'CaseForm',
      customElement: true,
      members: [{ kind: 'field', name: 'backend' }],
      events: [{ type: { text: 'CaseSubmitEvent' } }, { name: 'case-submit' }],
    };
    assert.deepEqual(tagsIn({ modules: [{ declarations: [planted] }] }), []);
    assert.deepEqual(unsaid(planted), [
      'CaseForm.backend has no description',
      'CaseForm has an event without a name: build it first, then dispatch it',
      'CaseForm does not say the class of case-submit',
    ]);
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

function elementsIn({ modules }: Manifest): Declaration[] {
  return modules.flatMap(({ declarations }) => declarations).filter((found) => found.customElement);
}

function tagsIn(manifest: Manifest): string[] {
  return elementsIn(manifest)
    .flatMap(({ tagName }) => tagName ?? [])
    .sort();
}

/** What somebody who reads the manifest of an element would have to ask. */
function unsaid({ name = '', members = [], events = [] }: Declaration): string[] {
  const fields = members.filter((member) => member.kind === 'field' && !member.static);
  return [
    ...fields
      .filter(({ description }) => !description)
      .map((field) => `${name}.${field.name ?? ''} has no description`),
    ...events
      .filter((event) => !event.name)
      .map(() => `${name} has an event without a name: build it first, then dispatch it`),
    ...events
      .filter((event) => !event.type?.text)
      .map((event) => `${name} does not say the class of ${event.name ?? ''}`),
  ];
}

/** An element's tag is the name of its folder and of its file. */
function tagsOfFiles(): string[] {
  const tags = readSources().flatMap(
    ({ path }) => /^src\/elements\/([^/]+)\/\1\.ts$/.exec(path)?.[1] ?? [],
  );
  assert.ok(tags.length > 0);
  return tags.sort();
}
