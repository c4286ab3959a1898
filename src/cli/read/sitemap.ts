/** What a sitemap lists: pages, or further sitemaps. */
export interface Listing {
  readonly pages: readonly Listed[];
  readonly sitemaps: readonly string[];
}

export interface Listed {
  readonly url: string;
  /** When it was last changed, as the sitemap says it. */
  readonly updated: string | undefined;
}

const ENTRY = /<(?:[\w-]+:)?(url|sitemap)\b[^>]*>([\s\S]*?)<\/(?:[\w-]+:)?\1\s*>/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Whether a text is a sitemap, or an index of sitemaps. */
export function isSitemap(text: string): boolean {
  return /<(?:[\w-]+:)?(urlset|sitemapindex)\b/.test(text.slice(0, 4000));
}

/** Reads a sitemap. */
export function parseSitemap(text: string): Listing {
  const entries = [...text.replaceAll(/<!--[\s\S]*?-->/g, '').matchAll(ENTRY)];
  const listed = entries.map(([, kind, entry = '']) => ({
    kind,
    url: valueOf('loc', entry),
    updated: valueOf('lastmod', entry) || undefined,
  }));
  return {
    pages: listed.filter(({ kind, url }) => kind === 'url' && url),
    sitemaps: listed.filter(({ kind, url }) => kind === 'sitemap' && url).map(({ url }) => url),
  };
}

function valueOf(name: string, entry: string): string {
  const value = new RegExp(`<(?:[\\w-]+:)?${name}\\s*>([\\s\\S]*?)</`).exec(entry)?.[1] ?? '';
  const text = value.replace(/^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/, '$1').trim();
  return text.replaceAll(/&(#x?)?(\w+);/gi, (whole, number: string | undefined, name: string) => {
    if (number === undefined) return ENTITIES[name] ?? whole;
    const point = Number.parseInt(name, number === '#' ? 10 : 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
