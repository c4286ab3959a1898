import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { type ChangedTime, changedTimes } from './changed-time.js';
import { readHtml } from './html.js';
import { readMarkdown } from './markdown.js';
import { type Page, type Read, articleOf } from './page.js';
import { pageAddress } from './page-address.js';
import { ReadError, placeOf, reasonOf } from './read-error.js';
import type { ReadOptions } from './read-options.js';

/** Bytes of one file; what is larger is no article. */
export const LARGEST = 5_000_000;

const PAGES = /\.(md|mdx|markdown|html?)$/i;
const NO_ARTICLES = new Set(['node_modules', '__tests__']);
/** What generators make beside the pages. */
const APPARATUS = /^(404|search|genindex|print|toc)\.html$/i;

/** Whether a file is read as a page of its own. */
export function isPageFile(path: string): boolean {
  return PAGES.test(path);
}

/** Reads the Markdown, MDX and HTML files of a folder, in the order of their names. */
export async function* readFolder(folder: string, options: ReadOptions): AsyncGenerator<Read> {
  const paths = await pagesIn(folder, new Set());
  const changed = await changedTimes(folder, options.updatedFrom);
  let done = 0;
  for (const path of paths) {
    options.onProgress?.(folder, done++, paths.length);
    yield await readPageFile(path, folder, { ...options, changed });
  }
  options.onProgress?.(folder, done, paths.length);
}

/** Reads one file that was named as a page of its folder. */
export async function readSinglePage(path: string, options: ReadOptions): Promise<Read> {
  const folder = dirname(path);
  const changed = await changedTimes(folder, options.updatedFrom);
  return readPageFile(path, folder, { ...options, changed });
}

async function readPageFile(
  path: string,
  folder: string,
  options: ReadOptions & { readonly changed: ChangedTime },
): Promise<Read> {
  const where = relative('.', path).replaceAll(sep, '/') || path;
  const why = whyNoArticle(path, folder);
  if (why) return { where, leftOut: why };
  try {
    const page = await readPage(path);
    const inFolder = relative(folder, path).replaceAll(sep, '/');
    // A page of HTML names where it was built for; who says where the folder is knows better.
    const own = isHtml(path) && options.baseUrl !== undefined ? undefined : page.address;
    const updated = page.updated ?? (await options.changed(path));
    const url = pageAddress(inFolder, own, options);
    return articleOf({ ...page, updated }, url, where, titleFrom(path));
  } catch (error) {
    return { where: placeOf(where, error), fault: reasonOf(error) };
  }
}

async function readPage(path: string): Promise<Page> {
  const { size } = await stat(path);
  if (size > LARGEST) throw new ReadError(`it is larger than ${LARGEST / 1e6} MB`);
  const source = await readFile(path, 'utf8');
  if (isHtml(path)) return readHtml(source);
  return readMarkdown(source, { isMdx: extname(path).toLowerCase() === '.mdx' });
}

function isHtml(path: string): boolean {
  return /\.html?$/i.test(path);
}

function whyNoArticle(path: string, folder: string): string | undefined {
  const parts = relative(folder, path).split(sep);
  const isPartial = parts.some((part) => /^_(?!index\.)/.test(part));
  if (isPartial) return 'it is a part of other pages (its name begins with “_”)';
  return APPARATUS.test(basename(path)) ? 'it is no article, by its name' : undefined;
}

/** A title of the name of a file; of its folder's, for an index. */
function titleFrom(path: string): string {
  const bare = basename(path, extname(path));
  const name = /^(_?index|readme)$/i.test(bare) ? basename(join(path, '..')) : bare;
  const words = name
    .replace(/^\d+[-_. ]+/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

async function pagesIn(folder: string, seen: Set<string>): Promise<string[]> {
  const real = await realpath(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  const names = (await readdir(folder)).filter((name) => !/^\./.test(name)).sort();
  const pages: string[] = [];
  for (const name of names.filter((one) => !NO_ARTICLES.has(one))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory()) pages.push(...(await pagesIn(path, seen)));
    else if (found?.isFile() && isPageFile(name)) pages.push(path);
  }
  return pages;
}
