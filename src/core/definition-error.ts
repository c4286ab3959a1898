import type { Issue } from '../schema/outcome.js';

/** Places that the message names. */
const TOLD = 10;

/** A definition that no form can be built from; `issues` name the places. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';

  constructor(readonly issues: readonly Issue[]) {
    super(
      `The form's definition is broken: ${issues
        .slice(0, TOLD)
        .map(({ path, message }) => `${path.join('.') || 'definition'}: ${message}`)
        .join('; ')}`,
    );
  }
}
