import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldSchemas } from '../core/field-schemas.js';
import { isCounted, maxLengthOf } from '../core/text-limits.js';
import type { FieldContext, FieldType } from './field-type.js';
import { autocomplete, describedBy, invalid, labelled } from './frame.js';

type LineType = 'text' | 'email' | 'phone' | 'url' | 'number' | 'date';

/** A question that one line answers. */
export function line(type: LineType): FieldType {
  // A number is written in a text control: `type="number"` gives nothing back of what it cannot read.
  const control = type === 'number' ? 'text' : type === 'phone' ? 'tel' : type;
  return {
    schema: fieldSchemas[type].schema,
    render: (context) => {
      const { field, id } = context;
      const suggestions = field.suggestions && `${id}.suggestions`;
      return labelled(
        context,
        html`<input
            part="input"
            id=${id}
            name=${field.name}
            type=${control}
            inputmode=${type === 'number' ? 'decimal' : nothing}
            dir=${type === 'text' ? 'auto' : nothing}
            autocomplete=${autocomplete(context)}
            placeholder=${field.placeholder ?? nothing}
            list=${suggestions ?? nothing}
            min=${control === 'date' ? (field.min ?? nothing) : nothing}
            max=${control === 'date' ? (field.max ?? nothing) : nothing}
            ?required=${context.required}
            aria-invalid=${invalid(context)}
            aria-describedby=${describedBy(context)}
            .value=${live(textOf(context))}
            @input=${(event: Event) => context.change((event.target as HTMLInputElement).value)}
          />${
            suggestions
              ? html`<datalist id=${suggestions}>
                  ${field.suggestions.map((value) => html`<option value=${value}></option>`)}
                </datalist>`
              : nothing
          }
          ${counter(context)}`,
      );
    },
  };
}

/** A question that may take many lines. */
export const multiline: FieldType = {
  schema: fieldSchemas.multiline.schema,
  render: (context) => {
    const { field, id } = context;
    return labelled(
      context,
      html`<textarea
          part="input"
          id=${id}
          name=${field.name}
          rows=${field.rows ?? 5}
          dir="auto"
          autocomplete=${autocomplete(context)}
          placeholder=${field.placeholder ?? nothing}
          ?required=${context.required}
          aria-invalid=${invalid(context)}
          aria-describedby=${describedBy(context)}
          .value=${live(textOf(context))}
          @input=${(event: Event) => context.change((event.target as HTMLTextAreaElement).value)}
        ></textarea>
        ${counter(context)}`,
    );
  },
};

const textOf = ({ value }: FieldContext) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

// No `maxlength`: it would cut what a person pastes without a word. The counter and the error say it.
function counter(context: FieldContext) {
  const { field, messages } = context;
  const used = textOf(context).length;
  return isCounted(field, used)
    ? html`<p part="counter">${messages.form.characters(used, maxLengthOf(field))}</p>`
    : nothing;
}
