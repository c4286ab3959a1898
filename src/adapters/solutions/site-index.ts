import type { Article } from '../../schema/article.js';
import { looseJson, valueInScript } from './index-script.js';

/** How the search index of a site is read. */
export interface DecodeOptions {
  /** The address of the site, from which those of the index start; they stay relative without it. */
  readonly root?: string | URL | undefined;
}

/** How one generator of sites writes its search index. */
export interface IndexFormat {
  /** The generator, as messages call it. */
  readonly name: string;
  /** Where a site has the file as a rule, from its root. */
  readonly path: string;
  /** The articles of a file, which is its text or the JSON in it. Throws when it is none. */
  readonly decode: (file: unknown, options?: DecodeOptions) => Article[];
}

/** A file that should have been the search index of a site, and is not. */
export class IndexFormatError extends Error {
  override readonly name = 'IndexFormatError';

  constructor(generator: string, expected: string, options?: ErrorOptions) {
    super(`This is no search index of ${generator}: expected ${expected}.`, options);
  }
}

/** Characters of a file: more than any site has, and less than a page can bear. */
const LONGEST = 200_000_000;

interface FileShape {
  readonly name: string;
  /** What the file has to be, for the message. */
  readonly expected: string;
  /** The code that stands before the JSON, where the file is a script. Scripts are never run. */
  readonly before?: RegExp;
}

/** The JSON of a file. */
export function jsonOf(file: unknown, { name, expected, before }: FileShape): unknown {
  if (typeof file !== 'string') return file;
  if (file.length > LONGEST) throw new IndexFormatError(name, 'at most 200 million characters');
  try {
    const text = file.replace(/^\uFEFF/, '');
    if (/^\s*[[{]/.test(text)) return JSON.parse(text);
    if (before) return parsed(valueInScript(text, before));
  } catch (cause) {
    throw new IndexFormatError(name, expected, { cause });
  }
  throw new IndexFormatError(name, expected);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return JSON.parse(looseJson(json));
  }
}
