import type { Field } from '../schema/field.js';

/** What was answered to a question, as a person reads it; `yes` is said of a tick. */
export function inWords(
  value: unknown,
  field: Field | undefined,
  texts: { readonly yes: string },
): string {
  if (Array.isArray(value)) return value.map((item) => inWords(item, field, texts)).join(', ');
  if (value === true) return texts.yes;
  const options = field?.options?.flatMap((entry) => ('options' in entry ? entry.options : entry));
  const option = options?.find((entry) => entry.value === value);
  return option?.label ?? (typeof value === 'string' ? value : JSON.stringify(value));
}
