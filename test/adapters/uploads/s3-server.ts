import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  request as requestTo,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { faultOf } from './s3-signature.js';
import { sha256 } from './upload-journey.js';

export const BUCKET = 'up';

/** A real server that speaks like S3, behind what it does not do itself: checking signatures. */
export class S3Server {
  readonly #folder = mkdtempSync(join(tmpdir(), 'case-s3-'));
  readonly #s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    directory: this.#folder,
    silent: true,
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  readonly #gate = createServer((request, response) => this.#check(request, response));
  #port = 0;
  /** The clock of the server, in milliseconds since 1970. */
  now = () => Date.now();

  async start(): Promise<number> {
    this.#port = (await this.#s3.run()).port;
    this.#gate.listen(0, '127.0.0.1');
    await once(this.#gate, 'listening');
    return (this.#gate.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#gate.close();
    this.#gate.closeAllConnections();
    await this.#s3.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The SHA-256 of every object, by its key. */
  async objects(): Promise<Record<string, string>> {
    const base = `http://127.0.0.1:${this.#port}/${BUCKET}`;
    const list = await (await fetch(base)).text();
    const keys = [...list.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = '']) => key);
    const digests = keys.map(async (key): Promise<[string, string]> => {
      const bytes = await (await fetch(`${base}/${encodeURIComponent(key)}`)).arrayBuffer();
      return [key, sha256(Buffer.from(bytes))];
    });
    return Object.fromEntries(await Promise.all(digests));
  }

  async empty(): Promise<void> {
    for (const key of Object.keys(await this.objects())) {
      await fetch(`http://127.0.0.1:${this.#port}/${BUCKET}/${key}`, { method: 'DELETE' });
    }
  }

  #check(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '', headers } = request;
    const fault = faultOf({ method, url, host: headers.host ?? '' }, this.now());
    if (fault) {
      request.resume();
      response.writeHead(403, { 'content-type': 'application/xml' });
      response.end(`<Error><Code>${fault}</Code></Error>`);
      return;
    }
    // It takes what is signed in the query for a signature of another kind, now that it has been checked.
    const plain = new URL(url, 'http://x');
    [...plain.searchParams.keys()]
      .filter((name) => name.startsWith('X-Amz-'))
      .forEach((name) => plain.searchParams.delete(name));
    const path = plain.pathname + plain.search.replace(/=(?=&|$)/g, '');
    const onward = requestTo(
      { host: '127.0.0.1', port: this.#port, method, path, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    request.on('close', () => {
      if (!request.complete) onward.destroy();
    });
    request.pipe(onward);
  }
}
