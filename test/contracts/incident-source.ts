import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { IncidentSource } from '../../src/ports/incident-source.js';

/** How the suite makes an adapter, and what the other side says to it. */
export interface IncidentsUnderTest {
  make: (fetch: typeof globalThis.fetch) => IncidentSource;
  /** One incident that is going on, with this title and address. */
  answer: (title: string, url: string) => unknown;
  /** No incident at all. */
  none: unknown;
}

/** Holds an adapter to what the port `IncidentSource` promises. */
export function describeIncidentSource(
  name: string,
  { make, answer, none }: IncidentsUnderTest,
): void {
  const ask = (
    respond: () => Response | Promise<Response>,
    signal = new AbortController().signal,
  ) => make(async () => respond()).incidents({ signal });

  describe(name, () => {
    test('tells what is going on', async () => {
      const [found, ...more] = await ask(() =>
        Response.json(answer('Sign-in is down', 'https://s.example/1')),
      );
      assert.deepEqual(more, []);
      assert.equal(found?.title, 'Sign-in is down');
      assert.equal(found.state, 'investigating');
      assert.equal(found.url, 'https://s.example/1');
      assert.equal(found.started, '2026-03-05T08:00:00.000Z');
    });

    test('tells nothing when nothing is wrong', async () => {
      assert.deepEqual(await ask(() => Response.json(none)), []);
    });

    test('drops an address that is not safe, and keeps the incident', async () => {
      const [found] = await ask(() => Response.json(answer('Down', 'javascript:alert(1)')));
      assert.deepEqual([found?.title, found?.url], ['Down', undefined]);
    });

    for (const [what, respond] of [
      ['a page', () => new Response('<html>')],
      ['an error', () => Response.json(none, { status: 503 })],
      ['something else', () => Response.json({ hello: 1 })],
    ] as const) {
      test(`rejects when it cannot tell: ${what}`, () => assert.rejects(ask(respond)));
    }

    test('stops when nobody wants the answer any more', async () => {
      const source = make(async (_url, init) => {
        init?.signal?.throwIfAborted();
        return Response.json(none);
      });
      await assert.rejects(source.incidents({ signal: AbortSignal.abort() }), {
        name: 'AbortError',
      });
    });
  });
}
