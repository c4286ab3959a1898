import { storedAttachment } from '../../core/attachments.js';
import { newKey } from '../../core/key.js';
import { UploadError } from '../../core/upload-error.js';
import type { FileUploader, UploadOptions } from '../../ports/file-uploader.js';
import type { Attachment } from '../../schema/attachment.js';
import { RefusalSchema } from '../../schema/outcome.js';

export interface HttpUploaderOptions {
  /** Files are posted here, and taken back from `{url}/{ref}`. */
  url: string;
  fetch?: typeof globalThis.fetch;
  /** `fetch` cannot tell how much of a body has gone out. */
  XMLHttpRequest?: typeof globalThis.XMLHttpRequest;
}

/** Sends each file as the body of a request of its own, and tells how much of it has arrived. */
export function httpUploader(options: HttpUploaderOptions): FileUploader {
  const { url } = options;
  // A file keeps its id until it is stored, so that the server sees one file in all attempts.
  const ids = new WeakMap<File, string>();

  return {
    async upload(file, { key, signal, progress }) {
      const id = ids.get(file) ?? newKey();
      ids.set(file, id);
      const request = new (options.XMLHttpRequest ?? XMLHttpRequest)();
      request.open('POST', url);
      for (const [name, value] of Object.entries(encode(file, { key, id }))) {
        request.setRequestHeader(name, value);
      }
      await sent(request, file, { signal, progress });
      const attachment = decode(request.status, request.responseText, { file, id });
      ids.delete(file);
      return attachment;
    },

    async remove({ id, ref = id }, { key, signal }) {
      const { fetch = globalThis.fetch } = options;
      const address = url.replace(/\/?(?=[?#]|$)/, `/${encodeURIComponent(ref)}`);
      const response = await fetch(address, { method: 'DELETE', headers: keyed(key), signal });
      if (!response.ok) throw new UploadError({ status: response.status });
    },
  };
}

/** The headers that stand for a file. */
export function encode(
  { name, type }: File,
  { key, id }: { key: string; id: string },
): Record<string, string> {
  return {
    'content-type': type || 'application/octet-stream',
    // The end holds the extension; servers refuse headers without end.
    'x-file-name': encodeURIComponent(Array.from(name).slice(-255).join('')),
    'x-upload-id': id,
    ...keyed(key),
  };
}

/** What the server's answer means. */
export function decode(
  status: number,
  body: string,
  { file, id }: { file: File; id: string },
): Attachment {
  const answer = parsed(body);
  if (status === 200 || status === 201) return storedAttachment(answer, file, id);
  const refusal = RefusalSchema.safeParse(answer);
  throw new UploadError({ status, issues: refusal.success ? refusal.data.issues : [] });
}

function keyed(key: string): Record<string, string> {
  return key ? { 'x-case-key': key } : {};
}

/** Whatever is not JSON, a proxy's page for instance, says nothing. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Resolves once the request has ended, in whatever way; rejects when it was to be stopped. */
function sent(
  request: XMLHttpRequest,
  file: File,
  { signal, progress }: Omit<UploadOptions, 'key'>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.upload.onprogress = ({ loaded, total }) => progress(loaded / total);
    request.onloadend = () => {
      if (signal.aborted) reject(signal.reason as Error);
      else resolve();
    };
    request.send(file);
  });
}
