import { inWords } from '../../core/answer-words.js';
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
