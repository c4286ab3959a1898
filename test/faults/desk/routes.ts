import type { IncomingMessage } from 'node:http';
import { type Answer, type Asked, json } from './http.js';
import type { Ledger } from './ledger.js';
import type { Kind } from './desk.js';
import { TusRoute } from './tus.js';

/** What the desk answers, and which of its requests are of a case and which of a file. */
export interface Routes {
  /** Which faults a request is open to. */
  kindsOf(request: IncomingMessage): readonly Kind[];
  handle(asked: Asked): Promise<Answer>;
  close(): void;
}

/** Everything that a page can ask of the desk. */
export function protocolsOf(ledger: Ledger): Routes {
  let tus: TusRoute | undefined;
  return {
    kindsOf: ({ url = '' }) => [url.startsWith('/cases') ? 'case' : 'file'],
    async handle(asked) {
      const { method, path } = asked;
      if (method === 'POST' && path === '/cases') return takeCase(ledger, asked);
      if (path.startsWith('/files')) return takeFile(ledger, asked);
      if (path.startsWith('/tus')) return (tus ??= new TusRoute(ledger)).handle(asked);
      return json({}, 404);
    },
    close: () => tus?.close(),
  };
}

function takeCase(ledger: Ledger, { body, headers }: Asked): Answer {
  const draft = JSON.parse(body.toString()) as { key?: string };
  const key = headers['idempotency-key'] ?? draft.key ?? '';
  return json(ledger.commit({ ...draft, key }), 201);
}

/** A file is the whole body of a request. */
function takeFile(ledger: Ledger, { method, path, headers, body }: Asked): Answer {
  if (method === 'DELETE') {
    return { status: ledger.remove(decodeURIComponent(path.slice('/files/'.length))) ? 204 : 404 };
  }
  const ref = ledger.store(body, {
    id: headers['x-upload-id'] ?? '',
    key: headers['x-case-key'] ?? '',
    name: decodeURIComponent(headers['x-file-name'] ?? ''),
  });
  return json({ ref }, 201);
}
