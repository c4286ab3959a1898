/** Control characters, and those that turn text around or take no room. */
const INVISIBLE =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/**
 * A file's name with its invisible characters spelt out: some of them make a program look like a picture.
 * Joiners stay, since Persian names and emoji need them.
 */
export function visibleName(name: string): string {
  return name.replace(
    INVISIBLE,
    (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}
