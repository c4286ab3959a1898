import * as z from 'zod/mini';

/** What every validation library agrees on (Standard Schema, version 1). */
export interface StandardSchema {
  readonly '~standard': {
    validate(value: unknown): StandardResult | Promise<StandardResult>;
  };
}

type StandardResult =
  | { readonly value: unknown; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string }[] };

/** Any Standard Schema as a zod schema; one of zod's own as it is. */
export function toZod(schema: StandardSchema): z.ZodMiniType {
  if ('_zod' in schema) return schema as unknown as z.ZodMiniType;
  return z.pipe(
    z.unknown(),
    z.transform(async (value, context) => {
      const result = await schema['~standard'].validate(value);
      if (!result.issues) return result.value;
      for (const { message } of result.issues) {
        context.issues.push({ code: 'custom', message, input: value });
      }
      return z.NEVER;
    }),
  );
}
