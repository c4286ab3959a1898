import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { closeLoopback, openLoopback } from './loopback.js';

const root = join(import.meta.dirname, '../..');

/** A policy that allows nothing but the scripts, and the name that the elements ask for. */
const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types case-elements";

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Help</title>
  <script type="module" src="/page.js"></script></head>
  <body><main><h1>Help</h1></main></body></html>`;

/**
 * A form as the address asks for it: `?requester=…`, `?store=debounced`, `?storage=blocked` and so on.
 * Its files are those of a source without uploads, so that none can come back from a server.
 */
const script = `import '/dist/cdn.js';
  import { indexedDbDrafts } from '/dist/adapters/drafts/indexed-db.js';
  const asked = new URLSearchParams(location.search);
  class TestFiles extends HTMLElement {
    kept = [];
    key = '';
    get attachments() {
      return this.kept.map(({ id, file: { name, size, type } }) => ({ id, name, size, type, status: 'uploaded' }));
    }
    add(id, name, text) {
      this.kept = [...this.kept, { id, file: new File([text], name, { type: 'text/plain' }) }];
      this.dispatchEvent(new Event('file-added', { bubbles: true, composed: true }));
    }
    tell(id, alt) {
      this.kept = this.kept.map((one) => (one.id === id ? { ...one, alt } : one));
      this.dispatchEvent(new Event('file-described', { bubbles: true, composed: true }));
    }
    restore(files) { this.kept = [...this.kept, ...files]; }
    clear() { this.kept = []; }
    async whenSettled() {}
  }
  customElements.define('test-files', TestFiles);
  const fail = () => { throw new DOMException('Storage is closed.', 'SecurityError'); };
  if (asked.get('storage') === 'blocked') {
    for (const name of ['sessionStorage', 'localStorage'])
      Object.defineProperty(window, name, { get: fail });
    IDBFactory.prototype.open = fail;
  }
  if (asked.get('storage') === 'hanging') IDBFactory.prototype.open = () => ({});
  if (asked.get('storage') === 'full')
    IDBObjectStore.prototype.put = () => { throw new DOMException('It is full.', 'QuotaExceededError'); };
  if (asked.get('storage') === 'full') Storage.prototype.setItem = () => { throw new DOMException('It is full.', 'QuotaExceededError'); };
  const form = document.createElement('case-form');
  form.definition = {
    id: asked.get('form') ?? 'help',
    fields: [
      { name: 'subject', type: 'text', label: 'Subject' },
      { name: 'kind', type: 'choice', label: 'Kind', options: ['question', 'incident'].map((value) => ({ value, label: value })) },
      { name: 'description', type: 'multiline', label: 'Description' },
      { name: 'code', type: 'text', label: 'Code', sensitive: true },
    ].filter(({ name }) => name !== asked.get('without')),
  };
  if (asked.get('requester') !== 'none') form.requester = asked.get('requester') ?? 'maria';
  if (asked.get('store') === 'debounced') {
    const store = indexedDbDrafts();
    let timer;
    form.draftStore = { ...store, write: (name, draft) => {
      clearTimeout(timer);
      return new Promise((resolve) => { timer = setTimeout(() => resolve(store.write(name, draft)), 300); });
    } };
  }
  window.cases = [];
  let number = 4710;
  form.addEventListener('case-submit', (event) => event.respondWith(async () => {
    while (window.isBusy) await new Promise((resolve) => setTimeout(resolve, 10));
    window.cases.push(event.draft);
    return { number: String((number += 1)) };
  }));
  const files = document.createElement('test-files');
  files.slot = 'attachments';
  form.append(files);
  document.querySelector('main').append(form);
  // Ends the page in the very task of a key.
  window.addEventListener('input', (event) => {
    if (!window.lastKey || !event.composedPath()[0].value.endsWith(window.lastKey)) return;
    if (window.ending === 'reload') location.reload();
    if (window.ending === 'navigate') location.href = '/elsewhere';
  });`;

/** A page with a form whose draft is kept. */
export class DraftSite {
  readonly #server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, body: string) =>
      response
        .setHeader('content-type', type)
        .setHeader('content-security-policy', policy)
        .end(body);
    if (pathname === '/') send('text/html', html);
    else if (pathname === '/elsewhere')
      send('text/html', '<!doctype html><title>Elsewhere</title>');
    else if (pathname === '/page.js') send('text/javascript', script);
    else if (/^\/dist\/[\w/.-]+\.js$/.test(pathname) && existsSync(join(root, pathname)))
      send('text/javascript', readFileSync(join(root, pathname), 'utf8'));
    else response.writeHead(404).end();
  });

  start(): Promise<string> {
    return openLoopback(this.#server);
  }

  close(): void {
    closeLoopback(this.#server);
  }
}
