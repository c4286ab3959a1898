import type { Schema } from '../schema/checks.js';
import { parseAsync } from '../schema/parse.js';

/** What every validation library agrees on (Standard Schema, version 1). */
export interface StandardSchema {
  readonly '~standard': {
    validate(value: unknown): StandardResult | Promise<StandardResult>;
  };
}

export type StandardResult =
  | { readonly value: unknown; readonly issues?: undefined }
  | { readonly value?: undefined; readonly issues: readonly { readonly message: string }[] };

/** Holds a value to any Standard Schema. */
export function validate(
  schema: StandardSchema,
  value: unknown,
): StandardResult | Promise<StandardResult> {
  return '_zod' in schema
    ? parseAsync(schema as unknown as Schema<unknown>, value)
    : schema['~standard'].validate(value);
}
