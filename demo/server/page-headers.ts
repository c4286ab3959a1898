/** What a page may load and do: its own scripts, styles and pictures, and requests to this server. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // What searches the documentation runs in a worker.
  "worker-src 'self'",
  "connect-src 'self'",
  // The icon of the site. Thumbnails of attachments are drawn, and need no source.
  "img-src 'self'",
  // A form posts itself where its scripts have not arrived.
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
];

/** Pages with the single file instead of npm's Lit: it calls its Trusted Types policy otherwise. */
const WITH_SINGLE_FILE = new Set(['/respond/']);

/** Sets the headers that guard every page and file of the demo. */
export function guarded(response: Response, { url }: Request): Response {
  const { pathname } = new URL(url);
  const policy = WITH_SINGLE_FILE.has(pathname) ? 'case-elements' : 'lit-html';
  const { headers } = response;
  headers.set(
    'content-security-policy',
    [...POLICY, `trusted-types ${policy} case-elements-worker`].join('; '),
  );
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  return response;
}
