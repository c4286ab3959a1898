import { fetchText } from './fetch-text.js';
import { LARGEST } from './folder.js';
import { readHtml } from './html.js';
import { inParallel } from './in-parallel.js';
import { type Read, articleOf } from './page.js';
import { reasonOf } from './read-error.js';
import type { ReadOptions } from './read-options.js';
import { isNoindex } from './robots.js';
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
    if ('fault' in found) {
      yield found;
      continue;
    }
    const page = new URL(found.url);
    if (page.origin === origin) pages.set(page.href, found);
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
    if (isNoindex(answer.headers.get('x-robots-tag') ?? '')) {
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

type Fault = Extract<Read, { fault: string }>;

async function* listedIn(
  url: string,
  text: string,
  options: ReadOptions,
): AsyncGenerator<Listed | Fault> {
  const sitemaps = [url];
  const { origin } = new URL(url);
  for (const [index, sitemap] of sitemaps.entries()) {
    // A list that grows while it is walked is walked to its end.
    try {
      const source = index === 0 ? text : (await fetchText(sitemap, LARGEST_LIST, options)).text;
      const found = parseSitemap(source);
      for (const page of found.pages) yield absolute(page, sitemap);
      const listed = found.sitemaps.map((one) => absolute({ url: one }, sitemap));
      yield* listed.filter((one) => 'fault' in one);
      const further = listed
        .flatMap((one) => ('fault' in one ? [] : one.url))
        .filter((one) => new URL(one).origin === origin && !sitemaps.includes(one));
      sitemaps.push(...further.slice(0, MOST_SITEMAPS - sitemaps.length));
    } catch (error) {
      yield { where: sitemap, fault: reasonOf(error) };
    }
  }
}

/** What a sitemap lists, with its whole address; one that is none is not worth the rest of the site. */
function absolute<Entry extends { readonly url: string }>(
  entry: Entry,
  sitemap: string,
): Entry | Fault {
  const { url } = entry;
  if (!URL.canParse(url, sitemap)) return { where: url, fault: 'its address is not valid' };
  return { ...entry, url: new URL(url, sitemap).href };
}
