import type { FieldSchemas } from './field-schemas.js';

/** What goes along at most: of the whole text, of one part of it, and of one line. */
export const DIAGNOSTICS_LIMITS = {
  lines: 200,
  characters: 10_000,
  partLines: 50,
  partCharacters: 3000,
  lineCharacters: 500,
} as const;

/** Stands where something was cut. */
const ELLIPSIS = '…';

/** One part of what is collected. */
export interface DiagnosticsPart {
  readonly label: string;
  readonly text: string;
}

/** Parts as one text, each below its label and within its limits. */
export function diagnosticsText(parts: readonly DiagnosticsPart[]): string {
  const { lines, characters, partLines, partCharacters } = DIAGNOSTICS_LIMITS;
  const texts = parts.map(({ label, text }) => {
    const limits = { lines: partLines, characters: partCharacters };
    return `${label}\n${bounded(text, limits).replace(/^(?=.)/gm, '  ')}`;
  });
  return bounded(texts.join('\n'), { lines, characters });
}

/** The beginning of a text, within so many lines and characters; what was cut ends with “…”. */
export function bounded(
  text: string,
  { lines, characters }: { lines: number; characters: number },
): string {
  const { lineCharacters } = DIAGNOSTICS_LIMITS;
  // Of an endless text no more is read than could be shown.
  const read = text.slice(0, characters * 2).replace(/\r\n?/g, '\n');
  const all = read.split('\n').map((line) => cut(line.trimEnd(), lineCharacters));
  const shown = all.length > lines ? [...all.slice(0, lines - 1), ELLIPSIS] : all;
  return cut(shown.join('\n'), characters);
}

/** What a collector gives, as text. */
export function told(value: unknown): string {
  if (Array.isArray(value)) return value.map(told).join('\n');
  if (typeof value === 'string') return value;
  if (['number', 'boolean', 'bigint'].includes(typeof value)) return `${value as number}`;
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, one]) => `${name}: ${typeof one === 'object' ? JSON.stringify(one) : told(one)}`)
    .join('\n');
}

/** Half a character is none. */
const cut = (text: string, limit: number) =>
  text.length <= limit ? text : text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '') + ELLIPSIS;

/**
 * How technical details are checked, for a server that has a form with a field of the type `diagnostics`:
 * `{ ...fieldSchemas, ...diagnosticsSchemas }`.
 */
export const diagnosticsSchemas = {
  diagnostics: {
    schema: () => ({
      '~standard': {
        validate(value: unknown) {
          const isText = typeof value === 'string' && value.length <= DIAGNOSTICS_LIMITS.characters;
          return isText ? { value } : { issues: [{ message: 'invalid' }] };
        },
      },
    }),
  },
} satisfies FieldSchemas;
