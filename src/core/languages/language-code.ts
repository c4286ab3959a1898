/** Both forms of written Norwegian are stemmed alike, and are often tagged by their own codes. */
const WRITTEN: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

/** The code of a language module for a language tag: `pt` for `pt-BR`, `no` for `nb`. */
export function languageCode(tag: string): string {
  const code = tag.toLowerCase().replace(/[-_].*/s, '');
  return (Object.hasOwn(WRITTEN, code) && WRITTEN[code]) || code;
}
