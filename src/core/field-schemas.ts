import * as z from 'zod/mini';
import { atLeast, atMost, matching, oneOf } from '../schema/checks.js';
import type { Field } from '../schema/field.js';
import { isWebLink } from '../schema/link.js';
import { matchesPattern, whole } from '../schema/pattern.js';
import { toNumber, toTick } from './read-answer.js';
import { isOption } from './options.js';
import type { StandardSchema } from './standard-schema.js';
import { maxLengthOf } from './text-limits.js';

/**
 * How a question is validated. Values come from a control, from JSON or from a posted form, so each
 * schema takes text as well. Messages are the codes of `Messages.errors`.
 */
export interface FieldSchemas {
  readonly [type: string]: { schema(field: Field): StandardSchema };
}

const text = (field: Field) => {
  const { pattern, minLength = 0 } = field;
  return z.string().check(
    atLeast(minLength, 'tooShort'),
    atMost(maxLengthOf(field), 'tooLong'),
    z.refine((value) => pattern === undefined || matchesPattern(whole(pattern), value), 'pattern'),
  );
};

// Wider than HTML's own pattern: names and domains in any script. Both parts are bounded by `text`.
const EMAIL = /^\s*[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)*\s*$/;
const HTTP = /^\s*https?:\/\//i;
const PHONE =
  /^[\s(]*(?:\+[\s(]*)?(?:\p{Nd}[\s().\/\p{Pd}]*){5,20}(?:(?:x|ext\.?)\s*\p{Nd}{1,6}\s*)?$/iu;

const number = ({ min = -Infinity, max = Infinity, step }: Field) =>
  z.pipe(
    z.transform(toNumber),
    z.number('number').check(
      z.refine((value) => value >= Number(min), 'tooSmall'),
      z.refine((value) => value <= Number(max), 'tooBig'),
      z.refine(
        (value) => !step || isStep((value - (Number.isFinite(+min) ? +min : 0)) / step),
        'step',
      ),
    ),
  );

/** 0.3 / 0.1 is not quite 3: binary fractions get a slack, and large ones a larger one. */
const isStep = (quotient: number) =>
  Math.abs(quotient - Math.round(quotient)) < 1e-9 + Math.abs(quotient) * 1e-15;

const isDate = (value: string) => {
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
};

const date = ({ min = '', max = '9999-12-31' }: Field) =>
  z.string().check(
    z.refine(isDate, 'date'),
    z.refine((value) => value >= String(min), 'tooSmall'),
    z.refine((value) => value <= String(max), 'tooBig'),
  );

const option = (field: Field) =>
  z.string('option').check(z.refine((value) => isOption(field, value), 'option'));

const choices = (field: Field) =>
  z.pipe(
    z.transform((value) => (typeof value === 'string' ? [value] : value)),
    z.array(option(field), 'option'),
  );

const ticked = () => z.pipe(z.transform(toTick), oneOf(true, false));

/** The built-in field types' schemas, by type. */
export const fieldSchemas = {
  text: { schema: text },
  multiline: { schema: text },
  email: { schema: (field: Field) => text(field).check(matching(EMAIL, 'email')) },
  phone: { schema: (field: Field) => text(field).check(matching(PHONE, 'phone')) },
  url: {
    schema: (field: Field) =>
      text(field).check(z.refine((value) => HTTP.test(value) && isWebLink(value), 'url')),
  },
  number: { schema: number },
  date: { schema: date },
  choice: { schema: option },
  choices: { schema: choices },
  checkbox: { schema: ticked },
  consent: { schema: ticked },
} satisfies FieldSchemas;
