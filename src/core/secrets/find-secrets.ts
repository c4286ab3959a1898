import { isCardNumber } from './is-card-number.js';
import { type Judge, SECRET_RULES, type SecretKind, type SecretRule } from './secret-rules.js';
import { NO_SECRETS, OTHER_MATTERS } from './secret-words.js';

/** A part of a text that should not be sent. */
export interface FoundSecret {
  readonly kind: SecretKind;
  /** Where it begins and ends, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** More than this much of a text nobody reads at every key. */
const READ = 100_000;

const MASK = '•••';

/** Looks for passwords, keys, tokens and card numbers; those of one place count once. */
export function findSecrets(text: string): FoundSecret[] {
  const read = text.slice(0, READ);
  const found = SECRET_RULES.flatMap((rule) => foundBy(rule, read));
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  const apart: FoundSecret[] = [];
  for (const secret of found) {
    if (secret.start >= (apart.at(-1)?.end ?? 0)) apart.push(secret);
  }
  return apart;
}

/** The text with three dots in the place of each secret. */
export function maskSecrets(text: string, secrets = findSecrets(text)): string {
  let masked = '';
  let done = 0;
  for (const { start, end } of secrets) {
    masked += text.slice(done, start) + MASK;
    done = end;
  }
  return masked + text.slice(done);
}

function foundBy({ kind, pattern, judge }: SecretRule, text: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const match of text.matchAll(pattern)) {
    // A rule with a word before its secret has the gap, the separator and the value as groups.
    const [, first = '', second, named] = match;
    const isPhrase = judge === 'phrase';
    const separator = isPhrase ? undefined : second;
    const raw = named ?? (isPhrase ? second : first) ?? '';
    const value = judge === 'card' || isPhrase ? raw : bare(raw);
    const end = match.index + match[0].lastIndexOf(raw) + raw.indexOf(value) + value.length;
    const after = text.slice(end, end + 40);
    const gap = raw === first ? '' : first;
    const said = { value, raw, gap, separator: separator ?? ':', after };
    if (!value.includes('•') && (!judge || judges[judge](said)))
      found.push({ kind, start: end - value.length, end });
  }
  return found;
}

/** How a value stands in its sentence. */
interface Said {
  readonly value: string;
  readonly raw: string;
  readonly gap: string;
  readonly separator: string;
  readonly after: string;
}

const otherMatters = new RegExp(OTHER_MATTERS, 'iu');

const judges: Readonly<Record<Judge, (said: Said) => boolean>> = {
  card: ({ value }) => isCardNumber(asciiDigits(value)),
  phrase: ({ gap }) => !otherMatters.test(gap),
  number: ({ value, gap }) => !gap.trim() && /^\p{Nd}{4,8}$/u.test(value),
  token: ({ value, gap }) =>
    !otherMatters.test(gap) && value.length >= 12 && hasBoth(value) && !isPlain(value),
  password: isPassword,
};

function isPassword({ value, raw, gap, separator, after }: Said): boolean {
  if (value.length < 4 || otherMatters.test(gap) || isPlain(value)) return false;
  if (NO_SECRETS.has(value.toLowerCase().replace(/\P{L}/gu, ''))) return false;
  const isApart = /[:=：]/.test(separator);
  if (!separator.trim()) return hasBoth(value) && value.length >= 6;
  if (hasBoth(value) || /\p{L}[@#$%^&*_+=~|!?<>]|[@#$%^&*_+=~|<>]\p{L}/u.test(value)) return true;
  if (/^\p{Nd}{4,}$/u.test(value)) return isApart || !/^\s*\p{L}/u.test(after);
  if (raw !== value && /^["'“„«「『`]/.test(raw)) return /^\S{5,}$/.test(value);
  // A word alone is a password where nothing follows that makes a sentence of it.
  return isApart && /^[\p{L}-]{6,}$/u.test(value) && /^["'”»]?[.,;]?\s*(?:$|\n)/.test(after);
}

/** Letters and digits; a word with capitals inside is as good. */
const hasBoth = (value: string) =>
  (/\p{L}/u.test(value) && /\p{Nd}/u.test(value)) || /\p{Ll}\p{Lu}/u.test(value);

/** What looks like a secret and is none: an address, a day, a time, a version, a placeholder. */
const isPlain = (value: string) =>
  /^(?:https?:\/\/|www\.)/i.test(value) ||
  /^[^\s@]+@[^\s@]+\.[a-z]{2,10}$/i.test(value) ||
  /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/.test(value) ||
  /^\d{1,2}:\d{2}/.test(value) ||
  /^v?\d{1,4}(?:\.\d{1,4}){1,3}$/i.test(value) ||
  /^(?:[x*•.…_-]{3,}|<.*>|\[.*\]|\{.*\}|\$\{?\w+\}?|%\w+%)$/i.test(value) ||
  /^\d{1,6}(?:%|px|ms|kb|mb|gb|x|st|nd|rd|th|-?(?:digit|char)\w*)$/i.test(value);

/** Without the quotation marks and the full stop around it. */
const bare = (value: string) =>
  value.replace(/^["'“”„«»‹›「『`]/, '').replace(/["'“”«»‹›」』`)\]]?[.,;:،]{0,2}$/, '');

/** Digits of any script as those that have a check digit: 4 for ٤. */
const asciiDigits = (text: string) => Array.from(text.match(/\p{Nd}/gu) ?? [], digitOf).join('');

/** Every script has its ten digits in a row, and the first at a place where the row before has ended. */
function digitOf(digit: string): string {
  let zero = digit.codePointAt(0) ?? 0;
  const code = zero;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
