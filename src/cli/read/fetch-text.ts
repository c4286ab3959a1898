import { gunzipSync } from 'node:zlib';
import { ReadError } from './read-error.js';
import type { ReadOptions } from './read-options.js';

const MOST_REDIRECTS = 5;
const TIMEOUT = 20_000;

/** What an address answers. */
export interface Answer {
  /** Where it was found in the end. */
  readonly url: string;
  readonly text: string;
  readonly headers: Headers;
}

/**
 * Fetches a text of `largest` bytes at most, and does not leave the origin of its address for it.
 *
 * @throws {ReadError} When there is none, when it is too large, or when it takes too long.
 */
export async function fetchText(
  url: string,
  largest: number,
  { fetch = globalThis.fetch, timeout = TIMEOUT }: ReadOptions,
): Promise<Answer> {
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await follow(url, (at) =>
      fetch(at, { signal, redirect: 'manual', headers: { 'user-agent': 'case-elements' } }),
    );
    const bytes = await bytesOf(response.answer, largest);
    return { url: response.url, text: textOf(bytes, largest), headers: response.answer.headers };
  } catch (error) {
    if (signal.aborted) throw new ReadError(`there was no answer within ${timeout / 1000} s`);
    if (error instanceof ReadError) throw error;
    const { message, cause } = error as Error;
    throw new ReadError(cause instanceof Error ? `${message}: ${cause.message}` : message);
  }
}

async function follow(url: string, get: (url: string) => Promise<Response>) {
  let at = url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await get(at);
    const next = answer.status >= 300 && answer.status < 400 && answer.headers.get('location');
    if (!next) {
      if (!answer.ok) throw new ReadError(`HTTP status ${answer.status}`);
      return { url: at, answer };
    }
    await answer.body?.cancel();
    at = new URL(next, at).href;
    if (new URL(at).origin !== new URL(url).origin) throw new ReadError(`it leads away, to ${at}`);
  }
  throw new ReadError('it leads from one page to the next without end');
}

async function bytesOf({ body }: Response, largest: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > largest) throw new ReadError(`it is larger than ${largest / 1e6} MB`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A sitemap may be a compressed file, whatever the headers say. */
function textOf(bytes: Buffer, largest: number): string {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isGzip ? gunzipSync(bytes, { maxOutputLength: largest }) : bytes).toString('utf8');
}
