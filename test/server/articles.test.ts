import * as z from 'zod/mini';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Solution, SolutionsSchema } from '../../src/schema/solution.js';
import { type Article, caseDesk } from '../../src/server/index.js';
import { type Fetch, get, temporaryFolder, testDesk } from './test-desk.js';

const articles: Article[] = [
  {
    id: 'reset-password',
    title: 'Reset your password',
    text: 'Use the link below the form.\n\nIt is valid for one hour. Choose a long password.',
    headings: ['Use the link below the form.'],
    updated: '2030-05-06',
    product: 'account',
    topic: 'sign-in',
  },
  {
    id: 'account-locked',
    title: 'Your account is locked',
    text:
      'This page is long before it comes to its point. '.repeat(6) +
      'After ten wrong passwords we lock an account for fifteen minutes. ' +
      'There is nothing else to say here. '.repeat(6),
    product: 'account',
  },
  {
    id: 'invoice',
    title: 'Download an invoice',
    text: 'Invoices are kept for ten years. Resetting the browser does not delete them.',
    excerpt: 'Where your invoices are.',
    url: 'https://help.example/invoice',
    product: 'billing',
  },
  { id: 'a/b ü', title: 'Café <b>“bold”</b>', text: 'Only <i>text</i>.\n\n\n  \nSecond & last.' },
  ...Array.from({ length: 20 }, (_, index) => ({
    id: `filler-${index}`,
    title: `Setting ${index}`,
    text: 'Every setting has a name and a value. '.repeat(20),
  })),
];

async function search(fetch: Fetch, query: Record<string, string>): Promise<Solution[]> {
  const response = await get(fetch, `/desk/articles?${new URLSearchParams(query)}`);
  assert.equal(response.status, 200);
  const found: unknown = await response.json();
  const solutions = z.parse(SolutionsSchema, found);
  assert.equal(solutions.length, (found as unknown[]).length);
  return solutions;
}

const idsOf = (solutions: readonly Solution[]) => solutions.map(({ id }) => id);

test('finds an article by other forms of its words, and the title counts most', async (context) => {
  const { fetch } = testDesk(context, { articles });
  assert.deepEqual(idsOf(await search(fetch, { subject: 'passwords' })), [
    'reset-password',
    'account-locked',
  ]);
  const [first] = await search(fetch, { subject: 'Resetting passwords' });
  assert.deepEqual(first, {
    id: 'reset-password',
    title: 'Reset your password',
    url: '/desk/articles/reset-password',
    excerpt: 'Choose a long password.',
    updated: '2030-05-06',
    text: articles[0]?.text,
    headings: ['Use the link below the form.'],
    matches: {
      title: [
        [0, 5],
        [11, 19],
      ],
      excerpt: [[14, 22]],
    },
  });
});

test('what the subject says counts more than what the description says', async (context) => {
  const { fetch } = testDesk(context, { articles });
  const found = await search(fetch, { subject: 'invoice', description: 'it is locked' });
  assert.deepEqual(idsOf(found).slice(0, 2), ['invoice', 'account-locked']);
  const swapped = await search(fetch, { subject: 'locked', description: 'invoice' });
  assert.deepEqual(idsOf(swapped).slice(0, 2), ['account-locked', 'invoice']);
});

test('the excerpt is the passage that fits, else what the author has written', async (context) => {
  const { fetch } = testDesk(context, { articles });
  const found = await search(fetch, { subject: 'wrong passwords fifteen minutes' });
  const locked = found.find(({ id }) => id === 'account-locked');
  assert.match(locked?.excerpt ?? '', /After ten wrong passwords we lock an account/);
  assert.ok((locked?.excerpt?.length ?? 0) < 400);
  const [invoice] = await search(fetch, { subject: 'download' });
  assert.equal(invoice?.excerpt, 'Where your invoices are.');
  assert.equal(invoice.url, 'https://help.example/invoice');
});

test('the product that a person has chosen tips the balance', async (context) => {
  const twins = ['one', 'two'].map((product) => ({
    id: product,
    title: 'Slow search',
    text: 'The index is being built.',
    product,
  }));
  const { fetch } = testDesk(context, { articles: [...twins, ...articles] });
  for (const product of ['one', 'two']) {
    const [first] = await search(fetch, { subject: 'slow search', product });
    assert.equal(first?.id, product);
  }
});

test('words without meaning find nothing', async (context) => {
  const { fetch } = testDesk(context, { articles });
  assert.deepEqual(await search(fetch, {}), []);
  assert.deepEqual(
    await search(fetch, { subject: 'How do I … with the?', description: 'it is' }),
    [],
  );
});

test('the number of answers is limited', async (context) => {
  const { fetch } = testDesk(context, { articles });
  const count = async (limit: string) =>
    (await search(fetch, { subject: 'setting', limit })).length;
  assert.deepEqual(
    [await count('3'), await count('0'), await count('-7'), await count('1e9'), await count('x')],
    [3, 6, 1, 20, 6],
  );
});

test('no text breaks the search', async (context) => {
  const { fetch } = testDesk(context, { articles });
  const syntax = fc.constantFrom(
    '"',
    '*',
    'AND',
    'NEAR(',
    'title:',
    '^',
    '-',
    ')',
    '\0',
    'password',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(syntax).map((parts) => parts.join(' ')),
    fc.array(syntax).map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(text, text, async (subject, description) => {
      await search(fetch, { subject, description });
    }),
    { numRuns: 300 },
  );
  const log = Array.from({ length: 5000 }, (_, index) => `word${index}`).join(' ');
  assert.deepEqual(await search(fetch, { subject: '', description: log }), []);
});

test('an article has a page of its own, and its text stays text', async (context) => {
  const { fetch } = testDesk(context, { articles });
  const response = await get(fetch, '/desk/articles/a%2Fb%20%C3%BC');
  assert.equal(response.status, 200);
  const page = await response.text();
  assert.match(page, /<h1>Café &lt;b&gt;“bold”&lt;\/b&gt;<\/h1>/);
  assert.match(page, /<p class="text">Only &lt;i&gt;text&lt;\/i&gt;\.<\/p>/);
  assert.match(page, /<p class="text">Second &amp; last\.<\/p>/);
  assert.equal((await get(fetch, '/desk/articles/none')).status, 404);
});

test('a desk does not start with articles that are none', (context) => {
  const start =
    (...broken: unknown[]) =>
    () =>
      caseDesk({ data: temporaryFolder(context), articles: broken as Article[] });
  const article = { id: 'a', title: 'A', text: 'a' };
  assert.throws(start({ ...article, url: 'javascript:alert(1)' }), /Article 0: “url” is not valid/);
  assert.throws(start(article, { ...article, title: '' }), /Article 1: “title” is not valid/);
  assert.throws(start(article, article), /Article 1: “a” is taken/);
});
