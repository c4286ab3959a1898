import * as z from 'zod/mini';

// Each check and each type that zod brings has its own code; these few say the same in 4 kB less.

/** Text of at least so many characters, or a list of so many items. */
export const atLeast = (limit: number, message?: string) =>
  z.refine<{ length: number }>(({ length }) => length >= limit, message);

/** Text of at most so many characters, or a list of so many items. */
export const atMost = (limit: number, message?: string) =>
  z.refine<{ length: number }>(({ length }) => length <= limit, message);

/** Text that a pattern describes. */
export const matching = (pattern: RegExp, message?: string) =>
  z.refine<string>((value) => pattern.test(value), message);

/** One of a few values. */
export const oneOf = <const Values extends readonly unknown[]>(...values: Values) =>
  z.custom<Values[number]>((value) => values.includes(value));

/** Text, of at most so many characters. */
export const text = (limit = Infinity) =>
  z.custom<string>((value) => typeof value === 'string' && value.length <= limit);

/** An object with any keys, as JSON has them. */
export const record = () =>
  z.custom<Record<string, unknown>>(
    (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
  );

/** What fits a schema, or nothing. */
export const maybe = <Value>(schema: z.ZodMiniType<Value>) =>
  z.custom<Value | undefined>((value) => value === undefined || schema.safeParse(value).success);

/** A list of what fits a schema. */
export const listOf = <Value>(schema: z.ZodMiniType<Value>) =>
  z.custom<Value[]>(Array.isArray).check(
    z.check((payload) => {
      payload.value = payload.value.map((_, index) => part(payload, index, schema) as Value);
    }),
  );

type Shape = Readonly<Record<string, z.ZodMiniType>>;
type Values<S extends Shape> = { [Key in keyof S]: z.infer<S[Key]> };
type Optional<V> = { [Key in keyof V]: undefined extends V[Key] ? Key : never }[keyof V];
type Flat<T> = { [Key in keyof T]: T[Key] };
type Shaped<V> = Flat<Omit<V, Optional<V>> & Partial<Pick<V, Optional<V>>>>;

/** An object with these keys; others are left out. */
export const object = <S extends Shape>(shape: S) =>
  record().check(
    z.check((payload) => {
      const parts = Object.entries(shape).map(([key, schema]) => [key, part(payload, key, schema)]);
      payload.value = Object.fromEntries(
        parts.filter(([, value]) => value !== undefined),
      ) as Record<string, unknown>;
    }),
  ) as unknown as z.ZodMiniType<Shaped<Values<S>>>;

/** Parses one part of a value; what is wrong with it is said with its place, beside the other parts. */
function part(
  { value, issues }: z.core.ParsePayload<object>,
  key: PropertyKey,
  schema: z.ZodMiniType,
): unknown {
  const { data, error } = schema.safeParse(Reflect.get(value, key));
  for (const { message, path } of error?.issues ?? []) {
    issues.push({ code: 'custom', message, path: [key, ...path], input: value, continue: true });
  }
  return data;
}
