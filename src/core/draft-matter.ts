import type { CaseFormMessages } from '../locales/en.js';
import type { Definition } from '../schema/definition.js';
import type { Draft } from '../schema/draft.js';
import { inWords } from './answer-words.js';
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

/** The definition that a form shows, as it is given: as data, as JSON, or not at all. */
export function givenDefinition(given: unknown, messages: CaseFormMessages): Definition {
  const read = typeof given === 'string' ? fromJson(given) : given;
  const { fields } = Object(read) as Partial<Definition>;
  return Array.isArray(fields) ? (read as Definition) : newCaseForm(messages);
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // The form shows the default one, too.
  }
}
