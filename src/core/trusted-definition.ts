import type { Definition } from '../schema/definition.js';

const trusted = new WeakSet<object>();

/** Notes that a definition has been checked, or comes from here: no form needs to check it again. */
export function trust(definition: Definition): Definition {
  trusted.add(definition);
  return definition;
}

/** Whether a form can be built from this as it is. */
export const isTrusted = (candidate: unknown): candidate is Definition =>
  trusted.has(candidate as object);
