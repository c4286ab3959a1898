import type { ErrorMessages } from '../locales/en.js';
import type { Field } from '../schema/field.js';
import { isWebLink } from '../schema/web-link.js';
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

/** Says what is wrong with an answer, if anything. */
type Judge<Answer> = (answer: Answer) => keyof ErrorMessages | false;

/** A schema for answers that `read` makes of what was given. */
const schema = (judge: Judge<unknown>, read = (value: unknown) => value): StandardSchema => ({
  '~standard': {
    validate(given) {
      const value = read(given);
      const message = judge(value);
      return message ? { issues: [{ message }] } : { value };
    },
  },
});

const text = (judge: Judge<string> = () => false) => ({
  schema: (field: Field) => {
    const { pattern, minLength = 0 } = field;
    return schema((value) => {
      if (typeof value !== 'string') return 'invalid';
      if (value.length < minLength) return 'tooShort';
      if (value.length > maxLengthOf(field)) return 'tooLong';
      if (pattern !== undefined && !matchesPattern(whole(pattern), value)) return 'pattern';
      return judge(value);
    });
  },
});

// Wider than HTML's own pattern: names and domains in any script. Both parts are bounded by `text`.
const EMAIL = /^\s*[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)*\s*$/;
const HTTP = /^\s*https?:\/\//i;
const PHONE =
  /^[\s(]*(?:\+[\s(]*)?(?:\p{Nd}[\s().\/\p{Pd}]*){5,20}(?:(?:x|ext\.?)\s*\p{Nd}{1,6}\s*)?$/iu;

const number = ({ min = -Infinity, max = Infinity, step }: Field) =>
  schema((value) => {
    if (!Number.isFinite(value)) return 'number';
    const answer = value as number;
    if (answer < Number(min)) return 'tooSmall';
    if (answer > Number(max)) return 'tooBig';
    const start = Number.isFinite(+min) ? +min : 0;
    return !!step && !isStep((answer - start) / step) && 'step';
  }, toNumber);

/** 0.3 / 0.1 is not quite 3: binary fractions get a slack, and large ones a larger one. */
const isStep = (quotient: number) =>
  Math.abs(quotient - Math.round(quotient)) < 1e-9 + Math.abs(quotient) * 1e-15;

const isDate = (value: unknown): value is string => {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
};

const date = ({ min = '', max = '9999-12-31' }: Field) =>
  schema((value) => {
    if (!isDate(value)) return 'date';
    if (value < String(min)) return 'tooSmall';
    return value > String(max) && 'tooBig';
  });

const choice = (field: Field) => schema((value) => !isOption(field, value) && 'option');

const choices = (field: Field) =>
  schema(
    (value) => !(Array.isArray(value) && value.every((item) => isOption(field, item))) && 'option',
    (value) => (typeof value === 'string' ? [value] : value),
  );

const tick = { schema: () => schema((value) => typeof value !== 'boolean' && 'invalid', toTick) };

/** The built-in field types' schemas, by type. */
export const fieldSchemas = {
  text: text(),
  multiline: text(),
  email: text((value) => !EMAIL.test(value) && 'email'),
  phone: text((value) => !PHONE.test(value) && 'phone'),
  url: text((value) => !(HTTP.test(value) && isWebLink(value)) && 'url'),
  number: { schema: number },
  date: { schema: date },
  choice: { schema: choice },
  choices: { schema: choices },
  checkbox: tick,
  consent: tick,
} satisfies FieldSchemas;
