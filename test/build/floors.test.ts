import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultsOf, isLit, packagesLoadedBy } from './floors.js';
import { readSources } from './module-imports.js';

const sources = readSources();

describe('the floors of the design', () => {
  it('are kept by every module', () => {
    assert.ok(sources.length > 0);
    assert.deepEqual(sources.flatMap(faultsOf), []);
  });

  it('keep Lit away from a server, however far it reaches', () => {
    const served = sources.filter(({ path }) => /^src\/(server|adapters)\//.test(path));
    assert.ok(served.length > 0);
    for (const { path } of served) {
      assert.deepEqual([...packagesLoadedBy(path, sources)].filter(isLit), [], path);
    }
  });
});

/** Each is one fault, planted where the check must see it. */
const planted: readonly (readonly [fault: string, path: string, text: string])[] = [
  ['it lies higher up', 'src/core/x.ts', "import { html } from '../fields/text.js';"],
  ['it lies higher up', 'src/schema/x.ts', "export type { A } from '../ports/case-backend.js';"],
  ['it lies higher up', 'src/core/x.ts', "export const a = () => import('../elements/define.js');"],
  ['it lies higher up', 'src/core/x.ts', "export type A = import('../events/a.js').A;"],
  ['it lies higher up', 'src/elements/a/a.ts', "import { b } from '../../index.js';"],
  ['write the extension .js', 'src/core/x.ts', "import { key } from './key';"],
  ['only elements, controllers and fields render', 'src/core/x.ts', "import 'lit';"],
  [
    'only elements, controllers and fields render',
    'src/server/x.ts',
    "import type { Task } from '@lit/task';",
  ],
  ['adapters and server are leaves', 'src/index.ts', "export * from './server/index.js';"],
  [
    'adapters and server are leaves',
    'src/adapters/a.ts',
    "import { b } from '../server/index.js';",
  ],
  [
    'adapters and server are leaves',
    'src/controllers/a.ts',
    "import { b } from '../adapters/solutions/endpoint.js';",
  ],
  [
    'adapters and server are leaves',
    'src/fields/a.ts',
    "import { json } from '../adapters/backends/json.js';",
  ],
  [
    'a server loads only what a server needs',
    'src/server/a.ts',
    "import { CaseSubmitEvent } from '../events/case-events.js';",
  ],
  [
    'an element knows another one only to define and render it',
    'src/elements/case-a/case-a.ts',
    "import { CaseB } from '../case-b/case-b.js'; CaseB.name;",
  ],
  [
    'only the server and the tools run in Node',
    'src/adapters/a.ts',
    "import { readFile } from 'node:fs';",
  ],
  [
    'package.json does not name it',
    'src/adapters/x.ts',
    'export const a = (b: string) => import(b);',
  ],
  ['package.json does not name it', 'src/core/x.ts', "import { pick } from 'left-out';"],
  ['package.json does not name it', 'src/core/search/x.ts', "import { stemmer } from 'stemmer';"],
  ['has a name that says nothing', 'src/core/utils.ts', ''],
  ['has a name that says nothing', 'src/elements/helpers/a.ts', ''],
  ['lies deeper than three folders', 'src/adapters/backends/json/encode.ts', ''],
  ['lies on no floor', 'src/models/a.ts', ''],
  ['lies on no floor', 'src/other.ts', ''],
  ['has a module-level let', 'src/core/x.ts', 'let count = 0; export const next = () => ++count;'],
  ['has a module-level let', 'src/core/x.ts', 'export let count = 0;'],
  ['does something when it is imported', 'src/elements/a/a.ts', 'CaseForm.define();'],
  ['is a port that holds code', 'src/ports/a.ts', 'export const a = 1;'],
  ['touches fetch', 'src/core/x.ts', "export const load = () => fetch('/');"],
  ['touches document', 'src/core/x.ts', 'export const title = () => document.title;'],
];

describe('a fault in the floors is found', () => {
  for (const [fault, path, text] of planted) {
    it(`${fault}: ${path} ${text}`, () => {
      const found = faultsOf({ path, text });
      assert.ok(
        found.some((line) => line.includes(fault)),
        `found only: ${found.join('; ')}`,
      );
    });
  }

  it('also when a server reaches Lit by a detour', () => {
    const detour = [
      { path: 'src/server/a.ts', text: "import { b } from '../core/b.js';" },
      { path: 'src/core/b.ts', text: "export { c } from '../fields/c.js';" },
      { path: 'src/fields/c.ts', text: "import { html } from 'lit';" },
    ];
    assert.deepEqual([...packagesLoadedBy('src/server/a.ts', detour)].filter(isLit), ['lit']);
  });
});

describe('what the floors allow', () => {
  const allowed: readonly (readonly [path: string, text: string])[] = [
    ['src/elements/case-a/case-a.ts', "import { json } from '../../adapters/backends/json.js';"],
    ['src/elements/case-a/case-a.ts', "import { define } from '../define.js';"],
    [
      'src/elements/case-a/case-a.ts',
      "import { CaseB } from '../case-b/case-b.js'; class A { static define() { CaseB.define(); } b = html`<case-b></case-b>`; }",
    ],
    [
      'src/server/store/a.ts',
      "import Database from 'libsql'; import { a } from '../../adapters/a.js';",
    ],
    ['src/core/languages/a.ts', "import { stemmer } from '@orama/stemmers/german';"],
    ['src/core/x.ts', 'export const x = (page: { document: string }) => page.document;'],
    ['src/define.ts', "import { CaseForm } from './index.js'; CaseForm.define();"],
  ];
  for (const [path, text] of allowed) {
    it(`${path} ${text}`, () => assert.deepEqual(faultsOf({ path, text }), []));
  }
});
