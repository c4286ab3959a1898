import type { FileUploader } from '../../ports/file-uploader.js';
import type { Authorize } from './authorization.js';
import type { Pacing } from './pacing.js';
import { whenOnline } from './when-online.js';

export { decode, encode } from './http-messages.js';

export interface HttpUploaderOptions {
  /** Files are posted here, and taken back from `{url}/{ref}`. */
  url: string;
  /** Gives headers such as a token, and new ones when the server no longer takes them. */
  authorize?: Authorize;
  /** When to try again, and when to give up. */
  pacing?: Partial<Pacing>;
  fetch?: typeof globalThis.fetch;
  /** `fetch` cannot tell how much of a body has gone out. */
  XMLHttpRequest?: typeof globalThis.XMLHttpRequest;
}

/**
 * Sends each file as the body of a request of its own, and tells how much of it has arrived. When the connection
 * or the server fails, it sends the file again under the same id.
 */
export function httpUploader(options: HttpUploaderOptions): FileUploader {
  // What sends is not needed before there is a file, and cannot be loaded once the connection is gone.
  const sender = whenOnline()
    .then(() => import('./http-sender.js'))
    .then(({ httpSender }) => httpSender(options));
  sender.catch(() => undefined);
  return {
    upload: async (file, upload) => (await sender).upload(file, upload),
    remove: async (attachment, removal) => (await sender).remove?.(attachment, removal),
  };
}
