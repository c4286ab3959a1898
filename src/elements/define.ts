import { adoptStyles, type LitElement } from 'lit';

/**
 * Defines an element under its own tag, once.
 *
 * Does nothing where there is no registry (a server), or where the tag is taken: another copy of the
 * library on the page may have come first.
 */
export function define(
  tag: string,
  element: CustomElementConstructor,
  registry = (globalThis as Partial<typeof globalThis>).customElements,
): void {
  if (registry && !registry.get(tag)) registry.define(tag, element);
}

/** The root that a server has rendered into, for an element of which nothing of that stays. */
export function emptiedRoot({ shadowRoot, constructor }: LitElement): ShadowRoot | undefined {
  if (!shadowRoot) return undefined;
  shadowRoot.replaceChildren();
  adoptStyles(shadowRoot, (constructor as typeof LitElement).elementStyles);
  return shadowRoot;
}
