import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { sha256 } from './upload-journey.js';

/** A real tus server that keeps its files in a folder of its own, named by the id of each. */
export class TusServer {
  readonly folder = mkdtempSync(join(tmpdir(), 'case-tus-'));
  readonly #store = new FileStore({ directory: this.folder });
  readonly #server = new Server({
    path: '/files',
    datastore: this.#store,
    relativeLocation: true,
    namingFunction: (_, metadata) => metadata?.['id'] ?? 'nameless',
  });
  #http!: HttpServer;

  async start(): Promise<number> {
    this.#http = this.#server.listen(0, '127.0.0.1');
    await once(this.#http, 'listening');
    return (this.#http.address() as AddressInfo).port;
  }

  stop(): void {
    this.#http.close();
    this.#http.closeAllConnections();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The SHA-256 of every file, by its name; of an upload that is not whole, too. */
  get files(): Record<string, string> {
    const names = readdirSync(this.folder).filter((name) => !name.endsWith('.json'));
    return Object.fromEntries(
      names.map((name) => [name, sha256(readFileSync(join(this.folder, name)))]),
    );
  }

  /** How many bytes of a file have arrived. */
  sizeOf(name: string): number {
    return statSync(join(this.folder, name), { throwIfNoEntry: false })?.size ?? 0;
  }

  /** Forgets an upload, as when it has expired. */
  expire(name: string): Promise<void> {
    return this.#store.remove(name);
  }

  empty(): void {
    for (const name of readdirSync(this.folder)) rmSync(join(this.folder, name));
  }
}
