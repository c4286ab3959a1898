import { createHash } from 'node:crypto';
import { type Answer, type Asked, json } from './http.js';
import type { Ledger } from './ledger.js';

interface File {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

interface Upload {
  readonly path: string;
  readonly parts: Map<number, Buffer>;
}

const xml = (body: string, status = 200, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/xml', ...headers },
  body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
});

const missing = (code: string) => xml(`<Error><Code>${code}</Code></Error>`, 404);
const etagOf = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`;

/** As much of S3 as presigned uploads need, and the server that signs. What is whole goes into the ledger. */
export class S3Route {
  readonly #ledger: Ledger;
  /** By path. */
  readonly #files = new Map<string, File>();
  readonly #sizes = new Map<string, number>();
  readonly #uploads = new Map<string, Upload>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Signs a request, which is to say that it comes back to us. */
  sign({ headers, body }: Asked): Answer {
    const { query, file } = JSON.parse(body.toString()) as {
      query: Record<string, string>;
      file: File;
    };
    const path = `/s3/${file.key || 'none'}/${file.id}`;
    this.#files.set(path, file);
    const signed = new URLSearchParams({ ...query, 'X-Amz-Signature': 'valid' });
    return json({ url: `${headers['origin'] ?? `http://${headers['host']}`}${path}?${signed}` });
  }

  handle(asked: Asked): Answer {
    const { method, search } = asked;
    const upload = this.#uploads.get(search.get('uploadId') ?? '');
    if (search.has('uploadId') && !upload) return missing('NoSuchUpload');
    if (method === 'PUT' && upload) return this.#takePart(upload, asked);
    if (method === 'PUT') return this.#take(asked.path, asked.body);
    if (method === 'POST' && search.has('uploads')) return this.#begin(asked.path);
    if (method === 'POST' && upload) return this.#complete(upload, asked);
    if (method === 'HEAD') return this.#tell(asked.path);
    if (method === 'DELETE') return this.#drop(asked);
    return missing('MethodNotAllowed');
  }

  #take(path: string, bytes: Buffer): Answer {
    const { key = '', name = '' } = this.#files.get(path) ?? {};
    this.#ledger.put(path, bytes, { key, name });
    this.#sizes.set(path, bytes.length);
    return { status: 200, headers: { etag: etagOf(bytes) } };
  }

  #begin(path: string): Answer {
    const id = `upload-${this.#uploads.size + 1}`;
    this.#uploads.set(id, { path, parts: new Map() });
    return xml(
      `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    );
  }

  #takePart({ parts }: Upload, { search, body }: Asked): Answer {
    parts.set(Number(search.get('partNumber')), body);
    return { status: 200, headers: { etag: etagOf(body) } };
  }

  #complete({ path, parts }: Upload, { search, body }: Asked): Answer {
    const listed = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)];
    const bytes = listed.map(([, number]) => parts.get(Number(number)));
    if (bytes.includes(undefined)) return xml('<Error><Code>InvalidPart</Code></Error>', 400);
    this.#take(path, Buffer.concat(bytes.filter((part) => part !== undefined)));
    this.#uploads.delete(search.get('uploadId') ?? '');
    return xml('<CompleteMultipartUploadResult></CompleteMultipartUploadResult>');
  }

  #tell(path: string): Answer {
    const size = this.#sizes.get(path);
    if (size === undefined) return { status: 404 };
    return { status: 200, headers: { 'content-length': String(size) } };
  }

  #drop({ path, search }: Asked): Answer {
    if (search.has('uploadId')) this.#uploads.delete(search.get('uploadId') ?? '');
    else this.#ledger.remove(path);
    return { status: 204 };
  }
}
