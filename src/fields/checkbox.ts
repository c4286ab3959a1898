import { html } from 'lit';
import { fieldSchemas } from '../core/field-schemas.js';
import type { FieldContext, FieldType } from './field-type.js';
import { describedBy, error, help, invalid, question, switched } from './frame.js';

/** A question that a tick answers. */
export const checkbox: FieldType = { schema: fieldSchemas.checkbox.schema, render: tick };

/** A statement that the person agrees to. */
export const consent: FieldType = { schema: fieldSchemas.consent.schema, render: tick };

function tick(context: FieldContext) {
  const { field, id, required } = context;
  // A form that was filled in before scripts arrived says “on”.
  const isTicked = context.value === true || context.value === 'on';
  return html`
    <div part="option">
      <input
        id=${id}
        type="checkbox"
        name=${field.name}
        ?required=${required}
        aria-invalid=${invalid(context)}
        aria-describedby=${describedBy(context)}
        ?checked=${isTicked}
        .checked=${switched(isTicked)}
        @input=${(event: Event) => context.change((event.target as HTMLInputElement).checked)}
      />
      <label part="label" for=${id}>${question(context)}</label>
    </div>
    ${help(context)} ${error(context)}
  `;
}
