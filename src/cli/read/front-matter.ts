import { LineCounter, parseDocument } from 'yaml';
import { ReadError } from './read-error.js';

/** What stands before a text, and the text. */
export interface Matter {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const FENCES = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?\1[ \t]*(?:\r?\n|$)/;

/**
 * Takes the front matter off a text: YAML between `---`, or TOML between `+++`.
 *
 * @throws {ReadError} Says in which line it is broken.
 */
export function splitMatter(source: string): Matter {
  const [whole, fence, matter = ''] = FENCES.exec(source) ?? [];
  if (whole === undefined) return { data: {}, body: source.replace(/^\uFEFF/, '') };
  const data = fence === '---' ? parseYaml(matter) : parseToml(matter);
  return { data, body: source.slice(whole.length) };
}

function parseYaml(text: string): Record<string, unknown> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, logLevel: 'silent', prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    // The fence is the first line.
    const line = lineCounter.linePos(error.pos[0]).line + 1;
    throw new ReadError(`the front matter is not YAML: ${error.message}`, line);
  }
  // A few aliases can stand for billions of values.
  const data: unknown = document.toJS({ maxAliasCount: 100 });
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}

const ASSIGNMENT = /^\s*([\w-]+|"[^"]+")\s*=\s*(.+?)\s*$/;

/** The values of TOML's first table, which are on one line each; what else it can say is passed over. */
function parseToml(text: string): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*\[/.test(line)) break;
    const [, key, value] = ASSIGNMENT.exec(line) ?? [];
    if (key && value) data[key.replaceAll('"', '')] = tomlValue(value);
  }
  return data;
}

function tomlValue(value: string): unknown {
  if (value.startsWith("'")) return value.slice(1, value.indexOf("'", 1));
  const list = /^\[.*\]/
    .exec(value)?.[0]
    .replaceAll(/'([^']*)'/g, '"$1"')
    .replace(/,\s*\]$/, ']');
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(value)?.[0];
  const plain = value.replace(/\s*#.*$/, '');
  try {
    return JSON.parse(list ?? quoted ?? plain);
  } catch {
    return plain;
  }
}
