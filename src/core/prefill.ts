import type { Definition } from '../schema/definition.js';
import { isOption } from './options.js';
import { maxLengthOf } from './text-limits.js';

/** What the fields hold before anybody has written: their defaults, then what the host fills in. */
export function initialValues(
  { fields }: Definition,
  prefill: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const defaults = fields.flatMap(({ name, default: value }) =>
    value === undefined ? [] : [[name, value]],
  );
  return { ...(Object.fromEntries(defaults) as Record<string, unknown>), ...prefill };
}

/**
 * Answers from the query of an address, for fields that hold plain text or one option.
 *
 * Only names and options that the definition knows count, never one that is `sensitive` or a consent;
 * texts are cut to their limits. Whatever comes of it is still the person's to read, change and submit.
 */
export function prefillFrom(
  query: URLSearchParams,
  { fields }: Definition,
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = query.get(field.name);
      if (!value || field.sensitive || !PREFILLED.has(field.type)) return [];
      if (field.type === 'choice' && !isOption(field, value)) return [];
      return [[field.name, value.slice(0, maxLengthOf(field))]];
    }),
  );
}

const PREFILLED = new Set([
  'text',
  'multiline',
  'email',
  'phone',
  'url',
  'number',
  'date',
  'choice',
]);
