/** What runs in the page: uploads that a test begins and looks at from outside. */
import type { FileUploader } from '../../../src/ports/file-uploader.js';
import type { Attachment } from '../../../src/schema/attachment.js';
import { formDataUploader } from '../../../src/adapters/uploads/form-data.js';
import { httpUploader } from '../../../src/adapters/uploads/http.js';
import { s3Uploader } from '../../../src/adapters/uploads/s3.js';
import { tusUploader, type UploadUrlStore } from '../../../src/adapters/uploads/tus.js';

export interface Upload {
  id: string;
  key: string;
  name: string;
  size: number;
  /** Says which bytes the file has. */
  seed: number;
}

export interface UploaderChoice {
  kind: 'tus' | 'http' | 's3' | 'form-data';
  store?: 'full' | 'hanging' | 'slow' | 'default';
  /** Files are told apart by nothing but their name: the defect that must be found. */
  byNameOnly?: boolean;
  withToken?: boolean;
  /** Takes silence for a lost connection very soon. */
  impatient?: boolean;
  chunkSize?: number;
  partSize?: number;
}

export interface State {
  status: 'running' | 'uploaded' | 'failed' | 'aborted';
  fraction: number;
  told: number[];
  waits: number[];
  error?: string;
  attachment?: Attachment;
}

const full: UploadUrlStore = {
  get: () => Promise.reject(new DOMException('No room.', 'QuotaExceededError')),
  set: () => Promise.reject(new DOMException('No room.', 'QuotaExceededError')),
  delete: () => Promise.reject(new DOMException('No room.', 'QuotaExceededError')),
};
const never = () => new Promise<never>(() => undefined);
const hanging: UploadUrlStore = { get: never, set: never, delete: never };
/** It writes in two steps, each of which the server sees. */
const slow: UploadUrlStore = {
  get: async () => undefined,
  set: async () => {
    await fetch('/noting');
    await fetch('/noted');
  },
  delete: async () => undefined,
};

function uploaderOf({ kind, store, byNameOnly, withToken, impatient, ...sizes }: UploaderChoice) {
  const authorize = async ({ renew }: { renew: boolean }) => {
    const answer = await fetch(`/token${renew ? '?renew' : ''}`);
    return { authorization: `Bearer ${await answer.text()}` };
  };
  const more = {
    pacing: { random: () => 0.02, stallAfter: impatient ? 2500 : 60_000 },
    ...(withToken && { authorize }),
    ...(store === 'full' && { store: full }),
    ...(store === 'hanging' && { store: hanging }),
    ...(store === 'slow' && { store: slow }),
    ...(byNameOnly && { fingerprint: async ({ name }: File) => name }),
  };
  switch (kind) {
    case 'tus':
      return tusUploader({ endpoint: '/files', ...more, ...sizes });
    case 's3':
      return s3Uploader({
        sign: async (request) => {
          const answer = await fetch(`/sign?${encodeURIComponent(JSON.stringify(request))}`);
          return (await answer.json()) as { url: string };
        },
        ...more,
        ...sizes,
      });
    case 'http':
      return httpUploader({ url: '/plain', ...more });
    case 'form-data':
      return formDataUploader({ url: '/form', ...more });
  }
}

/** Bytes that look random, the same for the same seed. */
function bytesOf({ size, seed }: Upload): Uint8Array<ArrayBuffer> {
  const words = new Uint32Array(Math.ceil(size / 4));
  let word = seed * 2654435761 + 1;
  for (let at = 0; at < words.length; at++) {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    words[at] = word;
  }
  return new Uint8Array(words.buffer, 0, size);
}

const uploaders = new Map<string, FileUploader>();
const states = new Map<string, State>();
const controllers = new Map<string, AbortController>();

const actions = {
  /** Begins an upload; its SHA-256 tells which bytes have to arrive. */
  async begin(upload: Upload, choice: UploaderChoice): Promise<string> {
    const bytes = bytesOf(upload);
    const file = new File([bytes], upload.name, { type: 'image/png', lastModified: 1 });
    const name = JSON.stringify(choice);
    const uploader = uploaders.get(name) ?? uploaderOf(choice);
    uploaders.set(name, uploader);
    const state: State = { status: 'running', fraction: 0, told: [], waits: [] };
    const controller = new AbortController();
    states.set(upload.id, state);
    controllers.set(upload.id, controller);
    uploader
      .upload(file, {
        ...upload,
        signal: controller.signal,
        progress: (fraction) => {
          state.fraction = fraction;
          state.told.push(fraction);
        },
        waiting: (ms) => state.waits.push(ms),
      })
      .then(
        (attachment) => Object.assign(state, { status: 'uploaded', attachment }),
        (error: unknown) => Object.assign(state, { status: 'failed', error: String(error) }),
      );
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    );
  },

  state: (id: string): State | undefined => states.get(id),

  async remove(id: string, key: string, choice: UploaderChoice): Promise<void> {
    const attachment = states.get(id)?.attachment;
    const { signal } = new AbortController();
    const uploader = uploaders.get(JSON.stringify(choice));
    controllers.get(id)?.abort();
    if (attachment) await uploader?.remove?.(attachment, { key, signal });
    // This server of S3's kind drops no parts; nobody is told.
    else await uploader?.discard?.({ id, key, signal }).catch(() => undefined);
  },

  forgetPlaces: () =>
    new Promise((resolve) => {
      const request = indexedDB.deleteDatabase('case-elements-uploads');
      request.onsuccess = request.onerror = resolve;
    }),
};
export type Actions = typeof actions;
Object.assign(globalThis, { uploads: actions });
