import { type Definition, DefinitionSchema } from '../schema/definition.js';
import type { Issue } from '../schema/outcome.js';
import { parse } from '../schema/parse.js';
import { DefinitionError } from './definition-error.js';
import { type FieldSchemas, fieldSchemas } from './field-schemas.js';
import { trust } from './trusted-definition.js';

/**
 * A definition from outside: an object, or its JSON.
 *
 * @throws {DefinitionError} When it is none; names each place in it and what is wrong there. Limits: 200
 *   fields, 2,000 options, conditions of 20 levels.
 */
export function parseDefinition(
  input: unknown,
  fieldTypes: FieldSchemas = fieldSchemas,
): Definition {
  const { value, issues } = checked(fromJson(input));
  if (!value) throw new DefinitionError(issues.map(explain));
  const definition = value as Definition;
  const strange = definition.fields.flatMap(({ type }, index) =>
    Object.hasOwn(fieldTypes, type)
      ? []
      : [{ path: ['fields', index, 'type'], message: `“${type}” is no field type` }],
  );
  if (strange.length) throw new DefinitionError(strange);
  return trust(definition);
}

function fromJson(input: unknown): unknown {
  if (typeof input !== 'string') return input;
  try {
    return JSON.parse(input);
  } catch {
    throw new DefinitionError([{ path: [], message: 'is not JSON' }]);
  }
}

function checked(input: unknown) {
  try {
    return parse(DefinitionSchema, input);
  } catch {
    // Hundreds of thousands of mistakes are more than can be listed.
    throw new DefinitionError([{ path: [], message: 'is too large' }]);
  }
}

function explain({ path, message }: { path: PropertyKey[]; message: string }): Issue {
  return {
    path: path.map((part) => (typeof part === 'number' ? part : String(part))),
    message,
  };
}
