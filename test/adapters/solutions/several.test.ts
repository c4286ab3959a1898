import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { merge, several } from '../../../src/adapters/solutions/several.js';
import type { SolutionSource } from '../../../src/ports/solution-source.js';
import type { Solution } from '../../../src/schema/solution.js';
import { describeSolutionSource, solutionOfContract } from '../../contracts/solution-source.js';
import { endpoint } from '../../../src/adapters/solutions/endpoint.js';

describeSolutionSource('several', {
  make: (fetch) => several(endpoint({ url: '/one', fetch })),
  answer: (articles) => Response.json(articles),
  broken: {
    'a status that is none of success': () => Response.json([solutionOfContract], { status: 503 }),
    'JSON of another kind': () => Response.json({ error: 'no' }),
  },
});

const query = { subject: 'Cannot sign in', description: '' };
const wanted = () => ({ signal: new AbortController().signal });

const article = (name: string, source = ''): Solution => ({
  title: name,
  url: `https://help.example/${name}`,
  ...(source && { source }),
});
const titles = (solutions: readonly Solution[]) => solutions.map(({ title }) => title);

const having = (...solutions: Solution[]): SolutionSource => ({ search: async () => solutions });
const failing = (message: string): SolutionSource => ({
  search: () => Promise.reject(new Error(message)),
});

describe('lists as one', () => {
  test('what several have comes before what one has, then the order of each', () => {
    const merged = merge([
      [article('a'), article('b'), article('c')],
      [article('d'), article('c')],
    ]);
    assert.deepEqual(titles(merged), ['c', 'a', 'd', 'b']);
  });

  test('the sum of 1 / (60 + rank) decides', () => {
    // 1/63 + 1/62 is more than 1/61 + 1/65, and that is more than 1/61.
    const merged = merge([
      [article('first'), article('x'), article('middle')],
      [article('y'), article('middle'), article('z'), article('w'), article('first')],
    ]);
    assert.deepEqual(titles(merged).slice(0, 3), ['middle', 'first', 'y']);
  });

  test('a page is one page with a fragment, a slash at the end or tracking', () => {
    const others = ['#top', '/', '/?utm_source=mail&gclid=1', '?fbclid=2#part'];
    const lists = others.map((end) => [{ title: end, url: `https://help.example/a${end}` }]);
    assert.deepEqual(titles(merge(lists)), ['#top']);
  });

  test('two pages stay two: another query, another route of a site that runs in one page', () => {
    const ends = ['?id=1', '?id=2', '#/guide', '#/faq', '#!faq'];
    const lists = ends.map((end) => [{ title: end, url: `https://help.example/a${end}` }]);
    assert.deepEqual(titles(merge(lists)), ends);
  });

  test('a page that one source has twice counts once', () => {
    const twice = [article('a'), { ...article('a'), url: 'https://help.example/a#more' }];
    const merged = merge([
      [...twice, article('b')],
      [article('c'), article('b')],
    ]);
    assert.deepEqual(titles(merged), ['b', 'a', 'c']);
  });

  test('a page is shown as the source has it that ranks it higher, with its label', () => {
    const merged = merge([
      [article('a'), { ...article('b', 'Forum'), excerpt: 'asked' }],
      [{ ...article('b', 'Help center'), excerpt: 'told' }],
    ]);
    assert.deepEqual(merged[0], { ...article('b', 'Help center'), excerpt: 'told' });
  });
});

describe('several sources', () => {
  test('one that fails does not fail the others', async () => {
    const source = several(failing('down'), having(article('a')));
    assert.deepEqual(titles(await source.search(query, wanted())), ['a']);
  });

  test('one that throws, or answers with no list, fails like another', async () => {
    const throwing = {
      search: () => {
        throw new Error('broken');
      },
    };
    const wrong = { search: async () => 'none' } as unknown as SolutionSource;
    const source = several(throwing, wrong, having(article('a')));
    assert.deepEqual(titles(await source.search(query, wanted())), ['a']);
  });

  test('all that fail reject, with each reason', async () => {
    const source = several(failing('one is down'), failing('two is down'));
    await assert.rejects(source.search(query, wanted()), (error) => {
      assert.ok(error instanceof AggregateError);
      assert.match(error.message, /one is down.*two is down/);
      assert.equal(error.errors.length, 2);
      return true;
    });
  });

  test('none have nothing', async () => {
    assert.deepEqual(await several().search(query, wanted()), []);
  });

  test('all are told to stop, and one that does not listen holds nothing up', async () => {
    const controller = new AbortController();
    const told: boolean[] = [];
    const deaf: SolutionSource = {
      search: (_query, { signal }) => {
        signal.addEventListener('abort', () => told.push(signal.aborted));
        return new Promise(() => undefined);
      },
    };
    const search = several(deaf, deaf).search(query, { signal: controller.signal });
    controller.abort();
    await assert.rejects(search, { name: 'AbortError' });
    assert.deepEqual(told, [true, true]);
  });

  test('unsafe links of a source are left out', async () => {
    const source = several(having({ title: 'a', url: 'javascript:alert(1)' }, article('b')));
    assert.deepEqual(titles(await source.search(query, wanted())), ['b']);
  });
});

describe('an article that has helped', () => {
  const told: string[] = [];
  const learning = (name: string, ...solutions: Solution[]): SolutionSource => ({
    search: async () => solutions,
    accepted: ({ title }, { subject }) => void told.push(`${name}: ${title}, ${subject}`),
  });

  test('is told to the source that gave it, and to no other', async () => {
    told.length = 0;
    const source = several(
      learning('one', article('a'), article('b')),
      learning('two', article('c'), article('b', 'two')),
      having(article('d')),
    );
    const found = await source.search(query, wanted());
    assert.deepEqual(titles(found).sort(), ['a', 'b', 'c', 'd']);
    for (const solution of found) await source.accepted?.({ ...solution }, query);
    await source.accepted?.(article('of nobody'), query);
    assert.deepEqual(told.sort(), [
      'one: a, Cannot sign in',
      'one: b, Cannot sign in',
      'two: c, Cannot sign in',
    ]);
  });

  test('is told also when other articles have been found since', async () => {
    told.length = 0;
    const lists = [[article('a')], [article('b')]];
    const source = several({
      ...learning('one'),
      search: async () => lists.shift() ?? [],
    });
    const [first] = await source.search(query, wanted());
    await source.search(query, wanted());
    assert.ok(first);
    await source.accepted?.(first, query);
    assert.deepEqual(told, ['one: a, Cannot sign in']);
  });

  test('says so when the source cannot hear it', async () => {
    const source = several({
      search: async () => [article('a')],
      accepted: () => Promise.reject(new Error('deaf')),
    });
    const [first] = await source.search(query, wanted());
    assert.ok(first);
    await assert.rejects(async () => source.accepted?.(first, query), /deaf/);
  });
});
