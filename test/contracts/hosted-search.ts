import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HostedOptions } from '../../src/adapters/solutions/hosted.js';
import type { SolutionSource } from '../../src/ports/solution-source.js';
import {
  describeSolutionSource,
  type FoundArticle,
  solutionOfContract,
} from './solution-source.js';

/** How the suite makes an adapter of a search that somebody else runs. */
export interface HostedUnderTest {
  make: (options: HostedOptions) => SolutionSource;
  /** The vendor's answer that has these articles, whatever stands in them. */
  answer: (articles: readonly FoundArticle[]) => unknown;
  /** What the vendor says when it refuses. */
  refusal: unknown;
}

const query = { subject: 'Cannot sign in', description: 'Since the update, error 0x80070057.' };
const wanted = () => ({ signal: new AbortController().signal });

/** Holds an adapter to the port, and to what the guide says of every hosted search. */
export function describeHostedSearch(
  vendor: string,
  { make, answer, refusal }: HostedUnderTest,
): void {
  const search = (body: unknown, options: HostedOptions = {}) =>
    make({ ...options, fetch: async () => Response.json(body) }).search(query, wanted());
  const asked = async (subject: string, description = '', options: HostedOptions = {}) => {
    const requests: string[] = [];
    const fetch: typeof globalThis.fetch = async (url, { body } = {}) => {
      requests.push(
        `${url instanceof Request ? url.url : String(url)} ${typeof body === 'string' ? body : ''}`,
      );
      return Response.json(answer([]));
    };
    await make({ ...options, fetch }).search({ subject, description }, wanted());
    return requests;
  };

  describeSolutionSource(vendor, {
    make: (fetch) => make({ fetch, limit: 50 }),
    answer: (articles) => Response.json(answer(articles)),
    broken: {
      'a status that is none of success': () =>
        Response.json(answer([solutionOfContract]), { status: 503 }),
      'a page in place of JSON': () => new Response('<!doctype html>'),
      'a refusal': () => Response.json(refusal),
      'a list in place of an answer': () => Response.json([solutionOfContract]),
      'a text': () => Response.json('none'),
      nothing: () => Response.json(null),
    },
  });

  describe(`${vendor}, as it is hosted`, () => {
    for (const status of [400, 401, 404, 429, 500]) {
      test(`says who has failed, and how: ${status}`, async () => {
        const source = make({ fetch: async () => Response.json(refusal, { status }) });
        await assert.rejects(source.search(query, wanted()), {
          name: 'Error',
          message: `${vendor} has not searched: HTTP status ${status}.`,
        });
      });
    }

    test('says who has answered with something else', async () => {
      await assert.rejects(search(refusal), {
        name: 'Error',
        message: `${vendor} has answered with something else than articles.`,
      });
    });

    test('says where the articles come from', async () => {
      const [solution] = await search(answer([solutionOfContract]), { label: 'Help center' });
      assert.equal(solution?.source, 'Help center');
    });

    test('asks nothing where there is nothing to ask', async () => {
      assert.deepEqual(await asked(' ', '\n'), []);
      assert.deepEqual(await asked('-- "" -'), []);
    });

    test('sends telling words, never a whole text, and no more than an address can take', async () => {
      const [request = ''] = await asked('Cannot sign in', 'Hello! Please help, Outlook crashes.');
      assert.match(request, /Outlook/);
      assert.doesNotMatch(request, /Please|Hello/);
      const long = Array.from({ length: 50_000 }, (_, number) => `word${number}`).join(' ');
      const [sent = ''] = await asked(long, long);
      assert.match(sent, /word\d/);
      assert.ok(sent.length < 4_000, `${sent.length}`);
    });

    test('sends as much of a text without blanks', async () => {
      const [request = ''] = await asked('登录失败'.repeat(100));
      const sent = decodeURIComponent(request.replaceAll('+', ' '));
      assert.match(sent, /(登录失败){40,45}/);
      assert.doesNotMatch(sent, /\uFFFD|(登录失败){46}/);
    });

    test('sends no operators: quotes, and hyphens before words', async () => {
      const [request = ''] = await asked('-sign --in "again"', '');
      const sent = decodeURIComponent(request.replaceAll('+', ' '));
      assert.match(sent, /sign in again\b(?!\\?")|sign in again"/);
      assert.doesNotMatch(sent, /-sign|-in\b|\\"again/);
    });

    test('shows as many as are asked for', async () => {
      const many = Array.from({ length: 60 }, (_, number) => ({
        ...solutionOfContract,
        url: `https://help.example/${number}`,
      }));
      assert.equal((await search(answer(many))).length, 10);
      assert.equal((await search(answer(many), { limit: 3 })).length, 3);
      assert.match(
        (await asked('sign in', '', { limit: 3 })).join(),
        /\b(\w*[pP]age\w*|limit|size)"?[=:]3\b/,
      );
    });

    test('leaves out what is no article, and keeps the others', async () => {
      const odd = [null, 1, '', {}, [], true].flatMap((value) => [
        { ...solutionOfContract, title: value },
        { ...solutionOfContract, url: value },
      ]) as unknown as FoundArticle[];
      const good = { ...solutionOfContract, url: 'https://help.example/good' };
      const solutions = await search(answer([...odd, good]), { limit: 50 });
      assert.equal(solutions.at(-1)?.url, good.url);
      assert.ok(solutions.every(({ title, url }) => title.trim() && url));
    });

    test('keeps an article whose passage is none', async () => {
      for (const excerpt of [null, 1, {}, [], ['']] as unknown as string[]) {
        const [solution] = await search(answer([{ ...solutionOfContract, excerpt }]));
        assert.equal(solution?.title, solutionOfContract.title);
      }
    });

    test('cuts texts of 10 MB, and shows no range outside of them', async () => {
      const long = 'sign in '.repeat(1_300_000);
      const [solution] = await search(
        answer([{ ...solutionOfContract, title: long, excerpt: long }]),
      );
      assert.equal(solution?.title.length, 300);
      assert.ok((solution.excerpt?.length ?? 0) <= 600);
      assert.ok((solution.text?.length ?? 0) <= 100_000);
      const { title = [], excerpt = [] } = solution.matches ?? {};
      assert.ok([...title, ...excerpt].every(([, end]) => end <= 600));
    });
  });
}
