/** How a site writes the address of `guide/mail.md`: `guide/mail.html`, `guide/mail`, `guide/mail/`. */
export const addressStyles = ['html', 'clean', 'folder'] as const;
export type AddressStyle = (typeof addressStyles)[number];

export interface AddressOptions {
  /** Where the folder is on the web: `https://help.example/docs/`, or `/docs/`. */
  readonly baseUrl?: string | undefined;
  readonly urls?: AddressStyle | undefined;
  /** Where a file is read whose page claims no address, by its path in its folder: for a site with rules of its own. */
  readonly address?: ((path: string) => string) | undefined;
}

/**
 * Where a file of a folder can be read.
 *
 * @param path - From the folder, with slashes.
 * @param own - The address that the page claims: absolute, from the root of the site, or a new last part.
 */
export function pageAddress(
  path: string,
  own: string | undefined,
  options: AddressOptions,
): string {
  const base = (options.baseUrl ?? '/').replace(/\/?$/, '/');
  if (own && /^https?:\/\//i.test(own)) return own;
  if (own?.startsWith('/')) return fromRoot(own, base);
  if (!own && options.address) return options.address(path);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const page = own ? `${folder}${own.replace(/^\.?\//, '')}` : path;
  return base + encodePath(styled(page, options.urls ?? 'html'));
}

/** An address from the root of the site, which for some generators is where the site lies, for others the server's. */
function fromRoot(own: string, base: string): string {
  const path = encodePath(own);
  const root = base.startsWith('/') ? base : new URL(base).pathname;
  return base + path.slice(`${path}/`.startsWith(root) ? root.length : 1);
}

function styled(path: string, style: AddressStyle): string {
  const isPage = /\.html?$/i.test(path);
  const bare = path.replace(/\.(md|mdx|markdown|html?)$/i, '');
  const folder = /^(.*\/)?(?:_?index|readme)$/i.exec(bare);
  if (folder) return folder[1] ?? '';
  if (bare.endsWith('/')) return bare;
  if (isPage) return style === 'clean' ? bare : path;
  return bare + { html: '.html', clean: '', folder: '/' }[style];
}

function encodePath(path: string): string {
  // Front matter may bring an address that is encoded already.
  return path
    .split('/')
    .map((part) => encodeURIComponent(decoded(part)))
    .join('/');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
