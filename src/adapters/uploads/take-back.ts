import { UploadError } from '../../core/upload-error.js';
import type { Authorization } from './authorization.js';

export interface TakingBack {
  headers?: Readonly<Record<string, string>>;
  authorization: Authorization;
  signal: AbortSignal;
  fetch?: typeof globalThis.fetch | undefined;
}

/**
 * Deletes what is stored at an address; with a new token when the old one is no longer taken.
 *
 * @throws UploadError when it is still there.
 */
export async function takeBack(url: string, taking: TakingBack): Promise<void> {
  const { renew } = taking.authorization;
  const answer = await ask(url, taking);
  if (renew && [401, 403].includes(answer.status)) {
    renew();
    check(await ask(url, taking));
  } else {
    check(answer);
  }
}

async function ask(
  url: string,
  { headers, authorization, signal, fetch = globalThis.fetch }: TakingBack,
): Promise<Response> {
  const allowing = await authorization.headers();
  return fetch(url, { method: 'DELETE', headers: { ...headers, ...allowing }, signal });
}

function check({ ok, status }: Response): void {
  // What is not there is as good as removed.
  if (!ok && status !== 404 && status !== 410) throw new UploadError(status);
}
