import * as z from 'zod/mini';
import { AttachmentSchema, DEFAULT_ATTACHMENT_LIMITS } from '../schema/attachment.js';
import { atMost, record } from '../schema/checks.js';
import type { Definition } from '../schema/definition.js';
import { KeySchema } from '../schema/draft.js';
import { isEmpty } from './conditions.js';
import type { DraftOf } from './define-form.js';
import { type FieldSchemas, fieldSchemas } from './field-schemas.js';
import { readAnswer } from './read-answer.js';
import { type ResolvedField, resolveFields } from './resolve-fields.js';
import { toZod } from './standard-schema.js';

/**
 * The zod object that a draft of a form is parsed with: by the form, the events, the adapters and the
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
): z.ZodMiniType<DraftOf<D>> {
  const { maxFiles = DEFAULT_ATTACHMENT_LIMITS.maxFiles } = definition.attachments ?? {};
  const schema = z.object({
    key: KeySchema,
    form: z.string().check(z.refine((id) => id === definition.id)),
    values: z.pipe(
      z.pipe(
        record(),
        z.transform((values) => answersOf(resolveFields(definition, values))),
      ),
      z.object(shapeOf(definition, fieldTypes)),
    ),
    attachments: z.array(AttachmentSchema).check(atMost(maxFiles, 'tooLong')),
  });
  return schema as unknown as z.ZodMiniType<DraftOf<D>>;
}

/** Holds a draft to its schema. Where a page has given zod a language, the code `invalid` stands instead. */
export function parseDraft<D>(
  schema: z.ZodMiniType<D>,
  draft: unknown,
): Promise<z.core.util.SafeParseResult<D>> {
  return z.safeParseAsync(schema, draft, { error: () => 'invalid' });
}

/** Stands where an answer is missing, so that a person is told of it beside what is wrong. */
const MISSING = {};

/** The answers that count, with a mark for each that is missing. */
function answersOf(fields: readonly ResolvedField[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ field, required, value }) => {
      const isBlank = isEmpty(value);
      const isMissing = required && (isBlank || readAnswer(field, value) === false);
      if (isMissing) return [[field.name, MISSING]];
      return isBlank ? [] : [[field.name, value]];
    }),
  );
}

function shapeOf({ fields }: Definition, fieldTypes: FieldSchemas): Record<string, z.ZodMiniType> {
  return Object.fromEntries(
    fields.map((field) => {
      const fieldType = Object.hasOwn(fieldTypes, field.type) && fieldTypes[field.type];
      if (!fieldType) throw new TypeError(`No field type “${field.type}” (field “${field.name}”).`);
      const code = field.type === 'consent' ? 'consent' : 'required';
      const present = z.unknown().check(z.refine((value) => value !== MISSING, code));
      return [field.name, z.optional(z.pipe(present, toZod(fieldType.schema(field))))];
    }),
  );
}
