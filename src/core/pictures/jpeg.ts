import { exifOf, orientationOf } from './exif.js';
import { ascii, joined, says } from './joined.js';

const EXIF = 'Exif\0\0';
const JFIF = 'JFIF\0';
const [START, END, SCAN, COMMENT, APP0, APP1, APP2, APP14, APP15] = [
  0xd8, 0xd9, 0xda, 0xfe, 0xe0, 0xe1, 0xe2, 0xee, 0xef,
];

interface Segment {
  readonly marker: number;
  /** From the marker on. */
  readonly bytes: Uint8Array;
  /** What the marker and the length announce. */
  readonly body: Uint8Array;
}

/**
 * A JPEG without anything but its picture, its colours and how it has to be turned: no Exif, XMP, IPTC, comment or
 * thumbnail, and nothing after its end, where telephones put films and further pictures. Nothing when
 * the bytes are not built like a JPEG (ITU-T T.81, annex B).
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const segments = segmentsOf(bytes);
  if (!segments) return undefined;
  const exif = segments.find(({ marker, body }) => marker === APP1 && says(body, 0, EXIF));
  const orientation = exif ? orientationOf(exif.body.subarray(EXIF.length)) : 1;
  const kept = segments.flatMap(bareSegment);
  const [, second] = segments;
  const isJfif = second?.marker === APP0 && says(second.body, 0, JFIF);
  // JFIF wants to be first, and Exif next.
  kept.splice(isJfif ? 2 : 1, 0, ...(orientation > 1 ? [exifSegment(orientation)] : []));
  return joined(kept);
}

function bareSegment({ marker, bytes, body }: Segment): Uint8Array[] {
  if (marker === APP0) return says(body, 0, JFIF) ? [withoutThumbnail(bytes, body)] : [];
  if (marker === APP2) return says(body, 0, 'ICC_PROFILE\0') ? [bytes] : [];
  if (marker === APP14) return says(body, 0, 'Adobe') ? [bytes] : [];
  const isTold = marker === COMMENT || (marker > APP0 && marker <= APP15);
  return isTold ? [] : [bytes];
}

/** JFIF has 14 bytes; any more are a thumbnail. */
function withoutThumbnail(bytes: Uint8Array, body: Uint8Array): Uint8Array {
  if (body.length <= 14) return bytes;
  const bare = joined([Uint8Array.of(0xff, APP0, 0, 16), body.subarray(0, 14)]);
  bare.fill(0, 16);
  return bare;
}

function exifSegment(orientation: number): Uint8Array {
  const exif = exifOf(orientation);
  const length = 2 + EXIF.length + exif.length;
  return joined([Uint8Array.of(0xff, APP1, length >> 8, length & 0xff), ascii(EXIF), exif]);
}

/** From start to end; the data of a scan are one with what announces them. */
function segmentsOf(bytes: Uint8Array): Segment[] | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== START) return undefined;
  const segments: Segment[] = [segment(bytes, 0, 2)];
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    // Any number of these may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = marker === END ? at + 2 : endOf(bytes, at, marker);
    if (end === undefined) return undefined;
    segments.push(segment(bytes, at, end));
    if (marker === END) return segments;
    at = end;
  }
  // What was cut short has no end, and is shown as far as it goes.
  return segments.some(({ marker }) => marker === SCAN) ? segments : undefined;
}

function segment(bytes: Uint8Array, start: number, end: number): Segment {
  const whole = bytes.subarray(start, end);
  return { marker: whole[1] ?? 0, bytes: whole, body: whole.subarray(4) };
}

function endOf(bytes: Uint8Array, at: number, marker: number): number | undefined {
  const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
  const end = at + 2 + length;
  if (length < 2 || end > bytes.length || marker === 0) return undefined;
  if (marker !== SCAN) return end;
  let next = end;
  while (next < bytes.length && !isMarker(bytes, next)) next += 1;
  return next;
}

/** In the data of a scan 0xff 0x00 stands for 0xff, and eight markers say where to start afresh. */
function isMarker(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== 0xff) return false;
  const next = bytes[at + 1];
  return next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7);
}
