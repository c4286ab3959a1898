import * as z from 'zod/mini';

/** What a schema makes of a value, or what is wrong with it. */
export type Parsed<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly value?: undefined; readonly issues: readonly z.core.$ZodIssue[] };

/**
 * Parses what comes from outside with a schema that takes no time. What is wrong is told, not thrown.
 *
 * @throws {TypeError} When the schema takes time: `parseAsync` waits for it.
 */
export function parse<Value>(schema: z.core.$ZodType<Value>, input: unknown): Parsed<Value> {
  const payload = schema._zod.run({ value: input, issues: [] }, { async: false });
  if (payload instanceof Promise) throw new TypeError('This schema takes time: use parseAsync().');
  return parsed(payload as z.core.ParsePayload<Value>);
}

/** The same with a schema that may take time, as a host's own may. */
export async function parseAsync<Value>(
  schema: z.core.$ZodType<Value>,
  input: unknown,
): Promise<Parsed<Value>> {
  const payload = await schema._zod.run({ value: input, issues: [] }, { async: true });
  return parsed(payload as z.core.ParsePayload<Value>);
}

// Not `safeParse`: its error objects weigh more than the rest of zod, and only their issues are used.
function parsed<Value>({ value, issues }: z.core.ParsePayload<Value>): Parsed<Value> {
  return issues.length
    ? { issues: issues.map((issue) => z.core.util.finalizeIssue(issue, WORDLESS, {})) }
    : { value };
}

/** Where a schema has no words of its own, a code stands; zod's, in whatever language, are not shown. */
const WORDLESS = { error: () => 'invalid', async: true };
