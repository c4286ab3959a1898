import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  request as requestTo,
  type RequestOptions,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with one request. */
export type Fault =
  /** Answered in the server's stead. */
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  /** The connection ends when the server has seen so many bytes. */
  | { readonly cutAfter: number }
  /** The server gets so many bytes, and no more of them as long as the page is there. */
  | { readonly holdAfter: number }
  /** The server has done what it was asked, but nobody hears of it. */
  | 'answer lost'
  /** Nothing is read, and nothing answered. */
  | 'stalls';

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Bytes of the body that have come this far. */
  bytes: number;
}

/** A server in front of another one: it serves a page, sees every request, and can make each go wrong. */
export class FaultyFront {
  readonly seen: Seen[] = [];
  /** Says what goes wrong with a request; asked once for each. */
  fault: (seen: Seen) => Fault | undefined = () => undefined;
  /** Files of the page, by path. */
  readonly pages = new Map<string, { type: string; body: string }>();
  readonly #server = createServer((request, response) => this.#answer(request, response));
  #target: RequestOptions = {};

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(targetPort: number): Promise<void> {
    this.#target = { host: '127.0.0.1', port: targetPort };
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** The bytes of all bodies. */
  bytesOf(method: string): number {
    return this.seen
      .filter((one) => one.method === method)
      .reduce((sum, { bytes }) => sum + bytes, 0);
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '', headers } = request;
    const page = this.pages.get(url);
    if (page) {
      response.writeHead(200, { 'content-type': page.type, 'content-security-policy': POLICY });
      response.end(page.body);
      return;
    }
    const seen: Seen = { method, url, headers, at: Date.now(), bytes: 0 };
    this.seen.push(seen);
    const fault = this.fault(seen);
    if (fault === 'stalls') return;
    if (typeof fault === 'object' && 'status' in fault) {
      request.resume();
      response.writeHead(fault.status, fault.headers);
      response.end(fault.body);
      return;
    }
    this.#pass(request, response, { seen, fault });
  }

  #pass(
    request: IncomingMessage,
    response: ServerResponse,
    {
      seen,
      fault,
    }: { seen: Seen; fault: Exclude<Fault, { status: number } | 'stalls'> | undefined },
  ): void {
    const { method, url, headers } = seen;
    const onward = requestTo({ ...this.#target, method, path: url, headers }, (answer) => {
      if (fault === 'answer lost') {
        answer.resume();
        answer.on('end', () => request.socket.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.on('close', () => {
      if (!request.complete) onward.destroy();
    });
    request.on('data', (chunk: Buffer) => {
      seen.bytes += chunk.length;
      if (typeof fault === 'object' && 'holdAfter' in fault && seen.bytes >= fault.holdAfter) {
        onward.write(chunk);
        request.pause();
        return;
      }
      if (typeof fault === 'object' && 'cutAfter' in fault && seen.bytes >= fault.cutAfter) {
        onward.end(() => onward.destroy());
        request.socket.destroy();
        return;
      }
      if (!onward.write(chunk)) {
        request.pause();
        onward.once('drain', () => request.resume());
      }
    });
    request.on('end', () => onward.end());
  }
}

const POLICY =
  "default-src 'none'; script-src 'self'; connect-src *; require-trusted-types-for 'script'; trusted-types 'none'";
