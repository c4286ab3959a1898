import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SolutionSource } from '../../src/ports/solution-source.js';
import type { Solution, SolutionQuery } from '../../src/schema/solution.js';

/** What a search answers, in its own words. */
export interface SourceAnswers {
  /** It has found `solutionOfContract`, and with it an article whose link is `javascript:alert(1)`. */
  found: () => Response;
  /** It has found none. */
  empty: () => Response;
  /** Answers that are none, by what they are. */
  broken: Readonly<Record<string, () => Response>>;
}

export const solutionOfContract: Solution = {
  title: 'Reset your password',
  url: 'https://help.example/reset',
};

const query: SolutionQuery = { subject: 'Cannot sign in', description: 'Since today.' };

/** Holds an adapter to what the port `SolutionSource` promises. */
export function describeSolutionSource(
  name: string,
  connect: (fetch: typeof globalThis.fetch) => SolutionSource,
  answers: SourceAnswers,
): void {
  const search = (answer: () => Response | Promise<Response>) =>
    connect(async () => answer()).search(query, { signal: new AbortController().signal });

  describe(name, () => {
    test('resolves with what is found, but for links that are not safe', async () => {
      const [{ title, url } = {}, ...others] = await search(answers.found);
      assert.deepEqual({ title, url }, solutionOfContract);
      assert.deepEqual(others, []);
    });

    test('resolves with nothing when nothing is found', async () => {
      assert.deepEqual(await search(answers.empty), []);
    });

    for (const [what, answer] of Object.entries(answers.broken)) {
      test(`rejects when it cannot search: ${what}`, async () => {
        await assert.rejects(search(answer), Error);
      });
    }

    test('rejects when there is no answer', async () => {
      const broken = new TypeError('connection lost');
      await assert.rejects(
        search(() => Promise.reject(broken)),
        broken,
      );
    });

    test('stops when nobody wants the answer any more', async () => {
      const controller = new AbortController();
      const source = connect((_url, init) => {
        const answer = new Promise<Response>((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
        });
        controller.abort();
        return answer;
      });
      await assert.rejects(source.search(query, { signal: controller.signal }), {
        name: 'AbortError',
      });
    });
  });
}
