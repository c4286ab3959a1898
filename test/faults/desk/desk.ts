import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Bundle } from '../bundle.js';
import { type Answer, type Asked, html, read } from './http.js';
import { Ledger } from './ledger.js';
import { type Played, play } from './play.js';
import { type Routes, routesOf } from './routes.js';
import type { DeskFault } from '../grid.js';
import { closeLoopback, openLoopback } from '../../support/loopback.js';

export type Kind = 'file' | 'case';

/** A fault that waits for its request. */
interface Strike {
  readonly kind: Kind;
  readonly fault: DeskFault;
  times: number;
}

/** A request that the desk holds back until it is told what becomes of it. */
export interface Held {
  /** It goes its way. */
  release(): void;
  /** It is cut. */
  drop(): void;
}

interface Gate {
  readonly kind: Kind;
  readonly committed: boolean;
  readonly reached: (held: Held) => void;
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src blob: data:; " +
  "require-trusted-types-for 'script'; trusted-types lit-html case-elements";
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Help</title>
  <link rel="icon" href="data:,"></head><body><h1>Help</h1>
  <case-form><case-upload slot="attachments"></case-upload></case-form>
  <script type="module" src="/page.js"></script></body></html>`;

/** Addresses of desks before: what a browser keeps under one of them belongs to another run. */
const had = new Set<string>();

/**
 * A support desk that can be told to go wrong, and the only judge of what became of a draft. It serves the
 * page, too, at an address of its own, so that no run finds what another has stored.
 */
export class Desk {
  readonly ledger = new Ledger();
  /** Requests that get no answer, and stay open. */
  held = 0;
  /** Requests that came before the time they had been asked to wait for. */
  early = 0;
  /** Every connection is refused, as if there were no network. */
  isUnreachable = false;
  readonly #strikes: Strike[] = [];
  readonly #gates: Gate[] = [];
  readonly #events = new EventEmitter();
  /** By what is asked for: another file need not wait for the one that has to. */
  readonly #notBefore = new Map<string, number>();
  readonly #bundle: Bundle;
  readonly #routes: Routes;
  readonly #server = createServer((request, response) => {
    // A page that is gone has nobody to tell.
    this.#take(request, response).catch(() => response.destroy());
  });

  constructor(bundle: Bundle) {
    this.#bundle = bundle;
    this.#routes = routesOf(this.ledger);
  }

  async start(): Promise<string> {
    const address = await openLoopback(this.#server);
    if (!had.has(address)) {
      had.add(address);
      return address;
    }
    closeLoopback(this.#server);
    await once(this.#server, 'close');
    return this.start();
  }

  close(): void {
    closeLoopback(this.#server);
    this.#routes.close();
  }

  /** The next requests of a kind go wrong. */
  strike(kind: Kind, fault: DeskFault, times: number): void {
    this.#strikes.push({ kind, fault, times });
  }

  /** Faults that no request has met stay away from now on. */
  heal(): void {
    this.#strikes.length = 0;
    this.isUnreachable = false;
  }

  /** Ends what is under way, as a network that goes does. */
  cutAll(): void {
    this.#server.closeAllConnections();
  }

  /** Resolves once the next request of a kind is here, and before or after the desk has committed to it. */
  hold(kind: Kind, committed: boolean): Promise<Held> {
    return new Promise((reached) => this.#gates.push({ kind, committed, reached }));
  }

  /** Resolves when the next request is struck. */
  async struck(): Promise<void> {
    await once(this.#events, 'strike');
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://desk').pathname;
    const code = this.#bundle.get(path);
    if (this.isUnreachable && !isPage(path, code)) {
      request.socket.destroy();
      return;
    }
    if (path === '/' || path === '/elsewhere') {
      response.setHeader('content-security-policy', policy);
      send(response, html(path === '/' ? page : '<!doctype html><title>Elsewhere</title>'));
    } else if (code !== undefined) {
      send(response, { status: 200, headers: { 'content-type': 'text/javascript' }, body: code });
    } else if (path === '/login') send(response, html('<h1>Sign in</h1>'));
    else await this.#serve(request, response);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const kinds = this.#routes.kindsOf(request);
    const strike = this.#strikes.find((one) => one.times > 0 && kinds.includes(one.kind));
    if (strike) strike.times--;
    if (strike) this.#events.emit('strike');
    if (strike?.fault === 'cut in the middle') {
      await this.#cutInTheMiddle(request);
      return;
    }
    const asked = await read(request);
    this.#watch(asked);
    const gate = this.#takeGate(kinds);
    if (gate && !gate.committed && !(await this.#wait(gate, response))) return;
    const handle = () => this.#routes.handle(asked);
    const played: Played = strike
      ? await play(strike.fault, asked, handle)
      : { answer: await handle() };
    if (gate?.committed && !(await this.#wait(gate, response))) return;
    if (played.retryAfter) {
      this.#notBefore.set(subjectOf(asked), pageTimeOf(asked) + played.retryAfter * 1000);
    }
    this.#reply(played, response);
  }

  #takeGate(kinds: readonly Kind[]): Gate | undefined {
    const at = this.#gates.findIndex((gate) => kinds.includes(gate.kind));
    return at < 0 ? undefined : this.#gates.splice(at, 1)[0];
  }

  /** Holds a request back; resolves with whether it goes on. */
  async #wait(gate: Gate, response: ServerResponse): Promise<boolean> {
    this.held++;
    const goesOn = await new Promise<boolean>((resolve) => {
      response.once('close', () => resolve(false));
      gate.reached({ release: () => resolve(true), drop: () => resolve(false) });
    });
    this.held--;
    if (!goesOn) response.destroy();
    return goesOn;
  }

  /** Ends a request whose body is still coming. */
  async #cutInTheMiddle(request: IncomingMessage): Promise<void> {
    if (Number(request.headers['content-length'] ?? 0) > 0) await once(request, 'data');
    request.socket.destroy();
  }

  #watch(asked: Asked): void {
    // A timer may be early by less than its grain.
    if (pageTimeOf(asked) + 20 < (this.#notBefore.get(subjectOf(asked)) ?? 0)) this.early++;
  }

  #reply({ answer, cut }: Played, response: ServerResponse): void {
    if (answer) send(response, answer, cut === 'in the answer');
    else if (cut === 'connection') response.destroy();
    else {
      this.held++;
      response.once('close', () => this.held--);
    }
  }
}

const isPage = (path: string, code: string | undefined) =>
  code !== undefined || ['/', '/elsewhere'].includes(path);

/** What a request is about: a file by its name or its place, else where it goes. */
function subjectOf({ headers, path, search, body }: Asked): string {
  // In a form it is a field that stands before the file.
  const head = path === '/form' ? body.subarray(0, 1000).toString('latin1') : '';
  const [, field] = /name="upload-id"\r\n\r\n([^\r]+)/.exec(head) ?? [];
  const address = `${path}?${search.toString()}`;
  return field ?? headers['x-upload-id'] ?? headers['upload-metadata'] ?? address;
}

const pageTimeOf = ({ headers }: Asked) => Number(headers['x-page-time']?.split(';')[0] ?? 0);

/** Sends an answer, or only half of it. */
function send(
  response: ServerResponse,
  { status, headers, body = '' }: Answer,
  half = false,
): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    ...headers,
    'cache-control': 'no-store',
    ...(status !== 204 && !headers?.['content-length'] && { 'content-length': bytes.length }),
  });
  if (!half) response.end(bytes);
  else response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
}
