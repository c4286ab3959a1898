import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { Answer, Asked } from './http.js';
import type { Ledger } from './ledger.js';

/** The tus server of the protocol's authors, whose files go into the ledger when they are whole. */
export class TusRoute {
  readonly #folder = mkdtempSync(join(tmpdir(), 'case-faults-tus-'));
  readonly #server: Server;

  constructor(ledger: Ledger) {
    this.#server = new Server({
      path: '/tus',
      relativeLocation: true,
      datastore: new FileStore({ directory: this.#folder }),
      onUploadFinish: async (request, { id, metadata = {} }) => {
        const bytes = await readFile(join(this.#folder, id));
        const { key = '', filename = '' } = metadata;
        ledger.put(`/tus/${id}`, bytes, { key: key ?? '', name: filename ?? '' });
        return { headers: { 'x-asked': request.method } };
      },
    });
  }

  async handle({ method, path, headers, body }: Asked): Promise<Answer> {
    const request = new Request(`http://desk${path}`, {
      method,
      headers,
      body: body.length ? new Uint8Array(body) : null,
    });
    const response = await this.#server.handleWeb(request);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    };
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
