import { readAnswer } from '../../core/read-answer.js';
import type { ResolvedField } from '../../core/resolve-fields.js';
import type { Messages } from '../../locales/en.js';
import { type Html, markup } from './markup.js';

/** A question, what was answered, and what is wrong with the answer. */
export interface FieldControl extends Pick<ResolvedField, 'field' | 'groups' | 'required'> {
  readonly value: unknown;
  readonly issue: string | undefined;
  readonly messages: Messages;
}

/** The id of a field's control on the page. */
export const idOf = (name: string): string => `field-${name}`;

/** A control of plain HTML that holds what was answered. */
export function fieldControl(control: FieldControl): Html {
  const { type } = control.field;
  if (type === 'checkbox' || type === 'consent')
    return markup`${tick(control)} ${problem(control)}`;
  if (type === 'choices') return several(control);
  return markup`<label for="${idOf(control.field.name)}">${labelOf(control)}</label>
    ${problem(control)} ${one(control)}`;
}

function one(control: FieldControl): Html {
  const { field, value } = control;
  if (field.type === 'choice') return choice(control);
  const [text = '', ...others] = textsOf(value);
  // A parser drops the first line break of a text area, so one is written for it to drop.
  if (field.type === 'multiline') {
    return markup`<textarea ${attributes(control)} rows="8">\n${text}</textarea>`;
  }
  // A control for numbers or dates would empty what is none; this one shows what was written.
  return markup`<input ${attributes(control)} type="${TYPES[field.type] ?? 'text'}" value="${text}" />
    ${others.map((other) => markup`<input type="hidden" name="${field.name}" value="${other}" />`)}`;
}

/** A control of the host's own may have posted several texts. */
function textsOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) =>
    typeof one === 'string' || typeof one === 'number' ? String(one) : [],
  );
}

const TYPES: Readonly<Record<string, string>> = { email: 'email', phone: 'tel', url: 'url' };

function choice(control: FieldControl): Html {
  const { groups, value, messages } = control;
  return markup`<select ${attributes(control)}>
    <option value="">${messages.form.choose}</option>
    ${groups.map(({ label, options }) => {
      const list = options.map(
        (option) =>
          markup`<option value="${option.value}" ${option.value === value && markup`selected`}>
            ${option.label}
          </option>`,
      );
      return label ? markup`<optgroup label="${label}">${list}</optgroup>` : list;
    })}
  </select>`;
}

function several(control: FieldControl): Html {
  const { field, groups, value } = control;
  const chosen = new Set(Array.isArray(value) ? value : [value]);
  return markup`<fieldset id="${idOf(field.name)}" tabindex="-1">
    <legend>${labelOf(control)}</legend>
    ${problem(control)}
    ${groups
      .flatMap(({ options }) => options)
      .map(
        (option) =>
          markup`<label class="choice">
            <input
              type="checkbox"
              name="${field.name}"
              value="${option.value}"
              ${chosen.has(option.value) && markup`checked`}
            />
            ${option.label}
          </label>`,
      )}
  </fieldset>`;
}

function tick(control: FieldControl): Html {
  const isTicked = readAnswer(control.field, control.value) === true;
  return markup`<label class="choice">
    <input type="checkbox" value="on" ${attributes(control)} ${isTicked && markup`checked`} />
    ${labelOf(control)}
  </label>`;
}

function attributes({ field: { name }, required, issue }: FieldControl): Html {
  return markup`id="${idOf(name)}" name="${name}" ${required && markup`required`}
  ${issue !== undefined && markup`aria-invalid="true" aria-describedby="${idOf(name)}-issue"`}`;
}

function problem({ field: { name }, issue }: FieldControl): Html | false {
  return issue !== undefined && markup`<p class="issue" id="${idOf(name)}-issue">${issue}</p>`;
}

function labelOf({ field: { label }, required, messages }: FieldControl): string {
  return required ? label : `${label} (${messages.form.optional})`;
}
