import type { DraftFiles } from '../../ports/draft-store.js';

/** More than this is not sealed: it has to be in memory as a whole. */
const MOST = 50_000_000;

/** Bytes that stand before what is sealed, and make each sealing differ (AES-GCM). */
const NONCE = 12;

/**
 * Keeps files so that only whoever has the draft’s key can read them, or find them.
 *
 * The key of a draft that belongs to a tab is known to that tab’s session alone. When the tab is closed,
 * what is left on the disk says nothing any more.
 */
export function sealedFiles(files: DraftFiles): DraftFiles {
  return {
    async read(key, id) {
      const kept = await files.read(await nameFor(key), id);
      return kept && new Blob([await opened(key, await kept.arrayBuffer())], { type: kept.type });
    },
    async write(key, id, bytes, until) {
      if (bytes.size > MOST) throw new DOMException('It is too large.', 'QuotaExceededError');
      const sealed = await seal(key, await bytes.arrayBuffer());
      await files.write(await nameFor(key), id, new Blob(sealed, { type: bytes.type }), until);
    },
    remove: async (key, id) => files.remove(await nameFor(key), id),
  };
}

async function seal(key: string, bytes: ArrayBuffer): Promise<BlobPart[]> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyFor(key), bytes);
  return [iv, sealed];
}

async function opened(key: string, bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const iv = new Uint8Array(bytes, 0, NONCE);
  const sealed = new Uint8Array(bytes, NONCE);
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await keyFor(key), sealed);
}

/** A key of 128 random bits needs no stretching. */
const digest = (text: string) => crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));

const keyFor = async (key: string) =>
  crypto.subtle.importKey('raw', await digest(`bytes ${key}`), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);

const nameFor = async (key: string) =>
  Array.from(new Uint8Array(await digest(`name ${key}`)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
