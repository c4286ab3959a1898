import { parseArgs } from 'node:util';
import type { MakeOptions } from './make-index.js';
import { addressStyles } from './read/page-address.js';
import { UsageError } from './usage-error.js';

export interface IndexCommand extends MakeOptions {
  readonly out: string;
  readonly watch: boolean;
  readonly quiet: boolean;
  readonly help: boolean;
}

const options = {
  out: { type: 'string', short: 'o' },
  'base-url': { type: 'string' },
  urls: { type: 'string' },
  language: { type: 'string' },
  resolved: { type: 'string' },
  'updated-from': { type: 'string' },
  'max-pages': { type: 'string' },
  timeout: { type: 'string' },
  watch: { type: 'boolean', short: 'w' },
  quiet: { type: 'boolean', short: 'q' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * What `case-elements index` is asked to do.
 *
 * @throws {UsageError} Names the argument that is wrong, and what it may be.
 */
export function indexArguments(args: readonly string[]): IndexCommand {
  const { values, positionals } = parsed(args);
  const { help = false, watch = false, quiet = false, out = '' } = values;
  if (!help && positionals.length === 0)
    throw new UsageError('Name a folder, a file or an address.');
  if (!help && !out) throw new UsageError('Say where the index goes: --out solutions.idx');
  return {
    from: positionals,
    out,
    watch,
    quiet,
    help,
    baseUrl: baseUrl(values['base-url']),
    urls: oneOf('--urls', addressStyles, values.urls),
    language: values.language,
    resolved: values.resolved,
    updatedFrom: oneOf('--updated-from', ['git', 'file'] as const, values['updated-from']),
    maxPages: count('--max-pages', values['max-pages']),
    timeout: seconds(values.timeout),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message.replace(/\. To specify.*/s, '.'));
  }
}

function baseUrl(value: string | undefined): string | undefined {
  if (value === undefined || value.startsWith('/')) return value;
  if (/^https?:\/\//i.test(value) && URL.canParse(value)) return value;
  throw new UsageError(`--base-url is an address or a path from the root, not “${value}”.`);
}

function oneOf<Value extends string>(
  name: string,
  allowed: readonly Value[],
  value: string | undefined,
): Value | undefined {
  const found = allowed.find((one) => one === value);
  if (value === undefined || found !== undefined) return found;
  throw new UsageError(`${name} is ${allowed.join(' or ')}, not “${value}”.`);
}

function count(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new UsageError(`${name} is a number from 1, not “${value}”.`);
}

function seconds(value: string | undefined): number | undefined {
  const number = count('--timeout', value);
  return number === undefined ? undefined : number * 1000;
}
