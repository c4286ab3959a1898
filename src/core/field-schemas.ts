import * as z from 'zod/mini';
import type { Field } from '../schema/field.js';
import { DEFAULT_MAX_LENGTH } from '../schema/limits.js';
import { LinkSchema } from '../schema/link.js';
import { compilePattern, testPattern } from './pattern.js';
import type { StandardSchema } from './standard-schema.js';

/**
 * How a question is validated. Values come from a control, from JSON or from a posted form, so each
 * schema takes text as well. Messages are the codes of `Messages.errors`.
 */
export interface FieldSchemas {
  readonly [type: string]: { schema(field: Field): StandardSchema };
}

const text = (field: Field, longest: number = DEFAULT_MAX_LENGTH.line) => {
  const pattern =
    field.pattern === undefined ? undefined : compilePattern(`^(?:${field.pattern})$`);
  return z.string().check(
    z.minLength(field.minLength ?? 0, 'tooShort'),
    z.maxLength(field.maxLength ?? longest, 'tooLong'),
    z.refine((value) => !pattern || testPattern(pattern, value), 'pattern'),
  );
};

// Wider than HTML's own pattern: names and domains in any script. Both parts are bounded by `text`.
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)*$/;
const PHONE = /^\+?[\p{Nd}\s().\/-]{5,40}(?:(?:x|ext\.?)\s*\p{Nd}{1,6})?$/iu;
const DATE = /^\d{4}-\d\d-\d\d$/;

const trimmed = (test: (value: string) => boolean, code: string) => (field: Field) =>
  text(field).check(z.refine((value) => test(value.trim()), code));

const number = ({ min, max, step }: Field) =>
  z.pipe(
    z.transform(toNumber),
    z.number('number').check(
      z.gte(Number(min ?? -Infinity), 'tooSmall'),
      z.lte(Number(max ?? Infinity), 'tooBig'),
      z.refine((value) => !step || isStep((value - Number(min ?? 0)) / step), 'step'),
    ),
  );

/** Half the world writes a comma before the fraction. */
const toNumber = (value: unknown) =>
  typeof value === 'string' && value.trim() ? Number(value.trim().replace(',', '.')) : value;

/** 0.3 / 0.1 is not quite 3: binary fractions get the slack that browsers give them. */
const isStep = (quotient: number) => Math.abs(quotient - Math.round(quotient)) < 1e-9;

const isDate = (value: string) =>
  DATE.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);

const date = ({ min, max }: Field) =>
  z.string().check(
    z.refine(isDate, 'date'),
    z.refine((value) => min === undefined || value >= String(min), 'tooSmall'),
    z.refine((value) => max === undefined || value <= String(max), 'tooBig'),
  );

const option = ({ options = [] }: Field) => {
  const values = options.flatMap((entry) => ('options' in entry ? entry.options : entry));
  return z
    .string('option')
    .check(z.refine((value) => values.some((entry) => entry.value === value), 'option'));
};

const choices = (field: Field) =>
  z.pipe(
    z.transform((value) => (typeof value === 'string' ? [value] : value)),
    z.array(option(field), 'option'),
  );

const ticked = () =>
  z.pipe(
    z.transform((value) =>
      typeof value === 'string' ? value === 'on' || value === 'true' : value,
    ),
    z.boolean(),
  );

/** The built-in field types' schemas, by type. */
export const fieldSchemas = {
  text: { schema: (field: Field) => text(field) },
  multiline: { schema: (field: Field) => text(field, DEFAULT_MAX_LENGTH.multiline) },
  email: { schema: trimmed((value) => EMAIL.test(value), 'email') },
  phone: { schema: trimmed((value) => PHONE.test(value), 'phone') },
  url: {
    schema: trimmed((value) => value.includes(':') && LinkSchema.safeParse(value).success, 'url'),
  },
  number: { schema: number },
  date: { schema: date },
  choice: { schema: option },
  choices: { schema: choices },
  checkbox: { schema: ticked },
  consent: { schema: ticked },
} satisfies FieldSchemas;
