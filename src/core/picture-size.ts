/** The sides of a picture, in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Pictures of more pixels are not decoded: 50 million take 200 MB of memory. */
const PIXELS_AT_MOST = 50_000_000;

/** Whether a picture may be decoded; one that does not say how large it is may not. */
export const isDecodable = (head: Uint8Array): boolean => {
  const size = pictureSize(head);
  return size !== undefined && size.width * size.height <= PIXELS_AT_MOST;
};

/**
 * How large a picture is by its header, without decoding it: PNG, JPEG, GIF, WebP, BMP and AVIF.
 * `head` are its first bytes; 256 kB are enough for a JPEG that tells a lot about itself first.
 */
export function pictureSize(head: Uint8Array): PictureSize | undefined {
  try {
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    const found = READERS.find(([start]) => head.length > 30 && start(view))?.[1](view);
    return found && found.width > 0 && found.height > 0 ? found : undefined;
  } catch (error) {
    // What is said to lie beyond the end cannot be read.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Reader = (view: DataView) => PictureSize | undefined;

const PNG = 0x89504e47;
const GIF = 0x47494638;
const RIFF = 0x52494646;
const WEBP = 0x57454250;
const FTYP = 0x66747970;
const ISPE = 0x69737065;

const READERS: readonly (readonly [starts: (view: DataView) => boolean, read: Reader])[] = [
  [(view) => view.getUint32(0) === PNG, (view) => sides(view.getUint32(16), view.getUint32(20))],
  [(view) => view.getUint16(0) === 0xffd8, jpegSize],
  [
    (view) => view.getUint32(0) === GIF,
    (view) => sides(view.getUint16(6, true), view.getUint16(8, true)),
  ],
  [(view) => view.getUint32(0) === RIFF && view.getUint32(8) === WEBP, webpSize],
  [
    (view) => view.getUint16(0) === 0x424d,
    (view) => sides(view.getInt32(18, true), Math.abs(view.getInt32(22, true))),
  ],
  [(view) => view.getUint32(4) === FTYP, boxedSize],
];

const sides = (width: number, height: number): PictureSize => ({ width, height });

/** The first frame header that is found on the way from segment to segment (ITU T.81, B.2.2). */
function jpegSize(view: DataView): PictureSize | undefined {
  for (let at = 2; view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return sides(view.getUint16(at + 7), view.getUint16(at + 5));
    // A marker may be filled up with bytes before it.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** The three kinds of WebP say it each in its own way (RFC 9649, 2.5 to 2.7). */
function webpSize(view: DataView): PictureSize | undefined {
  const u24 = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  switch (view.getUint32(12)) {
    case 0x56503858: // VP8X
      return sides(u24(24) + 1, u24(27) + 1);
    case 0x5650384c: {
      // VP8L
      const bits = view.getUint32(21, true);
      return sides((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 0x56503820: // VP8
      return sides(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
    default:
      return undefined;
  }
}

/** The largest of the pictures that a file of boxes holds (ISO/IEC 23008-12, 6.5.3). */
function boxedSize(view: DataView): PictureSize | undefined {
  let largest: PictureSize | undefined;
  for (let at = 8; at + 16 <= view.byteLength; at++) {
    if (view.getUint32(at) !== ISPE) continue;
    const found = sides(view.getUint32(at + 8), view.getUint32(at + 12));
    if (!largest || found.width * found.height > largest.width * largest.height) largest = found;
  }
  return largest;
}
