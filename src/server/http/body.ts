import { BodyTooLargeError, HttpError } from './http-error.js';

/** The bytes of a request as they come; none when it has no body. */
export async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
  if (!request.body) return;
  // Not every browser engine's stream can be iterated, and neither can every server's.
  const reader = request.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(lost);
      if (done) return;
      yield value;
    }
  } finally {
    // Nobody is interested in the rest, nor in why there may be none.
    await reader.cancel().catch(() => undefined);
  }
}

function lost(cause: unknown): never {
  throw new HttpError(400, 'The body has not come to its end.', { cause });
}

/** How many bytes the sender has announced. */
export function announcedSize({ headers }: Request): number | undefined {
  const length = headers.get('content-length');
  return length !== null && /^\d{1,15}$/.test(length) ? Number(length) : undefined;
}

/**
 * The whole body as text.
 *
 * @param limit - Bytes.
 * @throws {BodyTooLargeError} When there is more; the rest is not read.
 * @throws {HttpError} 400, when it is not UTF-8.
 */
export async function readText(request: Request, limit: number): Promise<string> {
  if ((announcedSize(request) ?? 0) > limit) throw new BodyTooLargeError(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(request)) {
    size += chunk.byteLength;
    if (size > limit) throw new BodyTooLargeError(limit);
    chunks.push(chunk);
  }
  return decode(Buffer.concat(chunks));
}

/** Whether the body says that it is JSON. */
export function isJson({ headers }: Request): boolean {
  return headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json';
}

/**
 * The whole body as JSON has it.
 *
 * @param limit - Bytes.
 * @throws {BodyTooLargeError} When there is more; the rest is not read.
 * @throws {HttpError} 400, when it is not JSON.
 */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const text = await readText(request, limit);
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(400, 'The body is not JSON.');
  }
}

/** @throws {HttpError} 400: replacing what is not UTF-8 would change what a person has written. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new HttpError(400, 'The text is not UTF-8.');
  }
}
