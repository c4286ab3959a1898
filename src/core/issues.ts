import type { ErrorMessages, CaseFormMessages } from '../locales/en.js';
import type { Definition } from '../schema/definition.js';
import type { Field } from '../schema/field.js';
import type { Issue } from '../schema/outcome.js';
import { maxLengthOf } from './text-limits.js';

/** What a schema says about a draft: zod's issues fit. */
export interface SchemaIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The issues of `draftSchema` in a person's words, one for each field and in the order of the fields. */
export function toIssues(
  found: readonly SchemaIssue[],
  { fields }: Definition,
  { errors }: CaseFormMessages,
): Issue[] {
  const issues = new Map<string, Issue>();
  for (const { path: whole, message } of found) {
    const path = (whole[0] === 'values' ? whole.slice(1) : whole).map((part) =>
      typeof part === 'number' ? part : String(part),
    );
    const at = path[0] === 'attachments' ? path.join('.') : String(path[0]);
    if (issues.has(at)) continue;
    const field = fields.find(({ name }) => name === path[0]);
    issues.set(at, { path, ...inWords(message, field?.label ?? path.join('.'), field, errors) });
  }
  // What is checked asynchronously is found last.
  const rank = ({ path: [name] }: Issue) => {
    const index = fields.findIndex((field) => field.name === name);
    return index < 0 ? fields.length : index;
  };
  return [...issues.values()].sort((one, other) => rank(one) - rank(other));
}

/** The same issue in the form's language, where its code is known. */
export function localIssue(
  issue: Issue,
  { fields }: Definition,
  { errors }: CaseFormMessages,
): Issue {
  const { code, path } = issue;
  const field = fields.find(({ name }) => name === path[0]);
  const message = isCode(code, errors) ? say(code, field, errors) : undefined;
  return message === undefined ? issue : { ...issue, message };
}

// zod without a language says “Invalid input” to everything; a host's own schema says what it means.
function inWords(said: string, label: string, field: Field | undefined, errors: ErrorMessages) {
  const code = said === 'Invalid input' ? 'invalid' : said;
  if (!isCode(code, errors)) return { message: said };
  return { code, message: say(code, field, errors) ?? errors.invalid(label) };
}

type Code = Exclude<keyof ErrorMessages, 'filesFailed'>;

const isCode = (code: string | undefined, errors: ErrorMessages): code is Code =>
  code !== undefined && code !== 'filesFailed' && Object.hasOwn(errors, code);

const LIMITS: Partial<Record<Code, 'minLength' | 'maxLength' | 'min' | 'max' | 'step'>> = {
  tooShort: 'minLength',
  tooLong: 'maxLength',
  tooSmall: 'min',
  tooBig: 'max',
  step: 'step',
};

type Sentences = Readonly<Record<Code, string | ((label: string, limit: unknown) => string)>>;

/** Nothing where the sentence would lack its label or its limit. */
function say(code: Code, field: Field | undefined, errors: ErrorMessages): string | undefined {
  const message = (errors as unknown as Sentences)[code];
  if (typeof message === 'string') return message;
  if (!field) return undefined;
  const key = LIMITS[code];
  const limit = key === 'maxLength' ? maxLengthOf(field) : key && field[key];
  return key && limit === undefined ? undefined : message(field.label, limit);
}
