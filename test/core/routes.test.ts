import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDefinition } from '../../src/core/check-definition.js';
import { DefinitionError } from '../../src/core/definition-error.js';
import { parseDefinition } from '../../src/core/parse-definition.js';
import { routeDraft } from '../../src/core/routes.js';
import type { Route } from '../../src/schema/route.js';

const routes: Route[] = [
  {
    when: { field: 'subject', startsWith: 'Access' },
    queue: 'System Access',
    tags: ['access'],
    expectation: 'usually answered within 4 hours',
  },
  {
    when: { field: 'project', equals: 'implementation' },
    queue: 'Professional services',
    tags: ['project'],
  },
  { when: { field: 'topic', equals: 'sign-in' }, queue: 'System Access', tags: ['topic'] },
  {
    when: { field: 'product', equals: 'billing' },
    wayOut: { url: '/billing', text: 'Open the billing portal' },
  },
  {
    when: { field: 'requester.organisations', equals: 'Northwind' },
    severity: 'High',
    tags: ['partner', 'access'],
  },
  { when: { field: 'page.url', startsWith: '/docs/' }, tags: ['documentation'] },
  { queue: 'General', severity: 'Normal', expectation: 'usually answered within 2 days' },
];

/** By what is asked, where it goes. */
const table: [what: string, draft: Parameters<typeof routeDraft>[1], expected: object][] = [
  [
    'subjects that start with “Access” go to the access team',
    { values: { subject: '  access - password reset' } },
    { queue: 'System Access', tags: ['access'], expectation: 'usually answered within 4 hours' },
  ],
  [
    'a word elsewhere in the subject is no beginning',
    { values: { subject: 'No access' } },
    { queue: 'General', tags: [], severity: 'Normal' },
  ],
  [
    'projects under implementation go to professional services',
    { values: { subject: 'Import', project: 'implementation' } },
    { queue: 'Professional services', tags: ['project'] },
  ],
  [
    'a category goes there without magic words',
    { values: { subject: 'Help', topic: 'sign-in' } },
    { queue: 'System Access', tags: ['topic'], expectation: 'usually answered within 2 days' },
  ],
  [
    'the first route of two wins, and tags add up',
    { values: { subject: 'Access', project: 'implementation' } },
    { queue: 'System Access', tags: ['access', 'project'] },
  ],
  [
    'there can be another way out',
    { values: { product: 'billing' } },
    { queue: 'General', wayOut: { url: '/billing', text: 'Open the billing portal' } },
  ],
  [
    'who asks counts, and a tag is there once',
    { values: { subject: 'Access' }, requester: { organisations: ['Other', 'Northwind'] } },
    { severity: 'High', tags: ['access', 'partner'] },
  ],
  [
    'where they ask from counts',
    { values: {}, page: { url: '/docs/a' } },
    { tags: ['documentation'] },
  ],
  [
    'an answer cannot say who asks',
    { values: { 'requester.organisations': 'Northwind' } },
    { severity: 'Normal' },
  ],
  ['what every object has is no answer', { values: {} }, { tags: [] }],
];

for (const [what, draft, expected] of table) {
  test(what, () => {
    const found: Readonly<Record<string, unknown>> = { ...routeDraft(routes, draft) };
    for (const [key, value] of Object.entries(expected)) assert.deepEqual(found[key], value, key);
  });
}

test('without routes nothing is said', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(routeDraft(undefined, { values: {} }))), { tags: [] });
});

test('a definition holds its routes, and refuses what is none', () => {
  const fields = [{ name: 'subject', type: 'text', label: 'Subject' }];
  assert.deepEqual(parseDefinition({ id: 'a', fields, routes }).routes, routes);
  const broken = [
    { queue: 4 },
    { team: 'x' },
    { when: { field: 'a' } },
    { wayOut: { url: 'javascript:alert(1)', text: 'x' } },
    { wayOut: { url: '/x' } },
  ];
  for (const route of broken)
    assert.throws(() => parseDefinition({ id: 'a', fields, routes: [route] }), DefinitionError);
});

test('the check of a definition finds routes that ask for a field that is not there', () => {
  const fields = [{ name: 'subject', type: 'text', label: 'Subject' }];
  const definition = parseDefinition({ id: 'a', fields, routes });
  assert.deepEqual(
    checkDefinition(definition).map(({ code, path }) => `${code} ${path.join('.')}`),
    [
      'unknown-field routes.1.when.field',
      'unknown-field routes.2.when.field',
      'unknown-field routes.3.when.field',
    ],
  );
});
