import type { IncomingMessage } from 'node:http';
import { type Answer, type Asked, json } from './http.js';
import type { Ledger, SentDraft } from './ledger.js';
import type { Kind } from './desk.js';
import { S3Route } from './s3.js';
import { TusRoute } from './tus.js';

/** What the desk answers, and which of its requests are of a case and which of a file. */
export interface Routes {
  /** Which faults a request is open to. */
  kindsOf(request: IncomingMessage): readonly Kind[];
  handle(asked: Asked): Promise<Answer>;
  close(): void;
}

/** Everything that a page can ask of the desk. */
export function routesOf(ledger: Ledger): Routes {
  const s3 = new S3Route(ledger);
  let tus: TusRoute | undefined;
  return {
    kindsOf({ url = '', headers }) {
      if (url.startsWith('/sign')) return [];
      if (!url.startsWith('/cases')) return ['file'];
      const bringsFiles = headers['content-type']?.startsWith('multipart/');
      return bringsFiles ? ['case', 'file'] : ['case'];
    },
    async handle(asked) {
      const { path } = asked;
      if (path === '/cases') return takeCase(ledger, asked);
      if (path === '/form') return takeForm(ledger, asked);
      if (path === '/sign') return s3.sign(asked);
      if (path.startsWith('/s3/')) return s3.handle(asked);
      if (path.startsWith('/files')) return takeFile(ledger, asked);
      if (path.startsWith('/tus')) return (tus ??= new TusRoute(ledger)).handle(asked);
      return json({}, 404);
    },
    close: () => tus?.close(),
  };
}

const isForm = ({ headers }: Asked) => headers['content-type']?.startsWith('multipart/') === true;

const formOf = ({ body, headers }: Asked): Promise<FormData> =>
  new Response(new Uint8Array(body), {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData();

const textOf = (value: FormDataEntryValue | null): string =>
  typeof value === 'string' ? value : '';

const bytesOf = async (file: File): Promise<Buffer> => Buffer.from(await file.arrayBuffer());

async function takeCase(ledger: Ledger, asked: Asked): Promise<Answer> {
  const draft = await draftOf(ledger, asked);
  const key = asked.headers['idempotency-key'] ?? draft.key ?? '';
  return json(ledger.commit({ ...draft, key }), 201);
}

/** A draft alone, or together with its files, in the order of its attachments. */
async function draftOf(ledger: Ledger, asked: Asked): Promise<SentDraft> {
  if (!isForm(asked)) return JSON.parse(asked.body.toString()) as SentDraft;
  const form = await formOf(asked);
  const draft = JSON.parse(textOf(form.get('draft'))) as SentDraft;
  const files = form.getAll('files').filter((file) => typeof file !== 'string');
  for (const [at, file] of files.entries()) {
    const { id = '', ref = id } = draft.attachments?.[at] ?? {};
    ledger.put(ref, await bytesOf(file), { key: '', name: file.name });
  }
  return draft;
}

/** A file is a field of a form of its own. */
async function takeForm(ledger: Ledger, asked: Asked): Promise<Answer> {
  const form = await formOf(asked);
  const file = form.get('file');
  if (!file || typeof file === 'string') return json({ issues: [] }, 400);
  const [id, key] = [textOf(form.get('upload-id')), textOf(form.get('case-key'))];
  return json({ ref: ledger.store(await bytesOf(file), { id, key, name: file.name }) }, 201);
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
