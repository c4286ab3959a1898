import type { IndexContent } from './index-content.js';

/** Where indexes are kept for the time without a network, and how many: a site may have a few. */
const CACHE = 'case-elements-index';
const KEPT = 4;

/** Milliseconds that a network may take to say whether what is kept is still good. */
const PATIENCE = 3000;

type Fetch = typeof globalThis.fetch;

/**
 * Fetches an index, or what was kept of it: when it has not changed since, when there is no network, and
 * when the server fails.
 *
 * @throws {Error} When there is none to be had.
 */
export async function fetchIndex(
  url: string,
  fetch: Fetch = globalThis.fetch,
): Promise<IndexContent> {
  const cache = await openCache();
  const kept = await cache?.match(url, { ignoreVary: true }).catch(() => undefined);
  const answer = kept ? await revalidated(url, kept, fetch) : await fetch(url);
  if (!answer.ok) throw new Error(`No index at ${url}: HTTP status ${answer.status}.`);
  const isNew = answer !== kept;
  const copy = isNew && cache && mayBeKept(answer) ? answer.clone() : undefined;
  const from = new Uint8Array(await answer.arrayBuffer());
  return {
    from,
    name: url,
    keep: () => keep(cache, url, copy),
    forget: async () => {
      await cache?.delete(url);
    },
  };
}

/** What is kept, or what has taken its place. */
async function revalidated(url: string, kept: Response, fetch: Fetch): Promise<Response> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), PATIENCE);
  try {
    const answer = await fetch(url, { headers: conditions(url, kept), signal: waiting.signal });
    return answer.status === 304 || answer.status >= 500 ? kept : answer;
  } catch {
    return kept;
  } finally {
    clearTimeout(timer);
  }
}

/** Another origin would first be asked whether it allows these headers; its own cache knows them, too. */
function conditions(url: string, { headers }: Response): Record<string, string> {
  const { location } = globalThis as Partial<typeof globalThis>;
  const etag = headers.get('etag');
  const modified = headers.get('last-modified');
  if (new URL(url).origin !== location?.origin) return {};
  if (etag) return { 'if-none-match': etag };
  return modified ? { 'if-modified-since': modified } : {};
}

function mayBeKept({ headers }: Response): boolean {
  return !/no-store/i.test(headers.get('cache-control') ?? '');
}

/** Nothing in Node, outside of secure contexts, and where the browser forbids a page to store. */
async function openCache(): Promise<Cache | undefined> {
  try {
    return await globalThis.caches.open(CACHE);
  } catch {
    return undefined;
  }
}

/** Keeps an answer. A site names each version anew, perhaps: the oldest go. */
async function keep(
  cache: Cache | undefined,
  url: string,
  answer: Response | undefined,
): Promise<void> {
  if (!cache || !answer) return;
  try {
    await cache.put(url, answer);
    const kept = await cache.keys();
    const old = kept.slice(0, Math.max(0, kept.length - KEPT));
    await Promise.all(old.map((request) => cache.delete(request)));
  } catch {
    // There is no room: the page will need its network again, as it would without a cache.
  }
}
