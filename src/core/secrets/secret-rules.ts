import {
  PASSWORD_WORDS,
  PHRASE_WORDS,
  PIN_WORDS,
  SAYING,
  SAYING_TOGETHER,
  TOKEN_WORDS,
} from './secret-words.js';

/** What a text may hold that nobody at a desk should see. */
export type SecretKind = 'password' | 'key' | 'token' | 'card';

/** What makes a value that follows its name a secret. */
export type Judge = 'password' | 'phrase' | 'number' | 'token' | 'card';

/**
 * How one sort of secret looks like. The first group is the secret.
 *
 * Every quantifier has an upper bound, so that reading a text takes time in step with its length.
 */
export interface SecretRule {
  readonly kind: SecretKind;
  readonly pattern: RegExp;
  /** Looks at what was found; without one, the look alone tells. */
  readonly judge?: Judge;
}

const of = (words: readonly string[]) => `(?:${words.join('|')})`;
/** The begin of a word; in a script that writes words together, or prefixes to them, anything may stand before. */
const START = '(?<![\\p{sc=Latn}\\p{sc=Cyrl}\\p{Nd}])';
/** Japanese and Chinese write on without a blank. */
const END = '(?![a-zà-öø-ÿ\\u0400-\\u04ff])';
const GAP = '([^\\n.?!:=：]{0,40}?)';
const QUOTE = '["\'“”„«»‹›「『`]?';
const COLON = '(?:\\s{0,3}[:=：]{1,2}>?)';
const SAYS = `(?:(?:\\s{1,3}${of(SAYING)}(?=[\\s:=：])|\\s{0,2}${of(SAYING_TOGETHER)}|\\s{1,2}[-–—](?=\\s))\\s{0,2}[:：]?)`;
const VALUE = '\\s{0,3}(?:«\\s{1,2})?(QUOTE[^\\s、。「」『』（）]{4,128})'.replace('QUOTE', QUOTE);

const named = (words: readonly string[], judge: Judge, kind: SecretKind): SecretRule[] => [
  { kind, judge, pattern: rule(`${START}${of(words)}${END}${GAP}(${COLON}|${SAYS})${VALUE}`) },
  { kind, judge, pattern: rule(`${START}${of(words)}${END}()(\\s)${VALUE}`) },
];

function rule(source: string): RegExp {
  return new RegExp(source, 'giu');
}

const key = (source: string, kind: SecretKind = 'key'): SecretRule => ({
  kind,
  pattern: new RegExp(`(?<![\\w-])(${source})`, 'gu'),
});

/** Everything that is looked for. */
export const SECRET_RULES: readonly SecretRule[] = [
  // What services begin their keys with, so that they can be found.
  key('(?:AKIA|ASIA)[A-Z0-9]{16}'),
  key('AIza[\\w-]{35}'),
  key('gh[opsur]_[A-Za-z0-9]{36,80}'),
  key('github_pat_\\w{22,100}'),
  key('gl(?:pat|rt|dt|soat)-[\\w-]{20,60}'),
  key('xox[abeoprs]-[\\w-]{10,120}'),
  key('xapp-[\\w-]{20,120}'),
  key('(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{10,120}'),
  key('whsec_[A-Za-z0-9+/=]{16,80}'),
  key('sk-[\\w-]{20,200}'),
  key('npm_[A-Za-z0-9]{36}'),
  key('pypi-[\\w-]{32,220}'),
  key('SG\\.[\\w-]{16,40}\\.[\\w-]{16,60}'),
  key('SK[0-9a-f]{32}'),
  key('key-[0-9a-f]{32}'),
  key('shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}'),
  key('do[opr]_v1_[a-f0-9]{64}'),
  key('hf_[A-Za-z0-9]{30,60}'),
  key('dckr_pat_[\\w-]{20,60}'),
  key('AGE-SECRET-KEY-1[A-Z0-9]{50,60}'),
  key('\\d{8,10}:AA[\\w-]{32,34}', 'token'),
  key('eyJ[\\w-]{8,2000}\\.eyJ[\\w-]{8,4000}\\.[\\w-]{8,1000}', 'token'),
  {
    kind: 'key',
    pattern: rule(
      '(?:AccountKey|SharedAccessKey|aws_secret_access_key)\\s{0,3}[:=]\\s{0,3}([\\w+/]{30,100}={0,2})',
    ),
  },
  {
    kind: 'key',
    pattern: rule(
      '(-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?:[\\w+/=:,.\\s]|-(?!-)){0,8000}-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----)?)',
    ),
  },
  {
    kind: 'token',
    pattern: rule('\\b(?:bearer|basic)\\s{1,3}([\\w.~+/-]{16,2000}={0,2})'),
    judge: 'token',
  },
  {
    kind: 'token',
    pattern: rule('[?&](?:access_token|token|api_?key|sig|secret)=([^&\\s#]{8,500})'),
    judge: 'token',
  },
  // With a name and a password in it, an address opens what it leads to.
  {
    kind: 'password',
    pattern: rule('\\b[a-z][a-z0-9+.-]{1,20}://[^\\s:/@]{1,64}:([^\\s@/]{3,128})@'),
  },
  { kind: 'password', pattern: rule('[;,?&]\\s{0,2}(?:password|pwd)=([^;,&\\s]{3,128})') },
  {
    kind: 'card',
    judge: 'card',
    pattern: rule(
      '(?<!\\p{Nd}[ \\u00a0.-]?)(?<![A-Za-z])(\\p{Nd}(?:[ \\u00a0\\u202f.-]?\\p{Nd}){12,18})(?![ \\u00a0-]?\\p{Nd})',
    ),
  },
  {
    kind: 'password',
    pattern: rule(
      `${START}${of(PHRASE_WORDS)}${END}${GAP}(?:${COLON}|${SAYS})\\s{0,3}["“„«]([^"”“»\\n]{8,80})["”“»]`,
    ),
    judge: 'phrase',
  },
  ...named(PASSWORD_WORDS, 'password', 'password'),
  ...named(PIN_WORDS, 'number', 'password'),
  ...named(TOKEN_WORDS, 'token', 'token'),
];
