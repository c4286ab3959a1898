/** Characters that a file name keeps. */
const LONGEST = 255;

/** Controls, line breaks, and marks of direction; not the joiners that scripts and emoji need. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * A file's name as it is shown and offered for download; it is never part of a path.
 *
 * Folders are cut off, and so are characters that cannot be seen or that turn the direction of
 * reading round, with which `gpj.exe` can look like `exe.jpg`.
 */
export function cleanFileName(name: string): string {
  const last = wellFormed(name).split(/[\\/]/).at(-1) ?? '';
  const visible = last.replaceAll(UNSEEN, '').trim();
  return /[^.]/.test(visible) ? cut(visible, LONGEST) : 'file';
}

/** A media type without its parameters, or empty when it is none. */
export function cleanMediaType(type: string | null): string {
  const essence = (type ?? '').replace(/;.*/s, '').trim().toLowerCase();
  return /^[\w.+-]{1,100}\/[\w.+-]{1,99}$/.test(essence) ? essence : '';
}

/** The name that a header carries percent-encoded, because headers take no other characters. */
export function decodeName(header: string | null): string {
  try {
    return decodeURIComponent(header ?? '');
  } catch {
    return header ?? '';
  }
}

/** `Content-Disposition` of a download: a plain name for old clients, and the full one (RFC 8187). */
export function attachmentDisposition(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(wellFormed(name)).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}

/** Half of a surrogate pair is no character, and cannot be encoded. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\ufffd');
}

/** Cuts between characters, and keeps a short ending, by which the file is opened. */
function cut(name: string, longest: number): string {
  const characters = Array.from(name);
  if (characters.length <= longest) return name;
  const ending = /\.[^.]{1,16}$/.exec(name)?.[0] ?? '';
  return characters.slice(0, longest - Array.from(ending).length).join('') + ending;
}
