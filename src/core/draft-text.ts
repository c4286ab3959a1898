import type { Definition } from '../schema/definition.js';
import type { Draft } from '../schema/draft.js';
import type { Field } from '../schema/field.js';
import { inWords } from './answer-words.js';
import { saysSomething } from './conditions.js';

/** A draft as one text, for where there are no fields: an e-mail, or a comment on a case. */
export interface DraftText {
  readonly subject: string;
  readonly body: string;
}

/**
 * A draft as a subject and a text.
 *
 * The subject is the answer to the field `subject`, else the first line of the text. The text is the answer
 * to the field `description`, else to the first field of many lines. All other answers follow in the order
 * of the form, a line for each, in the words of the form. What is `sensitive` stays out, since such a text
 * is read and kept by many; so do files.
 *
 * @param without - The names of fields that stay out, too.
 */
export function draftText(
  { values }: Pick<Draft, 'values'>,
  { fields }: Definition,
  { yes, without = [] }: { yes: string; without?: readonly string[] },
): DraftText {
  const answered = fields.filter(
    ({ name, sensitive }) => !sensitive && !without.includes(name) && saysSomething(values[name]),
  );
  const named = (name: string) => answered.find((field) => field.name === name);
  const answerOf = (field: Field | undefined) =>
    field ? inWords(values[field.name], field, { yes }).trim() : '';
  const textField = named('description') ?? answered.find(({ type }) => type === 'multiline');
  const subjectField = named('subject');
  const text = answerOf(textField);
  const others = answered.filter((field) => field !== textField && field !== subjectField);
  const lines = others.map((field) => line(field.label, answerOf(field)));
  return {
    subject: answerOf(subjectField) || (text.split('\n', 1)[0] ?? ''),
    body: [text, lines.join('\n')].filter(Boolean).join('\n\n'),
  };
}

/** A question ends with a sign of its own; an answer of several lines begins below it. */
function line(label: string, answer: string): string {
  const question = /[?:؟？：]$/.test(label) ? label : `${label}:`;
  return `${question}${answer.includes('\n') ? '\n' : ' '}${answer}`;
}
