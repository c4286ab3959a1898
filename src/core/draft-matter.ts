import type { CaseFormMessages } from '../locales/en.js';
import type { Definition } from '../schema/definition.js';
import type { Draft } from '../schema/draft.js';
import { inWords } from './answer-words.js';
import { isEmpty } from './conditions.js';
import type { OfferedForm } from './form-choice.js';
import { newCaseForm } from './new-case-form.js';
import { queryOf } from './solution-query.js';

/** What a draft is about. */
export interface DraftMatter {
  readonly subject: string;
  readonly description: string;
  /** Product and topic, as the form calls them; empty where they are not chosen. */
  readonly product: string;
  readonly topic: string;
}

/** What a draft says of its matter, in the words that people use, and not those of data. */
export function matterOf(draft: Pick<Draft, 'values'>, { fields }: Definition): DraftMatter {
  const { subject, description, product, topic } = queryOf(draft);
  const words = (name: string, value: string | undefined) => {
    const field = fields.find((one) => one.name === name);
    return value ? inWords(value, field, { yes: '' }) : '';
  };
  return {
    subject,
    description,
    product: words('product', product),
    topic: words('topic', topic),
  };
}

/** What is said of a form from outside: how it was given, and what is written in it. */
export interface GivenForm {
  readonly draft: Pick<Draft, 'form' | 'values'>;
  /** As data, as JSON, or not at all. */
  readonly definition?: unknown;
  /** Several, of which one is shown. */
  readonly forms?: readonly OfferedForm[] | undefined;
}

/**
 * The definition that the draft of a form was written by, as far as it can be found. Answers to questions
 * that are not in it are questions by their names, so that none of them is lost.
 */
export function shownDefinition(
  { draft, definition, forms = [] }: GivenForm,
  messages: CaseFormMessages,
): Definition {
  const given = typeof definition === 'string' ? fromJson(definition) : definition;
  const all = [...forms.map((form) => form.definition), given, newCaseForm(messages)];
  const found = all.filter(isDefinition).find(({ id }) => id === draft.form);
  const fields = found?.fields ?? [];
  const names = new Set(fields.map(({ name }) => name));
  const unknown = Object.keys(draft.values).filter((name) => !names.has(name));
  return {
    id: draft.form,
    fields: [...fields, ...unknown.map((name) => ({ name, type: 'text', label: name }))],
  };
}

const isDefinition = (value: unknown): value is Definition =>
  Array.isArray((Object(value) as Partial<Definition>).fields);

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // The form shows the default one, too.
  }
}

/** Whether something would be lost with a draft: words, or files. */
export const isWritten = ({ values, attachments }: Draft): boolean =>
  attachments.length > 0 || ['subject', 'description'].some((name) => !isEmpty(values[name]));
