import { fileFingerprint, samplesOf } from '../../core/file-fingerprint.js';
import type { UploadOptions } from '../../ports/file-uploader.js';
import { AnswerError } from './answer-error.js';
import type { Pacing } from './pacing.js';
import type { UploadUrlStore } from './url-store.js';

/** Names a file; two files with one name are one upload. */
export type Fingerprint = (
  file: File,
  options: Pick<UploadOptions, 'id' | 'key'>,
) => Promise<string>;

/** By its draft, its row, its size, and the bytes at its head, in its middle and at its tail. */
export const fingerprintOf: Fingerprint = async (file, { id, key }) => {
  const samples = samplesOf(file.size).map(async ([start, end]) => {
    return new Uint8Array(await file.slice(start, end).arrayBuffer());
  });
  return fileFingerprint({ key, id, size: file.size, samples: await Promise.all(samples) });
};

const PATIENCE = 1000;

/** A store that may be full, blocked or hanging: an upload goes on without it. */
export function tolerant(store: UploadUrlStore, { sleep }: Pick<Pacing, 'sleep'>): UploadUrlStore {
  const tried = async <Value>(ask: () => Promise<Value>): Promise<Value | undefined> => {
    const leaving = new AbortController();
    try {
      const late = sleep(PATIENCE, leaving.signal).then(() => undefined);
      return await Promise.race([ask(), late]);
    } catch {
      return undefined;
    } finally {
      leaving.abort();
    }
  };
  return {
    get: (name) => tried(() => store.get(name)),
    set: (name, value) => tried(() => store.set(name, value)),
    delete: (name) => tried(() => store.delete(name)),
  };
}

/** Of several tabs with one draft only one at a time sends a file; the next finds it there. */
export async function alone<Value>(
  name: string,
  signal: AbortSignal,
  run: () => Promise<Value>,
): Promise<Value> {
  const { locks } = (globalThis as { navigator?: Partial<Navigator> }).navigator ?? {};
  if (!locks) return run();
  return locks.request(`case-elements/${name}`, { signal }, run);
}

/** A module that is being loaded; when that fails, the connection has. */
export async function loaded<Module>(module: Promise<Module>): Promise<Module> {
  return module.catch(() => {
    throw new AnswerError(0);
  });
}
