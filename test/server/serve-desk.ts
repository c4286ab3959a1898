/**
 * A desk in a process of its own, which a test can kill. Prints its address, then serves until it dies.
 *
 * `serve-desk.ts <folder> [fault]`: a fault is one that a check has to find.
 */
import { serve } from 'srvx';
import { newKey } from '../../src/core/key.js';
import { type CaseDesk, caseDesk } from '../../src/server/index.js';

type Fetch = CaseDesk['fetch'];

/** Desks as they must not be. */
const faults: Readonly<Record<string, (fetch: Fetch) => Fetch>> = {
  none: (fetch) => fetch,

  /** Acknowledges a case, and writes it only later. */
  'late-write': (fetch) => {
    const late: (() => Promise<Response>)[] = [];
    return async (request) => {
      if (request.method !== 'POST') return fetch(request);
      const { url, method, headers } = request;
      const body = await request.text();
      late.push(() => fetch(new Request(url, { method, headers, body })));
      if (late.length > 20) await late.shift()?.();
      return Response.json({ number: '1', url: '/desk/cases/1' }, { status: 201 });
    };
  },

  /** Makes a case of every request, as if there were no unique key. */
  'no-unique-key': (fetch) => async (request) => {
    if (request.method !== 'POST') return fetch(request);
    const { url, method, headers } = request;
    const draft = { ...((await request.json()) as object), key: newKey() };
    return fetch(new Request(url, { method, headers, body: JSON.stringify(draft) }));
  },
};

const [data = '', fault = 'none'] = process.argv.slice(2);
const planted = faults[fault];
if (!planted) throw new Error(`No fault is called “${fault}”.`);
const { fetch } = caseDesk({ data });
const server = serve({
  fetch: planted(fetch),
  hostname: '127.0.0.1',
  port: 0,
  silent: true,
  gracefulShutdown: false,
});
await server.ready();
console.log(server.url);
