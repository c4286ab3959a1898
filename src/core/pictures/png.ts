import { exifOf, orientationOf } from './exif.js';
import { ascii, joined, says } from './joined.js';

const SIGNATURE = '\x89PNG\r\n\x1a\n';

/** What says how a picture looks: its colours, its size on paper, its animation. */
const LOOKS =
  /^(IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|cICP|mDCV|cLLI|sBIT|bKGD|pHYs|hIST|sPLT|acTL|fcTL|fdAT)$/;

/**
 * A PNG without texts, times, Exif data and what private chunks hold; how it has to be turned is kept.
 * Nothing when the bytes are not built like a PNG (W3C, PNG third edition, section 5).
 */
export function barePng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (!says(bytes, 0, SIGNATURE)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Uint8Array[] = [bytes.subarray(0, SIGNATURE.length)];
  let orientation = 1;
  for (let at = SIGNATURE.length; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length || !/^[a-zA-Z]{4}$/.test(type)) return undefined;
    if (type === 'eXIf') orientation = orientationOf(bytes.subarray(at + 8, end - 4));
    // A picture cannot be read without what is critical, which begins with a capital letter.
    if (LOOKS.test(type) || /^[A-Z]/.test(type)) pieces.push(bytes.subarray(at, end));
    if (type === 'IEND') {
      if (orientation > 1) pieces.splice(2, 0, chunk('eXIf', exifOf(orientation)));
      return joined(pieces);
    }
    at = end;
  }
  return undefined;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = joined([ascii(type), data]);
  const whole = joined([new Uint8Array(4), named, new Uint8Array(4)]);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.length);
  view.setUint32(whole.length - 4, crc32(named));
  return whole;
}

/** The check of a chunk (PNG, annex D). */
function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return ~rest >>> 0;
}
