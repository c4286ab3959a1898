import { exifOf, orientationOf } from './exif.js';
import { ascii, joined, says } from './joined.js';

const HEADER = 12;
const FRAME_HEADER = 16;
const LOOKS = /^(VP8X|ICCP|ANIM|ANMF|ALPH|VP8 |VP8L)$/;
const [HAS_EXIF, HAS_XMP] = [0x08, 0x04];

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/**
 * A WebP without Exif data, XMP and chunks that nobody knows; how it has to be turned is kept. Nothing
 * when the bytes are not built like a WebP (RFC 9649, section 2).
 */
export function bareWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (!says(bytes, 0, 'RIFF') || !says(bytes, 8, 'WEBP')) return undefined;
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true);
  const chunks = chunksOf(bytes.subarray(HEADER, Math.min(8 + size, bytes.length)));
  if (!chunks) return undefined;
  const exif = chunks.find(({ type }) => type === 'EXIF')?.data ?? new Uint8Array();
  const orientation = orientationOf(exif.subarray(says(exif, 0, 'Exif\0\0') ? 6 : 0));
  const isTurned = orientation > 1;
  const kept = bareChunks(chunks, isTurned);
  if (isTurned) kept.push({ type: 'EXIF', data: exifOf(orientation) });
  const body = joined(kept.map(written));
  return joined([ascii('RIFF'), uint32(body.length + 4), ascii('WEBP'), body]);
}

function bareChunks(chunks: readonly Chunk[], isTurned: boolean): Chunk[] {
  return chunks
    .filter(({ type }) => LOOKS.test(type))
    .map(({ type, data }) => {
      if (type === 'VP8X') return { type, data: flagged(data, isTurned) };
      return type === 'ANMF' ? { type, data: bareFrame(data, isTurned) } : { type, data };
    });
}

/** A frame of an animation holds chunks of its own. */
function bareFrame(data: Uint8Array, isTurned: boolean): Uint8Array {
  const inner = chunksOf(data.subarray(FRAME_HEADER));
  if (!inner) return data;
  return joined([data.subarray(0, FRAME_HEADER), ...bareChunks(inner, isTurned).map(written)]);
}

/** The header announces what else there is. */
function flagged(data: Uint8Array, isTurned: boolean): Uint8Array {
  const copy = data.slice();
  copy[0] = ((copy[0] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | (isTurned ? HAS_EXIF : 0);
  return copy;
}

function chunksOf(bytes: Uint8Array): Chunk[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const type = String.fromCharCode(...bytes.subarray(at, at + 4));
    const size = view.getUint32(at + 4, true);
    if (at + 8 + size > bytes.length) return undefined;
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + size) });
    at += 8 + size + (size % 2);
  }
  return chunks.length ? chunks : undefined;
}

const written = ({ type, data }: Chunk): Uint8Array =>
  joined([ascii(type), uint32(data.length), data, new Uint8Array(data.length % 2)]);

function uint32(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value, true);
  return new Uint8Array(view.buffer);
}
