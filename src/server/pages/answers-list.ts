import type { Field } from '../../schema/field.js';
import { type Html, markup } from './markup.js';
import type { PageTexts } from './page-texts.js';

/** Questions and answers in the order of their form; `sensitive` ones stay with the desk. */
export function answersList(
  values: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
  texts: PageTexts,
): Html {
  const entries = Object.entries(values).map(([name, value]) => ({
    field: fields.find((field) => field.name === name),
    name,
    value,
  }));
  const order = (name: string) => fields.findIndex((field) => field.name === name);
  entries.sort((a, b) => order(a.name) - order(b.name));
  return markup`<dl>
    ${entries.map(
      ({ field, name, value }) =>
        markup`<dt>${field?.label ?? name}</dt>
          <dd>${inWords(value, field, texts)}</dd>`,
    )}
  </dl>`;
}

/** What was answered, as a person reads it. */
export function inWords(value: unknown, field: Field | undefined, texts: PageTexts): string {
  if (Array.isArray(value)) return value.map((item) => inWords(item, field, texts)).join(', ');
  if (value === true) return texts.yes;
  const options = field?.options?.flatMap((entry) => ('options' in entry ? entry.options : entry));
  const option = options?.find((entry) => entry.value === value);
  return option?.label ?? (typeof value === 'string' ? value : JSON.stringify(value));
}
