import type * as z from 'zod/mini';
import { AttachmentLimitsSchema } from './attachment-limits.js';
import {
  atLeast,
  atMost,
  checked,
  listOf,
  matching,
  maybe,
  must,
  strictObject,
  text,
} from './checks.js';
import { type Field, FieldSchema } from './field.js';
import { DEFINITION_LIMITS } from './limits.js';
import type { DeepReadonly } from './readonly.js';
import { RoutesSchema } from './route.js';

/** The data that describes a form. It is JSON: it can come from a file, a server or a database. */
export const DefinitionSchema = strictObject({
  /** Names the form in drafts and cases. */
  id: checked<string>(text(), matching(/^[\w.-]{1,64}$/, 'is no id')),
  fields: checked<readonly Field[]>(
    listOf(FieldSchema),
    atLeast(1, 'are missing'),
    atMost(DEFINITION_LIMITS.fields, `are more than ${DEFINITION_LIMITS.fields}`),
    must(
      (fields) => new Set(fields.map(({ name }) => name)).size === fields.length,
      'share a name',
    ),
    must(
      (fields) => countOptions(fields) <= DEFINITION_LIMITS.options,
      `have more than ${DEFINITION_LIMITS.options} options`,
    ),
  ),
  /** Limits of the files that go along. */
  attachments: maybe(AttachmentLimitsSchema),
  /** Where drafts go; `routeDraft` of `case-elements/core` says it of one. */
  routes: maybe(RoutesSchema),
});

/** The data that describes a form. */
export interface Definition extends DeepReadonly<Omit<z.infer<typeof DefinitionSchema>, 'fields'>> {
  readonly fields: readonly Field[];
}

const countOptions = (fields: readonly Field[]): number =>
  fields
    .flatMap(({ options = [] }) => options)
    .reduce((sum, entry) => sum + ('options' in entry ? entry.options.length : 1), 0);
