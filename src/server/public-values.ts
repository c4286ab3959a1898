import type { Definition } from '../schema/definition.js';
import type { Revision } from './store/case-rows.js';

/** The names of the fields whose answers stay with the desk. */
export function sensitiveNames(definition: Definition | undefined): string[] {
  return definition?.fields.flatMap(({ name, sensitive }) => (sensitive ? name : [])) ?? [];
}

/** What may be shown to whoever has the link: nothing that was sensitive when it was written, or is now. */
export function publicValues(
  { answers, sensitive }: Revision,
  definition: Definition | undefined,
): Record<string, unknown> {
  const hidden = new Set([...sensitive, ...sensitiveNames(definition)]);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !hidden.has(name)));
}
