import * as z from 'zod/mini';

/** What every validation library agrees on (Standard Schema, version 1). */
export interface StandardSchema {
  readonly '~standard': {
    validate(value: unknown): StandardResult | Promise<StandardResult>;
  };
}

export type StandardResult =
  | { readonly value: unknown; readonly issues?: undefined }
  | { readonly value?: undefined; readonly issues: readonly { readonly message: string }[] };

/** Where a page has given zod a language, the code `invalid` stands instead of its words. */
export const WORDLESS = { error: () => 'invalid' };

/** Holds a value to any Standard Schema. */
export function validate(
  schema: StandardSchema,
  value: unknown,
): StandardResult | Promise<StandardResult> {
  return '_zod' in schema
    ? z
        .safeParseAsync(schema as unknown as z.core.$ZodType, value, WORDLESS)
        .then(({ data, error }) => error ?? { value: data })
    : schema['~standard'].validate(value);
}
