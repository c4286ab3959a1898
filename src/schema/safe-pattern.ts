import { PATTERN_INPUT_LIMIT, whole } from './pattern.js';
import { patternCost } from './pattern-cost.js';

/** Characters that a host's pattern may have. */
const SOURCE_LIMIT = 200;

/** Steps that a host's pattern may need at worst: about a second, up to five where `\b` ignores case. */
const COST_LIMIT = 1e8;

/**
 * The regular expression of a pattern that comes from a definition, or nothing when the pattern is
 * broken or could block the page: `(a+)+$` takes 49 seconds on 28 letters.
 *
 * Refused are patterns of more than 200 characters, back-references, look-around, named groups,
 * groups that hold a quantifier or alternatives and are themselves repeated (but for `?`), and what
 * may need more than 100 million steps on 500 characters (see `patternCost`). As a rule a pattern may
 * hold two of `*` and `+` on one path, and three when it begins with `^`; `{1,20}` costs far less.
 */
export function compilePattern(
  source: string,
  { ignoreCase = false }: { readonly ignoreCase?: boolean } = {},
): RegExp | undefined {
  if (source.length > SOURCE_LIMIT || !(patternCost(source, PATTERN_INPUT_LIMIT) <= COST_LIMIT)) {
    return undefined;
  }
  try {
    return new RegExp(source, ignoreCase ? 'iu' : 'u');
  } catch {
    return undefined;
  }
}

/** A pattern that the whole of a text has to match; one that closes a group it never opened is none. */
export const wholePattern = (source: string): RegExp | undefined =>
  compilePattern(source) && compilePattern(whole(source));
