/**
 * lit-analyzer, but for one thing it does not know: Lit's `nothing`, which takes an attribute away,
 * fits every attribute.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const rules = require('lit-analyzer/lib/rules/util/type/is-assignable-to-type.js');
const { isAssignableToType } = rules;

/** Lit writes `nothing` as a symbol of its own; no other symbol ever reaches a template. */
const isNothing = ({ kind }) => kind === 'ES_SYMBOL_UNIQUE';

function withoutNothing(type) {
  if (isNothing(type)) return { kind: 'ANY' };
  if (type.kind !== 'UNION') return type;
  const types = type.types.filter((member) => !isNothing(member));
  return types.length === 1 ? types[0] : { ...type, types };
}

rules.isAssignableToType = ({ typeA, typeB }, ...rest) =>
  isAssignableToType({ typeA, typeB: withoutNothing(typeB) }, ...rest);

await require('lit-analyzer').cli();
