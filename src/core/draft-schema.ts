import type * as z from 'zod/mini';
import {
  type Attachment,
  AttachmentSchema,
  DEFAULT_ATTACHMENT_LIMITS,
} from '../schema/attachment.js';
import {
  atMost,
  checked,
  listOf,
  maybe,
  object,
  oneOf,
  record,
  type Schema,
} from '../schema/checks.js';
import { ConsultedSchema } from '../schema/consulted.js';
import type { Definition } from '../schema/definition.js';
import { type Draft, KeySchema } from '../schema/draft.js';
import type { Field } from '../schema/field.js';
import { type Parsed, parseAsync } from '../schema/parse.js';
import { isEmpty } from './conditions.js';
import type { DraftOf } from './define-form.js';
import { type FieldSchemas, fieldSchemas } from './field-schemas.js';
import { readAnswer } from './read-answer.js';
import { type ResolvedField, resolveFields } from './resolve-fields.js';
import { type StandardResult, type StandardSchema, validate } from './standard-schema.js';

/**
 * The zod schema that a draft of a form is parsed with: by the form, the events, the adapters and the
 * server.
 *
 * Values of hidden fields and of withdrawn options are left out before the rest is checked. Messages
 * are codes (`toIssues` says them in words). A host's own field type may check asynchronously, so parse
 * with `parseDraft`.
 *
 * @throws {TypeError} When a field's type is none of `fieldTypes`.
 */
export function draftSchema<const D extends Definition>(
  definition: D,
  fieldTypes: FieldSchemas = fieldSchemas,
): Schema<DraftOf<D>> {
  const { maxFiles = DEFAULT_ATTACHMENT_LIMITS.maxFiles } = definition.attachments ?? {};
  const schemas = definition.fields.map((field) => schemaOf(field, fieldTypes));
  const shape = object({
    key: KeySchema,
    form: oneOf(definition.id),
    values: record(),
    solutions: maybe(listOf(ConsultedSchema)),
    attachments: checked<Attachment[]>(listOf(AttachmentSchema), atMost(maxFiles, 'tooLong')),
  });
  const schema = checked<Draft>(shape, (payload) => checkAnswers(payload, definition, schemas));
  return schema as unknown as Schema<DraftOf<D>>;
}

/** Holds a draft to its schema. */
export function parseDraft<D>(schema: Schema<D>, draft: unknown): Promise<Parsed<D>> {
  return parseAsync(schema, draft);
}

/** Reads the answers that count; takes time only where a field type of the host does. */
function checkAnswers(
  payload: z.core.ParsePayload<Draft>,
  definition: Definition,
  schemas: readonly StandardSchema[],
): Promise<void> | undefined {
  const fields = resolveFields(definition, payload.value.values);
  const values: Record<string, unknown> = {};
  const later: Promise<void>[] = [];
  payload.value = { ...payload.value, values };
  for (const [index, resolved] of fields.entries()) {
    const { name } = resolved.field;
    const take = ({ issues = [], value }: StandardResult) => {
      for (const { message } of issues) {
        payload.issues.push({ code: 'custom', message, path: ['values', name], input: value });
      }
      if (value !== undefined) values[name] = value;
    };
    const result = check(resolved, schemas[index]);
    if (result instanceof Promise) later.push(result.then(take));
    else take(result);
  }
  return later.length ? Promise.all(later).then(() => undefined) : undefined;
}

/** An answer that is missing is told of beside what is wrong with others, and asked no further. */
function check({ field, required, value }: ResolvedField, schema?: StandardSchema) {
  const isBlank = isEmpty(value);
  if (required && (isBlank || readAnswer(field, value) === false)) {
    return { issues: [{ message: field.type === 'consent' ? 'consent' : 'required' }] };
  }
  return isBlank || !schema ? { value: undefined } : validate(schema, value);
}

function schemaOf(field: Field, fieldTypes: FieldSchemas): StandardSchema {
  const fieldType = Object.hasOwn(fieldTypes, field.type) && fieldTypes[field.type];
  if (!fieldType) throw new TypeError(`No field type “${field.type}” (field “${field.name}”).`);
  return fieldType.schema(field);
}
