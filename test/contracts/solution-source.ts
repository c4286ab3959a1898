import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SolutionSource } from '../../src/ports/solution-source.js';
import type { Solution, SolutionQuery } from '../../src/schema/solution.js';

/** An article as a search or an index has it; every text is meant as it is written, markup included. */
export interface FoundArticle {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
}

/** How the suite makes an adapter, and what the other side says to it. */
export interface SourceUnderTest {
  /** Connects the adapter to another side that answers as `fetch` does. */
  make: (fetch: typeof globalThis.fetch) => SolutionSource;
  /** The words in which the other side says that it has found, or holds, these articles. */
  answer: (articles: readonly FoundArticle[]) => Response;
  /** Answers that are none, by what they are. */
  broken: Readonly<Record<string, () => Response>>;
}

export const solutionOfContract: FoundArticle & Solution = {
  title: 'Cannot sign in',
  url: 'https://help.example/reset',
  excerpt: 'Reset your password.',
};

const unsafe = ['javascript:alert(1)', 'JavaScript:alert(1)', ' \tjavascript:alert(1)', 'data:,x'];

const hostile: FoundArticle = {
  title: 'Sign in <img src=x onerror=alert(1)> & <script>alert(2)</script> \u202Eni ngis',
  url: 'https://help.example/hostile?a="><script>alert(3)</script>',
  excerpt: 'Sign in <svg onload=alert(4)> </mark><iframe srcdoc="<script>alert(5)</script>">',
};

/** Solutions that one answer may hold, as the schema has it. */
const MOST = 50;

const query: SolutionQuery = { subject: 'Cannot sign in', description: 'Since today.' };

/** Holds an adapter to what the port `SolutionSource` promises. */
export function describeSolutionSource(
  name: string,
  { make, answer, broken }: SourceUnderTest,
): void {
  const search = (respond: () => Response | Promise<Response>, asked = query) =>
    make(async () => respond()).search(asked, { signal: new AbortController().signal });
  const found = (...articles: FoundArticle[]) => search(() => answer(articles));

  describe(name, () => {
    test('resolves with what is found', async () => {
      const [{ title, url } = {}, ...others] = await found(solutionOfContract);
      assert.deepEqual({ title, url }, { title: 'Cannot sign in', url: solutionOfContract.url });
      assert.deepEqual(others, []);
    });

    test('leaves out what has a link that is not safe', async () => {
      const planted = unsafe.map((url) => ({ ...solutionOfContract, url }));
      const solutions = await found(...planted, solutionOfContract);
      assert.deepEqual(
        solutions.map(({ url }) => url),
        [solutionOfContract.url],
      );
    });

    test('resolves with nothing when nothing is found, and when nothing is asked', async () => {
      assert.deepEqual(await found(), []);
      assert.deepEqual(await search(() => answer([]), { subject: '', description: '' }), []);
    });

    test('keeps texts as they are written: they are no markup', async () => {
      const [{ title, excerpt } = {}] = await found(hostile);
      assert.equal(title, hostile.title);
      if (excerpt) assert.ok(hostile.excerpt.includes(excerpt.slice(0, 8)), excerpt);
    });

    test(`resolves with ${MOST} solutions at most`, async () => {
      const many = Array.from({ length: 60 }, (_, number) => ({
        ...solutionOfContract,
        url: `https://help.example/${number}`,
      }));
      const { length } = await found(...many);
      assert.ok(length > 0 && length <= MOST, `${length}`);
    });

    for (const [what, respond] of Object.entries(broken)) {
      test(`rejects when it cannot search: ${what}`, async () => {
        await assert.rejects(search(respond), Error);
      });
    }

    test('rejects when there is no answer', async () => {
      const lost = new TypeError('connection lost');
      await assert.rejects(
        search(() => Promise.reject(lost)),
        lost,
      );
    });

    test('stops when nobody wants the answer any more', async () => {
      const controller = new AbortController();
      const source = make((_url, init) => {
        const pending = new Promise<Response>((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
        });
        controller.abort();
        return pending;
      });
      await assert.rejects(source.search(query, { signal: controller.signal }), {
        name: 'AbortError',
      });
    });

    test('does not begin when nobody wants the answer from the first', async () => {
      const source = make(async (_url, init) => {
        init?.signal?.throwIfAborted();
        return answer([solutionOfContract]);
      });
      await assert.rejects(source.search(query, { signal: AbortSignal.abort() }), {
        name: 'AbortError',
      });
    });
  });
}
