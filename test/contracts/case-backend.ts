import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CaseBackend } from '../../src/ports/case-backend.js';
import type { Draft } from '../../src/schema/draft.js';
import { isReceipt } from '../../src/schema/outcome.js';

/** What a ticketing system answers, in its own words. */
export interface BackendAnswers {
  /** It has opened the case with the number 42. */
  created: () => Response;
  /** It has opened none, because of the field `subject`. */
  refused: () => Response;
  /** Answers that do not tell whether there is a case, by what they are. */
  unclear: Readonly<Record<string, () => Response>>;
}

const draft: Draft = {
  key: 'b5a3c9f0d1e24786',
  form: 'new-case',
  values: { subject: 'Cannot sign in', description: 'The page stays white.' },
  attachments: [],
};

/** Holds an adapter to what the port `CaseBackend` promises. */
export function describeCaseBackend(
  name: string,
  connect: (fetch: typeof globalThis.fetch) => CaseBackend,
  answers: BackendAnswers,
): void {
  const submit = (answer: () => Response | Promise<Response>, signal = unaborted()) =>
    connect(async () => answer()).submit(draft, { signal });

  describe(name, () => {
    test('resolves with a receipt when the case exists', async () => {
      const outcome = await submit(answers.created);
      assert.ok(isReceipt(outcome));
      assert.equal(outcome.number, '42');
    });

    test('resolves with a refusal that names the field', async () => {
      const outcome = await submit(answers.refused);
      assert.ok(!isReceipt(outcome));
      assert.deepEqual(outcome.issues[0]?.path, ['subject']);
      assert.ok(outcome.issues[0].message);
    });

    for (const [what, answer] of Object.entries(answers.unclear)) {
      test(`rejects when it cannot tell: ${what}`, async () => {
        await assert.rejects(submit(answer), Error);
      });
    }

    test('rejects when there is no answer', async () => {
      const broken = new TypeError('connection lost');
      await assert.rejects(
        submit(() => Promise.reject(broken)),
        broken,
      );
    });

    test('hands on the signal, and rejects with its reason', async () => {
      const controller = new AbortController();
      const backend = connect((_url, init) => {
        const answer = new Promise<Response>((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
        });
        controller.abort();
        return answer;
      });
      await assert.rejects(backend.submit(draft, { signal: controller.signal }), {
        name: 'AbortError',
      });
    });

    test('sends the same for the same draft', async () => {
      const sent: string[] = [];
      const backend = connect(async (url, init) => {
        sent.push(await new Request(url, init).text());
        return answers.created();
      });
      await backend.submit(draft, { signal: unaborted() });
      await backend.submit(draft, { signal: unaborted() });
      assert.equal(sent[0], sent[1]);
    });
  });
}

const unaborted = () => new AbortController().signal;

export { describeKnownCases, type KnownCases } from './known-cases.js';
