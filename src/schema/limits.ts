/** What a definition may hold at most. A page can be handed one from outside, so it cannot be endless. */
export const DEFINITION_LIMITS = {
  /** Fields of one form. */
  fields: 200,
  /** Options of all choices of one form together. */
  options: 2000,
  /** Levels that conditions are nested. */
  depth: 20,
} as const;

/** Characters that a text field takes when its definition gives no `maxLength`. */
export const DEFAULT_MAX_LENGTH = { line: 1000, multiline: 50_000 } as const;
