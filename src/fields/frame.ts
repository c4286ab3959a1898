import { html, noChange, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldContext } from './field-type.js';

/** The ids of the texts that explain a control, for `aria-describedby`. */
export function describedBy({ field, id, error }: FieldContext) {
  return [field.help && `${id}.help`, error && `${id}.error`].filter(Boolean).join(' ') || nothing;
}

/** For `autocomplete`: any token that a definition gives, as if the compiler knew it. */
export const autocomplete = ({ field }: FieldContext) =>
  (field.autocomplete ?? nothing) as 'on' | typeof nothing;

/** For `aria-invalid`. */
export const invalid = ({ error }: FieldContext) => (error ? 'true' : nothing);

/** A question with one control under its label. */
export function labelled(context: FieldContext, control: unknown): TemplateResult {
  return html`
    <label part="label" for=${context.id}>${question(context)}</label>
    ${help(context)} ${control} ${error(context)}
  `;
}

/** A question with several controls, each of which has a label of its own. */
export function grouped(context: FieldContext, controls: unknown): TemplateResult {
  return html`
    <fieldset aria-describedby=${describedBy(context)}>
      <legend part="label">${question(context)}</legend>
      ${help(context)} ${controls} ${error(context)}
    </fieldset>
  `;
}

/** The label's words, with a mark where no answer is needed. */
export function question({ field, required, messages }: FieldContext) {
  return html`${field.label}${
    required ? nothing : html` <span part="optional">(${messages.form.optional})</span>`
  }`;
}

export function help({ field, id }: FieldContext) {
  return field.help ? html`<p part="help" id="${id}.help">${field.help}</p>` : nothing;
}

export function error({ id, error: message }: FieldContext) {
  return message ? html`<p part="error" id="${id}.error">${message}</p>` : nothing;
}

/**
 * For a property that is on or off. On a server the attribute says it: the property would be written as
 * an attribute as well, and one that says "false" is on.
 */
export const switched = (isOn: boolean) =>
  (typeof document === 'undefined' ? noChange : live(isOn)) as boolean;
