import { readFile, stat } from 'node:fs/promises';
import { readRecord, recordsOf } from './article-list.js';
import { documentationRecords } from './documentation-index.js';
import { fetchText } from './fetch-text.js';
import { isPageFile, readFolder, readSinglePage } from './folder.js';
import type { Read } from './page.js';
import { ReadError, placeOf, reasonOf } from './read-error.js';
import type { ReadOptions } from './read-options.js';
import { LARGEST_LIST, pageAt, readSitemap } from './site.js';
import { isSitemap } from './sitemap.js';

/** Whether a source is on the web, and not on the disk. */
export function isWebSource(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/**
 * Reads a source: a folder, a page, a sitemap, the search index of a documentation site, or a list of
 * articles; a file or an address is known by what it holds. What cannot be read at all is a fault.
 */
export async function* readSource(source: string, options: ReadOptions): AsyncGenerator<Read> {
  try {
    if (isWebSource(source)) yield* readAddress(source, options);
    else yield* readPath(source, options);
  } catch (error) {
    yield { where: placeOf(source, error), fault: reasonOf(error) };
  }
}

async function* readPath(path: string, options: ReadOptions): AsyncGenerator<Read> {
  const found = await stat(path).catch(() => {
    throw new ReadError('there is no such file or folder');
  });
  if (found.isDirectory()) {
    yield* readFolder(path, options);
    return;
  }
  if (isPageFile(path)) {
    yield await readSinglePage(path, options);
    return;
  }
  const text = await readFile(path, 'utf8');
  const { baseUrl } = options;
  if (isSitemap(text)) {
    if (baseUrl === undefined) throw new ReadError('a sitemap on the disk needs --base-url');
    yield* readSitemap(baseUrl, text, options);
    return;
  }
  yield* readList(text, path, () => baseUrl ?? '/');
}

async function* readAddress(address: string, options: ReadOptions): AsyncGenerator<Read> {
  const { url, text } = await fetchText(address, LARGEST_LIST, options);
  if (isSitemap(text)) {
    yield* readSitemap(url, text, options);
    return;
  }
  if (!/^\s*(<!doctype|<html|<!--)/i.test(text)) {
    yield* readList(text, url, (path) => options.baseUrl ?? rootOf(url, path));
    return;
  }
  const sitemap = new URL('sitemap.xml', url).href;
  const isSite = new URL(url).pathname.endsWith('/');
  const listed = isSite && (await fetchText(sitemap, LARGEST_LIST, options).catch(() => undefined));
  if (listed && isSitemap(listed.text)) yield* readSitemap(listed.url, listed.text, options);
  else yield pageAt(url, text);
}

/** A search index that a generator of documentation has made, or else a list of articles. */
function* readList(
  text: string,
  where: string,
  root: (usualPath: string) => string,
): Generator<Read> {
  const records = documentationRecords(text, where, root) ?? recordsOf(text, where);
  for (const record of records) yield readRecord(record);
}

/** The root of a site that has a file at its usual place. */
function rootOf(url: string, path: string): string {
  return new URL('../'.repeat(path.split('/').length - 1) || '.', url).href;
}
