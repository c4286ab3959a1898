const ENDS: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const ESCAPE = /\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|(\r\n|[^]))/y;
const ESCAPED: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  0: '\0',
  '\n': '',
  '\r': '',
  '\r\n': '',
};

/**
 * The JSON that stands in a script after code of a known form: as it is, or in a string.
 *
 * It is cut out; the script is not run. Throws when there is none.
 */
export function valueInScript(script: string, before: RegExp): string {
  const place = before.exec(script)?.[0].length;
  if (place === undefined) throw new SyntaxError('The script begins in another way.');
  const first = script.charAt(place);
  const end = ENDS[first];
  if (end) return script.slice(place, script.lastIndexOf(end) + 1);
  if (/['"`]/.test(first)) return stringAt(script, place);
  throw new SyntaxError('There is neither JSON nor a string.');
}

/** The value of the string that begins at a place of a script. */
function stringAt(script: string, place: number): string {
  const quote = script.charAt(place);
  const special = quote === '`' ? /[`\\]|\$\{/g : new RegExp(`[${quote}\\\\\\n\\r]`, 'g');
  let text = '';
  special.lastIndex = place + 1;
  for (let from = place + 1; ; from = special.lastIndex) {
    const found = special.exec(script);
    if (!found) throw new SyntaxError('A string has no end.');
    text += script.slice(from, found.index);
    if (found[0] === quote) return text;
    if (found[0] !== '\\') throw new SyntaxError('A string has something else in it than text.');
    text += escapedAt(script, found.index);
    special.lastIndex = ESCAPE.lastIndex;
  }
}

function escapedAt(script: string, place: number): string {
  ESCAPE.lastIndex = place;
  const [written, point, unit, byte, character = ''] = ESCAPE.exec(script) ?? [];
  const code = point ?? unit ?? byte;
  if (written === undefined) throw new SyntaxError('A string ends in the middle.');
  if (code !== undefined) return String.fromCodePoint(parseInt(code, 16));
  return ESCAPED[character] ?? character;
}

/** JSON, made of an object whose keys are not all in quotes, as older versions of Sphinx write it. */
export function looseJson(text: string): string {
  return text.replace(
    /"[^"\\]*(?:\\.[^"\\]*)*"|([A-Za-z_$][\w$]*)(?=\s*:)/g,
    (written, key?: string) => (key ? `"${key}"` : written),
  );
}
