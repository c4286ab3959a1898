/** How a file of a kind begins; `?` stands for any byte, `\0` and the like for themselves. */
type Signature = readonly [type: string, ...starts: readonly string[]];

const SIGNATURES: readonly Signature[] = [
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF87a', 'GIF89a'],
  ['image/webp', 'RIFF????WEBP'],
  ['image/bmp', 'BM????\0\0\0\0'],
  ['image/tiff', 'II*\0', 'MM\0*', 'II+\0', 'MM\0+'],
  ['image/x-icon', '\0\0\x01\0'],
  ['image/vnd.adobe.photoshop', '8BPS'],
  ['image/jxl', '\xff\x0a', '\0\0\0\x0cJXL \r\n\x87\n'],
  ['application/pdf', '%PDF-'],
  ['application/postscript', '%!PS'],
  ['application/rtf', '{\\rtf'],
  ['application/zip', 'PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'],
  ['application/gzip', '\x1f\x8b'],
  ['application/x-bzip2', 'BZh'],
  ['application/x-xz', '\xfd7zXZ\0'],
  ['application/zstd', '\x28\xb5\x2f\xfd'],
  ['application/x-7z-compressed', '7z\xbc\xaf\x27\x1c'],
  ['application/vnd.rar', 'Rar!\x1a\x07'],
  ['application/x-cfb', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['application/vnd.sqlite3', 'SQLite format 3\0'],
  ['application/x-msdownload', 'MZ'],
  ['application/x-elf', '\x7fELF'],
  [
    'application/x-mach-binary',
    '\xfe\xed\xfa\xce',
    '\xfe\xed\xfa\xcf',
    '\xce\xfa\xed\xfe',
    '\xcf\xfa\xed\xfe',
    '\xca\xfe\xba\xbe',
  ],
  ['application/wasm', '\0asm'],
  ['application/x-ms-shortcut', 'L\0\0\0\x01\x14\x02\0'],
  ['video/webm', '\x1a\x45\xdf\xa3'],
  ['video/x-msvideo', 'RIFF????AVI '],
  ['audio/wav', 'RIFF????WAVE'],
  ['audio/mpeg', 'ID3', '\xff\xfb', '\xff\xf3', '\xff\xf2'],
  ['audio/flac', 'fLaC'],
  ['application/ogg', 'OggS'],
];

/** What follows `ftyp` in a file of boxes (ISO/IEC 14496-12). */
const BRANDS: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  avis: 'image/avif',
  heic: 'image/heic',
  heix: 'image/heic',
  hevc: 'image/heic',
  mif1: 'image/heif',
  msf1: 'image/heif',
  'qt  ': 'video/quicktime',
  'M4A ': 'audio/mp4',
};

const MARKUP: readonly (readonly [string, RegExp])[] = [
  ['image/svg+xml', /^(<\?xml[^>]*>\s*)?(<!doctype svg[^]*?>\s*)?<(\w+:)?svg[\s>/]/i],
  [
    'text/html',
    /^(<\?xml[^>]*>\s*)?<(!doctype html|html|head|body|script|iframe|title|style|table|div|img|a|p|h1|br|font|meta|link|form|object|embed)(?=[\s>/]|$)/i,
  ],
  ['application/xml', /^<\?xml\s/i],
  ['text/x-shellscript', /^#!/],
];

/**
 * What a file is by its first bytes, as a media type: 512 of them are enough. Nothing when they tell
 * nothing, as those of plain text. SVG and HTML are found however they are indented, commented or, in
 * UTF-16, encoded, since they are documents that run code.
 */
export function kindOfBytes(head: Uint8Array): string | undefined {
  const start = latin1(head.subarray(0, 16));
  if (start.startsWith('ftyp', 4)) return BRANDS[start.slice(8, 12)] ?? 'video/mp4';
  const known = SIGNATURES.find(([, ...starts]) => starts.some((one) => begins(start, one)));
  if (known) return known[0];
  const text = withoutComments(textOf(head));
  return MARKUP.find(([, pattern]) => pattern.test(text))?.[0];
}

const begins = (start: string, signature: string): boolean =>
  start.length >= signature.length &&
  Array.from(signature).every((letter, at) => letter === '?' || letter === start[at]);

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** The first bytes as ASCII, whatever they are encoded in: tags are ASCII everywhere. */
function textOf(head: Uint8Array): string {
  const bytes = head.subarray(0, 4096);
  const [first = 0, second = 0, third = 0] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return latin1(bytes.subarray(3));
  const isWide = (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe);
  if (!isWide && first !== 0 && second !== 0) return latin1(bytes);
  return latin1(bytes.filter((byte) => byte !== 0 && byte < 0xfe));
}

function withoutComments(text: string): string {
  let rest = text.trimStart();
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    if (end < 0) return '';
    rest = rest.slice(end + 3).trimStart();
  }
  // A comment may also stand between the declaration of XML and what it declares.
  return rest.replace(/^(<\?xml[^>]*>)\s*(?:<!--(?:(?!-->)[^])*-->\s*)+/i, '$1');
}
