import * as z from 'zod/mini';

// A zod type of our own: each that zod brings has its own code, and these few say the same in 5 kB less.

/** Tells values of one kind from all others. */
export type Schema<Value> = z.core.$ZodType<Value>;

/** Looks at a value that is right so far: changes it, or says what is wrong with it. */
type Step<Value> = (payload: z.core.ParsePayload<Value>) => void | Promise<void>;

interface Definition extends z.core.$ZodTypeDef {
  readonly steps: readonly Step<never>[];
}

const Stepwise = z.core.$constructor<z.core.$ZodType, Definition>('CaseSchema', (schema, def) => {
  z.core.$ZodType.init(schema, def);
  schema._zod.parse = (payload) => {
    for (const step of def.steps) {
      const later = payload.issues.length ? undefined : step(payload as z.core.ParsePayload<never>);
      if (later) return later.then(() => payload);
    }
    return payload;
  };
});

/** A schema of steps; the first that finds something wrong is the last. */
const stepwise = <Value>(...steps: readonly Step<never>[]): Schema<Value> =>
  new Stepwise({ type: 'custom', steps }) as Schema<Value>;

/** The same values as another schema, as far as the steps let them pass. */
export const checked = <Value>(
  schema: Schema<unknown>,
  ...steps: readonly Step<Value>[]
): Schema<Value> =>
  stepwise(
    ...(schema._zod.def as Definition).steps,
    ...(steps as readonly unknown[] as Step<never>[]),
  );

/** A step: what a value must be, and what to say of one that is not. */
export const must =
  <Value>(test: (value: Value) => boolean, message?: string): Step<Value> =>
  ({ value, issues }) => {
    if (!test(value)) issues.push({ code: 'custom', input: value, message });
  };

/** Values that fulfil a test. */
export const custom = <Value>(test: (value: unknown) => boolean, message?: string): Schema<Value> =>
  stepwise(must(test, message));

/** Text of at least so many characters, or a list of so many items. */
export const atLeast = (limit: number, message?: string) =>
  must(({ length }: { length: number }) => length >= limit, message);

/** Text of at most so many characters, or a list of so many items. */
export const atMost = (limit: number, message?: string) =>
  must(({ length }: { length: number }) => length <= limit, message);

/** Text that a pattern describes. */
export const matching = (pattern: RegExp, message?: string) =>
  must((value: string) => pattern.test(value), message);

/** One of a few values. */
export const oneOf = <const Values extends readonly unknown[]>(...values: Values) =>
  custom<Values[number]>((value) => values.includes(value));

/** Text, of at most so many characters. */
export const text = (limit = Infinity, message?: string) =>
  custom<string>((value) => typeof value === 'string' && value.length <= limit, message);

/** An object with any keys, as JSON has them. */
export const record = () =>
  custom<Record<string, unknown>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  );

/** What fits a schema, or nothing. */
export const maybe = <Value>(schema: Schema<Value>) =>
  stepwise<Value | undefined>((payload: z.core.ParsePayload) => {
    if (payload.value !== undefined) payload.value = part(payload, payload.value, schema);
  });

/** A list of what fits a schema. */
export const listOf = <Value>(schema: Schema<Value>) =>
  checked<Value[]>(custom(Array.isArray), (payload) => {
    payload.value = payload.value.map((item, index) => part(payload, item, schema, index));
  });

type Shape = Readonly<Record<string, Schema<unknown>>>;
type Values<S extends Shape> = { [Key in keyof S]: z.infer<S[Key]> };
type Optional<V> = { [Key in keyof V]: undefined extends V[Key] ? Key : never }[keyof V];
type Flat<T> = { [Key in keyof T]: T[Key] };
type Shaped<V> = Flat<Omit<V, Optional<V>> & Partial<Pick<V, Optional<V>>>>;
type ObjectSchema<S extends Shape> = Schema<Shaped<Values<S>>>;

const shaped =
  (shape: Shape): Step<Record<string, unknown>> =>
  (payload) => {
    const parts = Object.entries(shape).map(([key, schema]): [string, unknown] => {
      const own = Object.hasOwn(payload.value, key) ? payload.value[key] : undefined;
      return [key, part(payload, own, schema, key)];
    });
    payload.value = Object.fromEntries(parts.filter(([, value]) => value !== undefined));
  };

/** An object with these keys; others are left out. */
export const object = <S extends Shape>(shape: S) =>
  checked(record(), shaped(shape)) as unknown as ObjectSchema<S>;

/** An object with these keys and no others, which would be mistakes. */
export const strictObject = <S extends Shape>(shape: S) => {
  const known = shaped(shape);
  return checked<Record<string, unknown>>(record(), (payload) => {
    const { value, issues } = payload;
    const strange = Object.keys(value).filter((key) => !Object.hasOwn(shape, key));
    const message = `unknown key ${strange.join(', ')}`;
    if (strange.length) issues.push({ code: 'custom', message, input: value });
    return known(payload);
  }) as unknown as ObjectSchema<S>;
};

/** Parses one part of a value; what is wrong with it is said with its place, beside the other parts. */
function part<Value>(
  { issues }: z.core.ParsePayload,
  value: unknown,
  schema: Schema<Value>,
  ...place: PropertyKey[]
): Value {
  const found = schema._zod.run({ value, issues: [] }, { async: false });
  if (found instanceof Promise) throw new TypeError('Only a whole draft takes time to check.');
  for (const issue of found.issues)
    issues.push({ ...issue, path: [...place, ...(issue.path ?? [])] });
  return found.value as Value;
}
