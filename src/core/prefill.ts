import type { Definition } from '../schema/definition.js';
import { DEFAULT_MAX_LENGTH } from '../schema/limits.js';

/**
 * Answers from the query of an address, for fields that hold plain text or one option.
 *
 * Only names that the definition knows count, never one that is `sensitive` or a consent; texts are cut
 * to their limits. Whatever comes of it is still the person's to read, change and submit.
 */
export function prefillFrom(
  query: URLSearchParams,
  { fields }: Definition,
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = query.get(field.name);
      if (!value || field.sensitive || !PREFILLED.has(field.type)) return [];
      const longest =
        field.type === 'multiline' ? DEFAULT_MAX_LENGTH.multiline : DEFAULT_MAX_LENGTH.line;
      return [[field.name, value.slice(0, field.maxLength ?? longest)]];
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
