import * as z from 'zod/mini';
import { AttachmentSchema, DEFAULT_ATTACHMENT_LIMITS } from '../schema/attachment.js';
import { atMost, record } from '../schema/checks.js';
import type { Definition } from '../schema/definition.js';
import { KeySchema } from '../schema/draft.js';
import { isEmpty } from './conditions.js';
import type { DraftOf } from './define-form.js';
import { type FieldSchemas, fieldSchemas } from './field-schemas.js';
import { resolveFields, valuesOf } from './resolve-fields.js';
import { toZod } from './standard-schema.js';

/**
 * The zod object that a draft of a form is parsed with: by the form, the events, the adapters and the
 * server.
 *
 * Values of hidden fields and of withdrawn options are left out before the rest is checked. Messages
 * are codes (`toIssues` says them in words). A host's own field type may check asynchronously, so parse
 * with `safeParseAsync`.
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
        z.transform((values) => valuesOf(resolveFields(definition, values))),
      ),
      z.object(shapeOf(definition, fieldTypes)).check(requiredAnswers(definition)),
    ),
    attachments: z.array(AttachmentSchema).check(atMost(maxFiles, 'tooLong')),
  });
  return schema as unknown as z.ZodMiniType<DraftOf<D>>;
}

function shapeOf({ fields }: Definition, fieldTypes: FieldSchemas): Record<string, z.ZodMiniType> {
  return Object.fromEntries(
    fields.map((field) => {
      const fieldType = Object.hasOwn(fieldTypes, field.type) && fieldTypes[field.type];
      if (!fieldType) throw new TypeError(`No field type “${field.type}” (field “${field.name}”).`);
      return [field.name, z.optional(toZod(fieldType.schema(field)))];
    }),
  );
}

function requiredAnswers(definition: Definition) {
  return z.check<Record<string, unknown>>(
    ({ value, issues }) => {
      for (const { field, required } of resolveFields(definition, value)) {
        const answer = value[field.name];
        if (!required || !(isEmpty(answer) || answer === false)) continue;
        const message = field.type === 'consent' ? 'consent' : 'required';
        issues.push({ code: 'custom', path: [field.name], message, input: answer });
      }
    },
    // A person is told everything at once: what is missing beside what is wrong.
    { when: () => true },
  );
}
