import { issuesOf, storedAttachment } from '../../core/file-progress.js';
import { UploadError } from '../../core/upload-error.js';
import type { FileUploader } from '../../ports/file-uploader.js';
import type { Attachment } from '../../schema/attachment.js';

export interface HttpUploaderOptions {
  /** Files are posted here, and taken back from `{url}/{ref}`. */
  url: string;
  fetch?: typeof globalThis.fetch;
  /** `fetch` cannot tell how much of a body has gone out. */
  XMLHttpRequest?: typeof globalThis.XMLHttpRequest;
}

/** Sends each file as the body of a request of its own, and tells how much of it has arrived. */
export function httpUploader({
  url,
  fetch = globalThis.fetch,
  XMLHttpRequest = globalThis.XMLHttpRequest,
}: HttpUploaderOptions): FileUploader {
  return {
    async upload(file, { id, key, signal, progress }) {
      const request = new XMLHttpRequest();
      request.open('POST', url);
      request.responseType = 'json';
      for (const header of Object.entries(encode(file, { id, key }))) {
        request.setRequestHeader(...header);
      }
      await new Promise((resolve, reject) => {
        signal.throwIfAborted();
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
          request.abort();
        });
        request.upload.onprogress = ({ loaded, total }) => progress(loaded / total);
        request.onloadend = resolve;
        request.send(file);
      });
      return decode(request.status, request.response, { file, id });
    },

    async remove({ id, ref = id }, { key, signal }) {
      const address = url.replace(/\/?(?=[?#]|$)/, `/${encodeURIComponent(ref)}`);
      const { ok, status } = await fetch(address, {
        method: 'DELETE',
        headers: keyed(key),
        signal,
      });
      // What is not there is as good as removed.
      if (!ok && status !== 404) throw new UploadError(status);
    },
  };
}

/** The headers that stand for a file. */
export function encode(
  { name, type }: File,
  { id, key }: { id: string; key: string },
): Record<string, string> {
  return {
    'content-type': type || 'application/octet-stream',
    // The end holds the extension; servers refuse headers without end.
    'x-file-name': encodeURIComponent(Array.from(name).slice(-255).join('')),
    'x-upload-id': id,
    ...keyed(key),
  };
}

/** What the server's answer means; `null` is one that was not JSON. */
export function decode(
  status: number,
  answer: unknown,
  { file, id }: { file: File; id: string },
): Attachment {
  if (status === 200 || status === 201) return storedAttachment(answer, file, id);
  throw new UploadError(status, issuesOf(answer));
}

function keyed(key: string): Record<string, string> {
  return key ? { 'x-case-key': key } : {};
}
