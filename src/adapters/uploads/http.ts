import type { FileUploader } from '../../ports/file-uploader.js';
import type { Authorize } from './authorization.js';
import type { Pacing } from './pacing.js';

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
  let loading: Promise<FileUploader> | undefined;
  const sender = () =>
    (loading ??= load(options).catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
  return {
    upload: async (file, upload) => (await sender()).upload(file, upload),
    remove: async (attachment, removal) => (await sender()).remove?.(attachment, removal),
  };
}

/** What sends is not needed before there is a file; a page that is offline by then has to wait for it. */
async function load(options: HttpUploaderOptions): Promise<FileUploader> {
  try {
    const { httpSender } = await import('./http-sender.js');
    return httpSender(options);
  } catch (error) {
    if (navigator.onLine) throw error;
    await new Promise((resolve) => addEventListener('online', resolve, { once: true }));
    return load(options);
  }
}
