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
export const text = (limit = Infinity, message?: string) =>
  z.custom<string>((value) => typeof value === 'string' && value.length <= limit, message);

/** An object with any keys, as JSON has them. */
export const record = () =>
  z.custom<Record<string, unknown>>(
    (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
  );

/** What fits a schema, or nothing. */
export const maybe = <Value>(schema: z.ZodMiniType<Value>) =>
  z
    .custom<Value | undefined>(() => true)
    .check(
      z.check((payload) => {
        const { value } = payload;
        if (value !== undefined) payload.value = part(payload, value, schema) as Value;
      }),
    );

/** A list of what fits a schema. */
export const listOf = <Value>(schema: z.ZodMiniType<Value>) =>
  z.custom<Value[]>(Array.isArray).check(
    z.check((payload) => {
      payload.value = payload.value.map(
        (item, index) => part(payload, item, schema, index) as Value,
      );
    }),
  );

type Shape = Readonly<Record<string, z.ZodMiniType>>;
type Values<S extends Shape> = { [Key in keyof S]: z.infer<S[Key]> };
type Optional<V> = { [Key in keyof V]: undefined extends V[Key] ? Key : never }[keyof V];
type Flat<T> = { [Key in keyof T]: T[Key] };
type Shaped<V> = Flat<Omit<V, Optional<V>> & Partial<Pick<V, Optional<V>>>>;
type ObjectSchema<S extends Shape> = z.ZodMiniType<Shaped<Values<S>>>;

const shaped = (shape: Shape) =>
  z.check<Record<string, unknown>>((payload) => {
    const parts = Object.entries(shape).map(([key, schema]): [string, unknown] => {
      const own = Object.hasOwn(payload.value, key) ? payload.value[key] : undefined;
      return [key, part(payload, own, schema, key)];
    });
    payload.value = Object.fromEntries(parts.filter(([, value]) => value !== undefined));
  });

/** An object with these keys; others are left out. */
export const object = <S extends Shape>(shape: S) =>
  record().check(shaped(shape)) as unknown as ObjectSchema<S>;

/** An object with these keys and no others, which would be mistakes. */
export const strictObject = <S extends Shape>(shape: S) =>
  record().check(
    z.check(({ value, issues }) => {
      const strange = Object.keys(value).filter((key) => !Object.hasOwn(shape, key));
      const message = `unknown key ${strange.join(', ')}`;
      if (strange.length) issues.push({ code: 'custom', message, input: value, continue: true });
    }),
    shaped(shape),
  ) as unknown as ObjectSchema<S>;

/** Parses one part of a value; what is wrong with it is said with its place, beside the other parts. */
function part(
  { issues }: z.core.ParsePayload,
  value: unknown,
  schema: z.ZodMiniType,
  ...place: PropertyKey[]
): unknown {
  const { data, error } = schema.safeParse(value);
  for (const { message, path } of error?.issues ?? []) {
    issues.push({ code: 'custom', message, path: [...place, ...path], input: value });
  }
  return data;
}
