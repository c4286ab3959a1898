import type * as tus from 'tus-js-client';
import { storedAttachment } from '../../core/file-progress.js';
import type { FileUploader, UploadOptions } from '../../ports/file-uploader.js';
import { type Authorize, SharedAuthorization } from './authorization.js';
import { pacingOf, type Pacing } from './pacing.js';
import { persist } from './persist.js';
import { alone, type Fingerprint, fingerprintOf, loaded, tolerant } from './place-memory.js';
import { takeBack } from './take-back.js';
import { TusCourse } from './tus-course.js';
import { indexedUrlStore, type UploadUrlStore } from './url-store.js';
import { whenOnline } from './when-online.js';

export { forgetUploads, indexedUrlStore, type UploadUrlStore } from './url-store.js';
export type { Authorize } from './authorization.js';
export type { Fingerprint } from './place-memory.js';
export type { Pacing } from './pacing.js';

/** What is used of tus-js-client. */
export type TusClient = Pick<typeof tus, 'Upload'>;

export interface TusUploaderOptions {
  /** Uploads are created here. */
  endpoint: string;
  /** Goes along with every request. */
  headers?: Readonly<Record<string, string>>;
  /** Gives headers such as a token, and new ones when the server no longer takes them. */
  authorize?: Authorize;
  /** The module tus-js-client; it is loaded with `import('tus-js-client')` otherwise. */
  client?: TusClient;
  /** Remembers over a reload where a file was going; in IndexedDB by default. */
  store?: UploadUrlStore;
  /**
   * Bytes of one request. By default a file goes in one, and in requests of 8 MiB once a lost connection has
   * shown that what was on its way is lost with it.
   */
  chunkSize?: number;
  /** What the server is told of a file; `filename`, `filetype`, `id` and `key` by default. */
  metadata?: (file: File, options: Pick<UploadOptions, 'id' | 'key'>) => Record<string, string>;
  /** What the backend finds an upload by; its address by default. */
  refOf?: (url: string) => string;
  /** Which files are one and the same. */
  fingerprint?: Fingerprint;
  /** When to try again, and when to give up. */
  pacing?: Partial<Pacing>;
  fetch?: typeof globalThis.fetch;
}

/**
 * Sends files by the tus protocol 1.0: what has arrived stays when the connection is lost, the page is
 * loaded anew or the browser ends, and the rest follows.
 */
export function tusUploader(options: TusUploaderOptions): FileUploader {
  const { refOf = (url: string) => url, fingerprint = fingerprintOf, fetch } = options;
  const pacing = pacingOf(options.pacing);
  const store = tolerant(options.store ?? indexedUrlStore(), pacing);
  const client = clientOf(options);
  const shared = new SharedAuthorization(options.authorize);
  /** Where each file of this page is going, for those that are removed on their way. */
  const places = new Map<string, string>();

  const drop = (url: string, signal: AbortSignal): Promise<void> => {
    const headers = { ...options.headers, 'tus-resumable': '1.0.0' };
    return takeBack(url, { headers, authorization: shared.forUpload(), signal, fetch });
  };

  return {
    async upload(file, upload) {
      upload.signal.throwIfAborted();
      const name = await fingerprint(file, upload);
      return alone(name, upload.signal, async () => {
        const authorization = shared.forUpload();
        const course = new TusCourse(file, {
          ...options,
          upload,
          authorization,
          pacing,
          client: () => loaded(client),
          url: await store.get(name),
          onPlace: async (url) => {
            places.set(placeOf(upload), url ?? '');
            await (url ? store.set(name, url) : store.delete(name));
          },
        });
        const url = await persist(() => course.attempt(), {
          file,
          pacing,
          options: upload,
          arrived: () => course.arrived,
          renew: authorization.renew,
        });
        return storedAttachment({ id: upload.id, ref: refOf(url) }, file, upload.id);
      });
    },

    async remove({ id, ref }, { key, signal }) {
      const url = places.get(placeOf({ id, key })) ?? ref;
      if (url) await drop(url, signal);
    },

    async discard({ id, key, signal }) {
      const url = places.get(placeOf({ id, key }));
      if (url) await drop(url, signal);
    },
  };
}

const placeOf = ({ key, id }: Pick<UploadOptions, 'key' | 'id'>): string => `${key}/${id}`;

/** It is loaded at once, since it cannot be when the connection is gone. */
function clientOf({ client }: TusUploaderOptions): Promise<TusClient> {
  const loading = client
    ? Promise.resolve(client)
    : whenOnline().then(() => import('tus-js-client'));
  loading.catch(() => undefined);
  return loading;
}
