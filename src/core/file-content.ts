import type { FileLimits, Measured } from './file-limits.js';

/** Pictures that run nothing: one that goes by the name of another harms nobody. */
const PICTURE = /^image\/(?!svg)/;

/** What files are by their first bytes, by the end of their name. */
const KINDS: readonly (readonly [name: RegExp, kind: RegExp, isAlways: boolean])[] = [
  [/\.(png|jpe?g|jfif|gif|webp|bmp|tiff?|ico)$/i, PICTURE, true],
  // Their family grows, and begins as films do.
  [/\.(avif|heic|heif|jxl)$/i, /^(image\/(?!svg)|video\/mp4)/, true],
  // Readers look for the start of a document further in, so that other bytes may stand before it.
  [/\.pdf$/i, /^application\/pdf$/, false],
  // A document with a password is of the older kind.
  [/\.(zip|docx|xlsx|pptx|od[tspg]|epub|jar|apk)$/i, /^application\/(zip|x-cfb)$/, false],
  [/\.(gz|tgz)$/i, /^application\/gzip$/, false],
];

const PROGRAM = /^application\/(x-(msdownload|elf|mach-binary|ms-shortcut)|wasm)$/;

/** Endings of files that are programs openly, or hold one as a dump does. */
const OF_PROGRAMS =
  /\.(exe|dll|sys|com|scr|lnk|so|o|elf|bin|out|dylib|class|wasm|appimage|dmp|core)$/i;

/**
 * Whether a file's first bytes tell of something else than its name and its type do. `kind` is what
 * `kindOfBytes` says of them.
 *
 * A page that says what it takes gets no program under another name either. Text is text, whatever it
 * begins with: people send the source of a page, too.
 */
export function contradiction(
  { name, type }: Measured,
  kind: string | undefined,
  { accepts }: FileLimits,
): boolean {
  const known = KINDS.find(([end]) => end.test(name));
  if (known) return kind ? !known[1].test(kind) : known[2];
  if (PICTURE.test(type)) return !PICTURE.test(kind ?? '');
  const isProgram = PROGRAM.test(kind ?? '') && !OF_PROGRAMS.test(name);
  return isProgram && accepts.length > 0 && !type.startsWith('text/');
}
