import { html } from 'lit';
import { fieldSchemas } from '../core/field-schemas.js';
import type { Option, OptionGroup } from '../schema/field.js';
import type { FieldContext, FieldType } from './field-type.js';
import { autocomplete, describedBy, grouped, invalid, labelled, switched } from './frame.js';

/** A question with one answer out of several. */
export const choice: FieldType = {
  schema: fieldSchemas.choice.schema,
  render: (context) => (context.field.display === 'radio' ? radios(context) : select(context)),
};

/** A question with any number of answers out of several. */
export const choices: FieldType = {
  schema: fieldSchemas.choices.schema,
  render: (context) => {
    const chosen = [context.value].flat();
    const collect = (event: Event) => {
      const all = (event.target as HTMLInputElement).closest('fieldset');
      const ticked = all?.querySelectorAll<HTMLInputElement>('input:checked') ?? [];
      context.change(Array.from(ticked, ({ value }) => value));
    };
    return grouped(
      context,
      boxes(context, 'checkbox', (value) => chosen.includes(value), collect),
    );
  },
};

function select(context: FieldContext) {
  const { field, id, groups, value, messages } = context;
  return labelled(
    context,
    html`<select
      part="input"
      id=${id}
      name=${field.name}
      autocomplete=${autocomplete(context)}
      ?required=${context.required}
      aria-invalid=${invalid(context)}
      aria-describedby=${describedBy(context)}
      @input=${(event: Event) => context.change((event.target as HTMLSelectElement).value)}
    >
      <option value="">${field.placeholder ?? messages.form.choose}</option>
      ${groups.map((group) => {
        const options = group.options.map((option) => optionOf(option, value));
        return group.label ? html`<optgroup label=${group.label}>${options}</optgroup>` : options;
      })}
    </select>`,
  );
}

// The attribute is for pages without scripts, the property for everyone else.
const optionOf = (option: Option, value: unknown) => {
  const isChosen = option.value === value;
  return html`<option value=${option.value} ?selected=${isChosen} .selected=${switched(isChosen)}>
    ${option.label}
  </option>`;
};

function radios(context: FieldContext) {
  return grouped(
    context,
    boxes(
      context,
      'radio',
      (value) => value === context.value,
      (event) => context.change((event.target as HTMLInputElement).value),
    ),
  );
}

function boxes(
  context: FieldContext,
  type: 'radio' | 'checkbox',
  isChosen: (value: string) => boolean,
  onInput: (event: Event) => void,
) {
  // Links to the question go to its first control.
  let index = 0;
  const box = ({ value, label }: Option) => {
    const id = index++ ? `${context.id}.${index}` : context.id;
    return html`<div part="option">
      <input
        id=${id}
        type=${type}
        name=${context.field.name}
        value=${value}
        ?required=${type === 'radio' && context.required}
        aria-invalid=${invalid(context)}
        ?checked=${isChosen(value)}
        .checked=${switched(isChosen(value))}
        @input=${onInput}
      />
      <label for=${id}>${label}</label>
    </div>`;
  };
  return context.groups.map(({ label, options }: OptionGroup) =>
    label
      ? html`<div role="group" aria-label=${label}>
          <p part="group-label" aria-hidden="true">${label}</p>
          ${options.map(box)}
        </div>`
      : options.map(box),
  );
}
