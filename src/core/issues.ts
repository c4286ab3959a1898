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
  definition: Definition,
  messages: CaseFormMessages,
): Issue[] {
  const issues = new Map<string, Issue>();
  for (const { path: whole, message } of found) {
    const path = (whole[0] === 'values' ? whole.slice(1) : whole).map((part) =>
      typeof part === 'number' ? part : String(part),
    );
    const at = path[0] === 'attachments' ? path.join('.') : String(path[0]);
    const issue = localIssue({ path, ...coded(message, path, messages) }, definition, messages);
    if (!issues.has(at)) issues.set(at, issue);
  }
  // What is checked asynchronously is found last.
  const names = definition.fields.map(({ name }) => name);
  const rank = ({ path }: Issue) => names.indexOf(path[0] as string) + 1 || names.length + 1;
  return [...issues.values()].sort((one, other) => rank(one) - rank(other));
}

/** The same issue in the form's language, where its code is known and has a field to speak of. */
export function localIssue(
  issue: Issue,
  { fields }: Definition,
  { errors }: CaseFormMessages,
): Issue {
  const { code, path } = issue;
  const field = fields.find(({ name }) => name === path[0]);
  const message = isCode(code, errors) && say(code, field, errors);
  return message ? { ...issue, message } : issue;
}

/** A code is said in words later; a host's own schema says itself what it means. */
function coded(said: string, path: Issue['path'], { errors }: CaseFormMessages) {
  return isCode(said, errors)
    ? { code: said, message: errors.invalid(path.join('.')) }
    : { message: said };
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
