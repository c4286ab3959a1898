/** Control characters, and those that turn text around or take no room. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A file's name with its invisible characters spelt out: some of them make a program look like a picture.
 * Joiners stay, since Persian names and emoji need them.
 */
export function visibleName(name: string): string {
  return name.replace(
    INVISIBLE,
    (character) => `[U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}
