import { crc32 } from './crc32.js';

/** Pictures with something to hide, made of what a canvas gives. */

export const ascii = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

type Part = Uint8Array | readonly number[] | string;

export function bytesOf(...parts: readonly Part[]) {
  const pieces = parts.map((part) => (typeof part === 'string' ? ascii(part) : part));
  return Uint8Array.from(pieces.flatMap((piece) => Array.from(piece)));
}

const number = (value: number, isLittle: boolean) => {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value, isLittle);
  return new Uint8Array(view.buffer);
};
export const big = (value: number) => number(value, false);
export const little = (value: number) => number(value, true);

/** Exif data with an orientation, an author, and a position under `SECRET`. */
export function exif(orientation: number, isLittle = false): Uint8Array {
  const short = (value: number) => (isLittle ? [value, value >> 8] : [value >> 8, value]);
  const long = (value: number) => Array.from(number(value, isLittle));
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
    ...short(tag),
    ...short(type),
    ...long(count),
    ...value,
  ];
  return bytesOf(
    isLittle ? 'II*\0' : 'MM\0*',
    long(8),
    short(3),
    entry(0x010f, 2, 6, long(50)),
    entry(0x0112, 3, 1, [...short(orientation), 0, 0]),
    entry(0x8825, 4, 1, long(60)),
    long(0),
    'SECRET\0 SECRET position and SECRET thumbnail',
  );
}

const segment = (marker: number, ...parts: readonly Part[]) => {
  const body = bytesOf(...parts);
  const length = body.length + 2;
  return bytesOf([0xff, marker, length >> 8, length & 0xff], body);
};

/** A colour profile that says so little that it changes nothing. */
export const profile = 'ICC_PROFILE\0\x01\x01PROFILE';

/** A JPEG with everything that can be told beside the picture. */
export function talkativeJpeg(plain: Uint8Array, orientation: number): Uint8Array {
  // SOI and the 18 bytes of JFIF.
  const rest = plain.subarray(20);
  const jfif = segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01', 'SEC');
  return bytesOf(
    [0xff, 0xd8],
    jfif,
    segment(0xe0, 'JFXX\0\x13SECRET'),
    segment(0xe1, 'Exif\0\0', exif(orientation, orientation % 2 === 0)),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET'),
    segment(0xe2, profile),
    segment(0xe2, 'MPF\0SECRET'),
    segment(0xed, 'Photoshop 3.0\x008BIM SECRET'),
    segment(0xfe, 'SECRET comment'),
    rest,
    'SECRET film behind the end',
  );
}

const chunk = (type: string, ...parts: readonly Part[]) => {
  const data = bytesOf(...parts);
  const named = bytesOf(type, data);
  return bytesOf(big(data.length), named, big(crc32(named)));
};

/** A PNG with texts, a time, Exif data and something private. */
export function talkativePng(plain: Uint8Array, orientation: number): Uint8Array {
  const [head, rest] = [plain.subarray(0, 33), plain.subarray(33)];
  return bytesOf(
    head,
    chunk('tEXt', 'Author\0SECRET'),
    chunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0SECRET'),
    chunk('tIME', [7, 234, 11, 22, 9, 0, 0]),
    chunk('eXIf', exif(orientation)),
    chunk('prVt', 'SECRET'),
    rest,
    'SECRET behind the end',
  );
}

const riffChunk = (type: string, ...parts: readonly Part[]) => {
  const data = bytesOf(...parts);
  return bytesOf(type, little(data.length), data, new Uint8Array(data.length % 2));
};

/** A WebP with Exif data and XMP. */
export function talkativeWebp(
  plain: Uint8Array,
  orientation: number,
  { width, height }: { width: number; height: number },
): Uint8Array {
  const size = [little(width - 1).subarray(0, 3), little(height - 1).subarray(0, 3)];
  const chunks = bytesOf(
    riffChunk('VP8X', [0x0c, 0, 0, 0], ...size),
    pictureOf(plain),
    riffChunk('EXIF', exif(orientation)),
    riffChunk('XMP ', '<x:xmpmeta>SECRET'),
    riffChunk('SECR', 'SECRET'),
  );
  return bytesOf('RIFF', little(chunks.length + 4), 'WEBP', chunks);
}

/** The chunk of a WebP that holds the pixels. */
function pictureOf(plain: Uint8Array): Uint8Array {
  const view = new DataView(plain.buffer, plain.byteOffset);
  for (let at = 12; at < plain.length;) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (/^VP8[ L]$/.test(String.fromCharCode(...plain.subarray(at, at + 4)))) {
      return plain.subarray(at, end);
    }
    at = end;
  }
  throw new Error('There is no picture in it.');
}
