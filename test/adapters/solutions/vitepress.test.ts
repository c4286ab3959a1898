import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { IndexFormatError } from '../../../src/adapters/solutions/site-index.js';
import { vitepress, vitepressIndex } from '../../../src/adapters/solutions/vitepress.js';
import { describeSolutionSource } from '../../contracts/solution-source.js';

const site = 'https://help.larch.example/';
const folder = join(import.meta.dirname, '../../fixtures/vitepress');
const [name = ''] = readdirSync(folder);
const chunk = readFileSync(join(folder, name), 'utf8');
const url = `${site}assets/chunks/${name}`;
const { signal } = new AbortController();

const html = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describeSolutionSource('the index of VitePress', {
  make: (fetch) => vitepress({ url, fetch, worker: false }),
  answer: (articles) => {
    const byNumber = <Value>(values: readonly Value[]) => Object.fromEntries(values.entries());
    const index = {
      documentIds: byNumber(articles.map((article) => article.url)),
      fieldIds: { title: 0, titles: 1, text: 2 },
      storedFields: byNumber(articles.map(({ title }) => ({ title: html(title), titles: [] }))),
      index: [['sign', { 2: byNumber(articles.map(() => 1)) }]],
      serializationVersion: 2,
    };
    return new Response(`const e=${JSON.stringify(JSON.stringify(index))};export{e as default};`);
  },
  broken: {
    'a status that is none of success': () => new Response(chunk, { status: 404 }),
    'a page in place of an index': () => new Response('<!doctype html>'),
    'a chunk that was cut': () => new Response(chunk.slice(0, -100)),
    'another chunk': () => new Response('const e=1;export{e as default};'),
  },
});

describe('what VitePress wrote', () => {
  const articles = vitepressIndex.decode(chunk, { root: site });

  test('is an article for each page, with its headings and words', () => {
    assert.equal(articles.length, 8);
    const { text = '', ...article } = articles.find(({ id }) => id === '/imap-settings.html') ?? {};
    assert.deepEqual(article, {
      id: '/imap-settings.html',
      title: 'IMAP & SMTP settings',
      url: `${site}imap-settings.html`,
      headings: ['Certificate warnings'],
    });
    const words = text.split(/\s+/);
    for (const word of ['993', 'port', 'starttls', 'somebody']) assert.ok(words.includes(word));
  });

  test('has titles as text', () => {
    const titles = articles.map(({ title }) => title);
    assert.ok(titles.includes('Show <script> and other HTML as text'));
    assert.ok(titles.includes('Umlaute in Ordnernamen wie „Büro München“'));
  });

  test('is read whatever quotes the string has', () => {
    const json = /'(.*)'/s.exec(chunk)?.[1]?.replaceAll("\\'", "'") ?? '';
    for (const script of [
      json,
      `const x=\`${json.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\`;export{x as default};`,
      `export default ${JSON.stringify(json)}`,
    ]) {
      assert.deepEqual(vitepressIndex.decode(script, { root: site }), articles);
    }
  });

  test('is found by the words of a page that are not in its title', async () => {
    const fetch = async () => new Response(chunk);
    const query = { subject: 'recovery codes of the lost phone', description: '' };
    const [best] = await vitepress({ url, fetch, worker: false }).search(query, { signal });
    assert.equal(best?.url, `${site}two-factor-code.html`);
    assert.equal(best.text ?? best.excerpt, undefined);
  });

  test('can be the module that the site has itself', async () => {
    const load = async () => ({
      default: JSON.stringify({ ...index, storedFields: { 0: { title: 'Sign in' } } }),
    });
    const query = { subject: 'sign in', description: '' };
    const found = await vitepress({ load, worker: false }).search(query, { signal });
    assert.deepEqual(
      found.map(({ title, url }) => ({ title, url })),
      [{ title: 'Sign in', url: '/a.html' }],
    );
  });
});

const index = {
  documentIds: { 0: '/a.html#a' },
  fieldIds: { text: 2 },
  storedFields: {},
  index: [],
};

test('an index of another kind is refused with what was expected', () => {
  for (const other of [null, {}, { ...index, index: {} }, 'const e=`${alert(1)}`', 'alert(1)']) {
    assert.throws(() => vitepressIndex.decode(other), IndexFormatError);
  }
  assert.throws(() => vitepressIndex.decode({}), {
    message:
      'This is no search index of VitePress: expected the index of its local search, as in assets/chunks/@localSearchIndexroot.….js.',
  });
});

test('strange parts of an index do no harm', () => {
  const terms = [
    null,
    ['x'],
    ['x', null],
    [1, {}],
    ['x', { 2: { 0: 'many' } }],
    ['y', { 2: { 0: 1e9 } }],
  ];
  const [article] = vitepressIndex.decode({
    ...index,
    storedFields: { 0: { title: 'A' } },
    index: terms,
  });
  assert.equal(article?.text, 'y y y');
});

test('without an index there is nothing to search', async () => {
  const query = { subject: 'sign in', description: '' };
  await assert.rejects(
    vitepress({}).search(query, { signal }),
    /needs the url of the chunk, or load/,
  );
});
