import * as z from 'zod/mini';
import { AttachmentLimitsSchema } from './attachment-limits.js';
import { atLeast, atMost, listOf, matching, maybe, strictObject, text } from './checks.js';
import { type Field, FieldSchema } from './field.js';
import { DEFINITION_LIMITS } from './limits.js';
import type { DeepReadonly } from './readonly.js';

/** The data that describes a form. It is JSON: it can come from a file, a server or a database. */
export const DefinitionSchema = strictObject({
  /** Names the form in drafts and cases. */
  id: text().check(matching(/^[\w.-]{1,64}$/, 'is no id')),
  fields: listOf(FieldSchema).check(
    atLeast(1, 'are missing'),
    atMost(DEFINITION_LIMITS.fields, `are more than ${DEFINITION_LIMITS.fields}`),
    z.refine((fields) => new Set(fields.map(({ name }) => name)).size === fields.length, {
      message: 'share a name',
    }),
    z.refine(
      (fields) => countOptions(fields as Field[]) <= DEFINITION_LIMITS.options,
      `have more than ${DEFINITION_LIMITS.options} options`,
    ),
  ),
  /** Limits of the files that go along. */
  attachments: maybe(AttachmentLimitsSchema),
});

/** The data that describes a form. */
export interface Definition extends DeepReadonly<Omit<z.infer<typeof DefinitionSchema>, 'fields'>> {
  readonly fields: readonly Field[];
}

const countOptions = (fields: readonly Field[]): number =>
  fields
    .flatMap(({ options = [] }) => options)
    .reduce((sum, entry) => sum + ('options' in entry ? entry.options.length : 1), 0);
