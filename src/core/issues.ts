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

/** The issues of `draftSchema` in a person's words, one for each field. */
export function toIssues(
  found: readonly SchemaIssue[],
  definition: Definition,
  messages: CaseFormMessages,
): Issue[] {
  const issues = new Map<string, Issue>();
  for (const { path, message } of found) {
    const place = (path[0] === 'values' ? path.slice(1) : path).map((part) =>
      typeof part === 'number' ? part : String(part),
    );
    const issue = localIssue({ path: place, ...coded(message, messages) }, definition, messages);
    const at = place[0] === 'attachments' ? place.join('.') : String(place[0]);
    if (!issues.has(at)) issues.set(at, issue);
  }
  return [...issues.values()];
}

/** The same issue in the form's language, where its code is known. */
export function localIssue(
  issue: Issue,
  { fields }: Definition,
  messages: CaseFormMessages,
): Issue {
  const { code, path } = issue;
  if (!isCode(code, messages)) return issue;
  const field = fields.find(({ name }) => name === path[0]);
  return { ...issue, message: say(code, field, messages.errors) };
}

// zod without a language says “Invalid input” to everything; a host's own schema says what it means.
function coded(message: string, messages: CaseFormMessages): Pick<Issue, 'code' | 'message'> {
  if (isCode(message, messages)) return { code: message, message };
  return message === 'Invalid input' ? { code: 'invalid', message } : { message };
}

function isCode(
  code: string | undefined,
  { errors }: CaseFormMessages,
): code is keyof ErrorMessages {
  return code !== undefined && Object.hasOwn(errors, code);
}

const LIMITS: Partial<
  Record<keyof ErrorMessages, 'minLength' | 'maxLength' | 'min' | 'max' | 'step'>
> = {
  tooShort: 'minLength',
  tooLong: 'maxLength',
  tooSmall: 'min',
  tooBig: 'max',
  step: 'step',
};

function say(code: keyof ErrorMessages, field: Field | undefined, errors: ErrorMessages): string {
  const message = errors[code] as string | ((label: string, limit?: unknown) => string);
  if (typeof message === 'string') return message;
  const limit = code === 'tooLong' ? field && maxLengthOf(field) : field?.[LIMITS[code] ?? 'label'];
  return message(field?.label ?? '', limit);
}
