import { bareJpeg } from './pictures/jpeg.js';
import { barePng } from './pictures/png.js';
import { bareWebp } from './pictures/webp.js';

/**
 * A JPEG, PNG or WebP without what it tells beside the picture: position, author, comments, times,
 * thumbnails, and what hides behind its end. The pixels stay as they are, byte for byte; so do colour profiles
 * and how the picture has to be turned.
 *
 * @returns The new bytes; nothing where there is nothing to leave out, or no such picture. It never throws.
 */
export function stripMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const bare = bareJpeg(bytes) ?? barePng(bytes) ?? bareWebp(bytes);
  return bare && !isSame(bare, bytes) ? bare : undefined;
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
