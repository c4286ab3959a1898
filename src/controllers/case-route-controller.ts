import type { LitElement, ReactiveController } from 'lit';
import { type CaseRoute, readRoute, routeText } from '../core/views/case-route.js';
import { CaseNavigateEvent } from '../events/view-events.js';

/** An element that shows one of several things. */
export interface RouteHost extends LitElement {
  /** What the page's own router says; nothing where the address has it behind its `#`. */
  route: string | undefined;
}

/** Knows what is to be shown: by the page's router, else by the hash of the address. */
export class CaseRouteController implements ReactiveController {
  readonly #host: RouteHost;
  readonly #settle: (asked: CaseRoute | undefined) => CaseRoute;
  #connection = new AbortController();
  /** What the address said last. */
  #hash: CaseRoute | undefined;

  /** `settle` says what is shown for what was asked, or where nobody has asked for anything. */
  constructor(host: RouteHost, settle: (asked: CaseRoute | undefined) => CaseRoute) {
    this.#host = host;
    this.#settle = settle;
    host.addController(this);
  }

  get route(): CaseRoute {
    const { route } = this.#host;
    return this.#settle(route === undefined ? this.#hash : readRoute(route));
  }

  hostConnected(): void {
    if (!this.#host.isConnected) return; // A server has no address to listen to.
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    globalThis.addEventListener('hashchange', () => this.#follow(), { signal });
    this.#follow();
  }

  hostDisconnected(): void {
    this.#connection.abort();
  }

  /** Goes somewhere, unless the page goes there itself. */
  go(route: CaseRoute): void {
    const path = routeText(route);
    const event = new CaseNavigateEvent(route, path);
    if (!this.#host.dispatchEvent(event)) return;
    if (this.#host.route === undefined) location.hash = path;
    else this.#host.route = path;
  }

  /** Other things of the page have hashes, too: they lead nowhere here. */
  #follow(): void {
    const { hash } = location;
    this.#hash = readRoute(hash) ?? (hash ? this.#hash : undefined);
    this.#host.requestUpdate();
  }
}
