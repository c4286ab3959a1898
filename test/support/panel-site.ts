import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { closeLoopback, openLoopback } from './loopback.js';

const root = join(import.meta.dirname, '../..');
const built = /^\/(?:dist|node_modules\/zod)\/[\w/.-]+\.js$/;

/** A policy that allows nothing but the scripts, and the names that the elements ask for. */
export const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types case-elements case-elements-worker";

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Help</title>
  <meta name="color-scheme" content="light dark">
  <link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script></head>
  <body><main><h1>Help</h1><button id="ping" type="button">Ping</button>
  <case-form id="form"></case-form><case-solutions for="form"></case-solutions></main></body></html>`;

// What has no background of its own is taken to stand on white.
const style = 'html { background: light-dark(#fff, #16181d); color: light-dark(#1b1c1f, #e8e9ed) }';

/** What a page brings; a test sets the panel's source. */
const script = `import '/dist/cdn.js';
  import { local } from '/dist/search/local.js';
  import { endpoint } from '/dist/adapters/solutions/endpoint.js';
  const ping = document.getElementById('ping');
  ping.addEventListener('click', () => (ping.value = Number(ping.value) + 1));
  Object.assign(window, { local, endpoint, __name: (named) => named });`;

/** A page with a form and its panel, and files that a test puts there. */
export class PanelSite {
  policy = '';
  /** What is answered at an address: bytes as they are, anything else as JSON. */
  readonly files = new Map<string, unknown>();
  readonly #server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (this.policy) response.setHeader('content-security-policy', this.policy);
    const send = (type: string, body: string | Uint8Array) =>
      response.setHeader('content-type', type).end(body);
    const file = this.files.get(pathname);
    if (pathname === '/') send('text/html', html);
    else if (pathname === '/page.js') send('text/javascript', script);
    else if (pathname === '/page.css') send('text/css', style);
    else if (file instanceof Uint8Array) send('application/octet-stream', file);
    else if (file !== undefined) send('application/json', JSON.stringify(file));
    else if (built.test(pathname) && existsSync(join(root, pathname)))
      send('text/javascript', moduleAt(join(root, pathname)));
    else response.writeHead(404).end();
  });

  start(): Promise<string> {
    return openLoopback(this.#server);
  }

  close(): void {
    closeLoopback(this.#server);
  }
}

/** A built module; a page without a bundler and without an import map needs the address of zod. */
function moduleAt(path: string): string {
  return readFileSync(path, 'utf8').replaceAll('"zod/mini"', '"/node_modules/zod/mini/index.js"');
}
