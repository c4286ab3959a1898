/** Characters that a host's pattern is ever run on. */
export const PATTERN_INPUT_LIMIT = 500;

/** The same pattern for the whole of a text. */
export const whole = (source: string): string => `^(?:${source})$`;

/**
 * Whether a text matches a pattern that `compilePattern` has found safe. A text that is longer than the
 * limit does not.
 */
export function matchesPattern(source: string, text: string, flags = 'u'): boolean {
  return text.length <= PATTERN_INPUT_LIMIT && new RegExp(source, flags).test(text);
}
