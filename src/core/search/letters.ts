/** Ends a word. */
export const SEPARATOR = 1;
/** Joins the parts of a word. */
export const JOINT = 2;
/** A letter, a digit, a mark or an underscore. */
export const LETTER = 3;
/** A letter of a script that writes words without blanks between them. */
export const UNSPACED = 4;

const IS_JOINT = /[-.'’:/\\@+&]/;
const IS_LETTER = /[\p{L}\p{N}\p{M}_]/u;
const IS_UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]/u;

/** What has been found out about the code units, for a pattern takes ten times as long. */
const known = new Uint8Array(1 << 16);

/** The kind of the letter at a place; beyond the end, what ends a word. */
export function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  // NaN beyond the end.
  if (!(unit >= 0)) return SEPARATOR;
  if (isSurrogate(unit)) return kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
  return (known[unit] ||= kindOf(text.charAt(at)));
}

/** Code units of the letter at a place. */
export function lengthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return isSurrogate(unit) && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit < 0xe000;

function kindOf(letter: string): number {
  if (IS_UNSPACED.test(letter)) return UNSPACED;
  if (IS_LETTER.test(letter)) return LETTER;
  return IS_JOINT.test(letter) ? JOINT : SEPARATOR;
}
