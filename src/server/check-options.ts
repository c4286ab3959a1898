import { statSync } from 'node:fs';
import type { CaseDeskOptions } from './case-desk.js';

/** What an option has to be, in words, and whether it is. */
type Rule = readonly [words: string, isMet: (value: unknown) => boolean];

const limit: Rule = [
  'a number above 0, not a text with a unit',
  (value) => typeof value === 'number' && value > 0 && Number.isFinite(value),
];

/** Every option there is; those without a rule are checked where they are read. */
const RULES: Readonly<Record<keyof CaseDeskOptions, Rule | undefined>> = {
  data: ['the path of a folder', (value) => typeof value === 'string' && value !== ''],
  base: ['a path like “/desk”', (value) => typeof value === 'string'],
  definition: undefined,
  definitions: undefined,
  fieldTypes: undefined,
  articles: undefined,
  maxFileSize: limit,
  maxFiles: limit,
  messages: undefined,
  texts: undefined,
  identify: ['a function', (value) => typeof value === 'function'],
  secret: [
    'a text of 32 characters or more',
    (value) => typeof value === 'string' && value.length >= 32,
  ],
  linkDays: limit,
  now: ['a function', (value) => typeof value === 'function'],
  onError: ['a function', (value) => typeof value === 'function'],
};

/**
 * Refuses options that a desk would otherwise pass over, such as a limit that is none.
 *
 * @throws {TypeError} When an option is missing, wrong or unknown.
 */
export function checkOptions(options: Partial<CaseDeskOptions> = {}): void {
  if (options.data === undefined) {
    throw new TypeError('A desk needs the option “data”: the path of a folder for what it stores.');
  }
  for (const [name, value] of Object.entries<unknown>(options)) {
    if (!Object.hasOwn(RULES, name)) throw new TypeError(`A desk has no option “${name}”.`);
    const rule = RULES[name as keyof CaseDeskOptions];
    if (!rule || value === undefined || rule[1](value)) continue;
    throw new TypeError(`The option “${name}” of a desk must be ${rule[0]}.`);
  }
  if (statSync(options.data, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new TypeError(`The option “data” of a desk must be a folder: “${options.data}” is none.`);
  }
}
