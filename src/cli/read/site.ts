import { fetchText } from './fetch-text.js';
import { LARGEST } from './folder.js';
import { readHtml } from './html.js';
import { inParallel } from './in-parallel.js';
import { type Read, articleOf } from './page.js';
import { reasonOf } from './read-error.js';
import type { ReadOptions } from './read-options.js';
import { dateOf } from './said.js';
import { type Listed, parseSitemap } from './sitemap.js';

/** Bytes of a sitemap: so many it may have by its standard. */
export const LARGEST_LIST = 50_000_000;
const MOST_PAGES = 10_000;
const MOST_SITEMAPS = 1000;
/** Pages that are fetched at the same time. */
const AT_ONCE = 4;

/** Reads the pages that a sitemap names, and the sitemaps that it names; those of its origin alone. */
export async function* readSitemap(
  url: string,
  text: string,
  options: ReadOptions,
): AsyncGenerator<Read> {
  const { origin } = new URL(url);
  const pages = new Map<string, Listed>();
  for await (const found of listedIn(url, text, options)) {
    if ('fault' in found) yield found;
    else if (new URL(found.url, url).origin === origin)
      pages.set(new URL(found.url, url).href, found);
    else yield { where: found.url, leftOut: 'it is on another site' };
  }
  const most = options.maxPages ?? MOST_PAGES;
  const [wanted, others] = [[...pages].slice(0, most), [...pages].slice(most)];
  yield* inParallel(
    wanted,
    AT_ONCE,
    ([address, { updated }]) => readWebPage(address, updated, options),
    (done) => options.onProgress?.(url, done, wanted.length),
  );
  for (const [where] of others) yield { where, leftOut: `${most} pages of this site are enough` };
}

/** Reads one web page. */
export async function readWebPage(
  url: string,
  updated: string | undefined,
  options: ReadOptions,
): Promise<Read> {
  try {
    const answer = await fetchText(url, LARGEST, options);
    if (/noindex|none/i.test(answer.headers.get('x-robots-tag') ?? '')) {
      return { where: url, leftOut: 'it says noindex' };
    }
    if (!/html/i.test(answer.headers.get('content-type') ?? 'text/html')) {
      return { where: url, leftOut: 'it is no web page' };
    }
    return pageAt(answer.url, answer.text, updated);
  } catch (error) {
    return { where: url, fault: reasonOf(error) };
  }
}

/** The article that a web page is. */
export function pageAt(url: string, text: string, updated?: string): Read {
  const page = readHtml(text);
  const address = ownAddress(url, page.address);
  const changed = page.updated ?? dateOf(updated);
  return articleOf({ ...page, updated: changed }, address, url, new URL(address).pathname);
}

/** The address that a page calls its own, if that is of the same site. */
function ownAddress(url: string, canonical: string | undefined): string {
  if (!canonical || !URL.canParse(canonical, url)) return url;
  const own = new URL(canonical, url);
  return own.origin === new URL(url).origin ? own.href : url;
}

async function* listedIn(
  url: string,
  text: string,
  options: ReadOptions,
): AsyncGenerator<Listed | Extract<Read, { fault: string }>> {
  const sitemaps = [url];
  const { origin } = new URL(url);
  for (const [index, sitemap] of sitemaps.entries()) {
    // A list that grows while it is walked is walked to its end.
    try {
      const source = index === 0 ? text : (await fetchText(sitemap, LARGEST_LIST, options)).text;
      const found = parseSitemap(source);
      yield* found.pages;
      const further = found.sitemaps
        .map((one) => new URL(one, sitemap).href)
        .filter((one) => new URL(one).origin === origin && !sitemaps.includes(one));
      sitemaps.push(...further.slice(0, MOST_SITEMAPS - sitemaps.length));
    } catch (error) {
      yield { where: sitemap, fault: reasonOf(error) };
    }
  }
}
