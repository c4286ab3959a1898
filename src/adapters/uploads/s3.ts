import { storedAttachment } from '../../core/file-progress.js';
import { UploadError } from '../../core/upload-error.js';
import type { FileUploader, UploadOptions } from '../../ports/file-uploader.js';
import { pacingOf, type Pacing } from './pacing.js';
import { alone, type Fingerprint, fingerprintOf, tolerant } from './place-memory.js';
import { S3Course } from './s3-course.js';
import { indexedUrlStore, type UploadUrlStore } from './url-store.js';

export { forgetUploads, indexedUrlStore, type UploadUrlStore } from './url-store.js';
export type { Fingerprint } from './place-memory.js';
export type { Pacing } from './pacing.js';

/** A request to the object that stands for a file; your server signs it. */
export interface S3Request {
  method: 'PUT' | 'POST' | 'HEAD' | 'DELETE';
  /** `{ uploads: '' }`, `{ partNumber: '1', uploadId: '…' }`, or empty for the object itself. */
  query: Readonly<Record<string, string>>;
  /** The object's key has to follow from these, and be the same each time. */
  file: { id: string; key: string; name: string; type: string; size: number };
}

export interface SignedRequest {
  /** With the signature in its query. */
  url: string;
  /** Headers that are signed, too. */
  headers?: Readonly<Record<string, string>>;
}

export interface S3UploaderOptions {
  /** Asks your server for a signed address; also each time that one has expired. */
  sign: (request: S3Request, options: { signal: AbortSignal }) => Promise<SignedRequest>;
  /** Files of more bytes go in parts: 16 MiB. */
  multipartFrom?: number;
  /** Bytes of a part: 8 MiB, and more where there would be over 10,000 parts. S3 takes no less than 5 MiB. */
  partSize?: number;
  /** What the backend finds an object by; its address without a signature by default. */
  refOf?: (url: string) => string;
  /** Remembers over a reload which parts have arrived; in IndexedDB by default. */
  store?: UploadUrlStore;
  /** Which files are one and the same. */
  fingerprint?: Fingerprint;
  /** When to try again, and when to give up. */
  pacing?: Partial<Pacing>;
  XMLHttpRequest?: typeof globalThis.XMLHttpRequest;
}

/**
 * Puts files into S3, or what speaks like it, by presigned addresses: in one request, or in parts of which three
 * at a time are under way and those that have arrived stay. The bucket's CORS rules have to expose `ETag`.
 */
export function s3Uploader(options: S3UploaderOptions): FileUploader {
  const { refOf = withoutQuery, fingerprint = fingerprintOf } = options;
  const pacing = pacingOf(options.pacing);
  const store = tolerant(options.store ?? indexedUrlStore(), pacing);
  const courses = new Map<string, S3Course>();

  return {
    async upload(file, upload) {
      upload.signal.throwIfAborted();
      const name = await fingerprint(file, upload);
      return alone(name, upload.signal, async () => {
        const memory = {
          get: () => store.get(name),
          set: (value: string | undefined) => (value ? store.set(name, value) : store.delete(name)),
        };
        const course = new S3Course(file, { ...options, upload, pacing, memory });
        courses.set(placeOf(upload), course);
        const url = await course.run();
        return storedAttachment({ id: upload.id, ref: refOf(url) }, file, upload.id);
      });
    },

    async remove({ id, name, type, size }, { key, signal }) {
      const file = { id, key, name, type, size };
      const { url, headers = {} } = await options.sign(
        { method: 'DELETE', query: {}, file },
        { signal },
      );
      const { ok, status } = await fetch(url, { method: 'DELETE', headers, signal });
      // What is not there is as good as removed.
      if (!ok && status !== 404) throw new UploadError(status);
    },

    discard: async ({ id, key, signal }) => courses.get(placeOf({ id, key }))?.discard(signal),
  };
}

const placeOf = ({ key, id }: Pick<UploadOptions, 'key' | 'id'>): string => `${key}/${id}`;

const withoutQuery = (url: string): string => url.replace(/[?#].*$/, '');
