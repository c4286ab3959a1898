import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** A file as it is sent. */
interface StaticFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** Where files come from that lie elsewhere, by their paths on the site. */
export type ExtraFiles = Readonly<Record<string, string>>;

/**
 * Answers for the files below a folder.
 *
 * Only what was there at the start has a path: no request makes one, so none can lead elsewhere.
 */
export function staticFiles(folder: string, extra: ExtraFiles): (request: Request) => Response {
  const files = new Map<string, StaticFile>();
  for (const path of pathsBelow(folder)) files.set(`/${path}`, readFile(path, join(folder, path)));
  for (const [path, source] of Object.entries(extra)) files.set(path, readFile(path, source));
  const missing = files.get('/404.html');

  return (request) => {
    if (!['GET', 'HEAD'].includes(request.method)) {
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
    }
    const { pathname } = new URL(request.url);
    const file = files.get(pathname.replace(/\/$/, '/index.html'));
    if (file) return send(file, request);
    if (files.has(`${pathname}/index.html`)) return redirect(`${pathname}/`);
    return send(missing ?? EMPTY, request, 404);
  };
}

const EMPTY: StaticFile = { body: new Uint8Array(), headers: {} };

function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll(sep, '/'));
}

function readFile(path: string, source: string): StaticFile {
  const body = new Uint8Array(readFileSync(source));
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return {
    body,
    headers: {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      // The build puts a hash into the name of an asset, so another content has another name.
      'cache-control': path.startsWith('assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      etag: `"${hash}"`,
    },
  };
}

function send({ body, headers }: StaticFile, request: Request, status = 200): Response {
  if (status === 200 && request.headers.get('if-none-match') === headers['etag']) {
    return new Response(null, { status: 304, headers });
  }
  const isHead = request.method === 'HEAD';
  return new Response(isHead ? null : body, {
    status,
    headers: { ...headers, 'content-length': String(body.byteLength) },
  });
}

function redirect(location: string): Response {
  return new Response(null, { status: 308, headers: { location } });
}
