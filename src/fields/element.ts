import { nothing } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { FieldContext, FieldType } from './field-type.js';
import { describedBy, labelled } from './frame.js';

/** What an element must have to be the control of a field. */
interface ValueElement extends HTMLElement {
  value: unknown;
}

/**
 * Draws a field by a custom element of the host: any that has a `value` and fires `input`.
 *
 * It gets `id`, `name`, `required`, `aria-label`, `aria-describedby` and `aria-invalid` as attributes,
 * and the whole `field` as a property, for `settings` and the like.
 *
 * @example
 * form.fieldTypes = { ...defaultFieldTypes, serial: { schema, render: element('acme-serial') } };
 */
export function element(tag: string): FieldType['render'] {
  return (context) => labelled(context, control(tag, context));
}

class ElementDirective extends Directive {
  #node: ValueElement | undefined;
  #context: FieldContext | undefined;

  render(tag: string, context: FieldContext) {
    if (typeof document === 'undefined') return nothing;
    this.#context = context;
    this.#node ??= this.#create(tag);
    update(this.#node, context);
    return this.#node;
  }

  #create(tag: string): ValueElement {
    const node = document.createElement(tag) as ValueElement;
    node.addEventListener('input', () => this.#context?.change(node.value));
    return node;
  }
}

function update(node: ValueElement, context: FieldContext): void {
  const description = describedBy(context);
  const attributes: Record<string, string | false> = {
    id: context.id,
    name: context.field.name,
    part: 'input',
    'aria-label': context.field.label,
    'aria-describedby': typeof description === 'string' && description,
    'aria-invalid': !!context.error && 'true',
    required: context.required && '',
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false) node.removeAttribute(name);
    else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  }
  Object.assign(node, { field: context.field });
  if (node.value !== context.value) node.value = context.value ?? '';
}

const control = directive(ElementDirective);
