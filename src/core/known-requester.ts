import type { Definition } from '../schema/definition.js';
import type { Field } from '../schema/field.js';
import type { Requester } from '../schema/requester.js';
import { isEmpty } from './conditions.js';
import { isKnown } from './form-choice.js';
import { isTrusted, trust } from './trusted-definition.js';

/** What is known of a requester that a field may ask for. */
export type Contact = 'name' | 'email' | 'phone' | 'organisation';

/**
 * What becomes of a field whose answer is known: it is not shown and its answer goes along (`fixed`), the
 * person may change it (`prefilled`), or nothing (`asked`).
 */
export type ContactPolicy = Readonly<Partial<Record<Contact, 'fixed' | 'prefilled' | 'asked'>>>;

/** A form for somebody who is known. */
export interface RequesterForm {
  readonly definition: Definition;
  /** Answers by field name. */
  readonly prefill: Readonly<Record<string, string>>;
  /** The names of the fields that are no longer shown. */
  readonly hidden: readonly string[];
}

/** Somebody signed in is who they are; who they ask for, and where to call them, they may change. */
const POLICY: Required<ContactPolicy> = {
  name: 'prefilled',
  email: 'fixed',
  phone: 'prefilled',
  organisation: 'fixed',
};

/** The tokens of HTML by which a field says what of the person it asks for. */
const TOKENS: Readonly<Record<string, Contact>> = {
  name: 'name',
  email: 'email',
  tel: 'phone',
  organization: 'organisation',
};

/**
 * Makes a form of one who is known: which contact fields are filled in, and which need not be asked.
 *
 * The fields are found by their `autocomplete` (`name`, `email`, `tel`, `organization`); without it, by
 * their types `email` and `phone`. Somebody of several organisations chooses one; somebody without an `id`
 * and without an e-mail address is unknown, and asked everything. What is fixed is fixed for the eye
 * only: the desk has to know by itself who is signed in.
 */
export function requesterForm(
  definition: Definition,
  requester: Requester | undefined,
  policy: ContactPolicy = {},
): RequesterForm {
  if (!isKnown(requester)) return { definition, prefill: {}, hidden: [] };
  const prefill: Record<string, string> = {};
  const hidden: string[] = [];
  const fields = definition.fields.map((field) => {
    const contact = contactOf(field);
    const rule = contact ? { ...POLICY, ...policy }[contact] : 'asked';
    if (!contact || rule === 'asked') return field;
    const [answer = '', ...more] = answersOf(requester, contact);
    if (more.length) return withSuggestions(field, [answer, ...more]);
    if (!answer) return field;
    prefill[field.name] = answer;
    if (rule === 'prefilled') return field;
    hidden.push(field.name);
    return unseen(field);
  });
  const changed = { ...definition, fields };
  return { definition: isTrusted(definition) ? trust(changed) : changed, prefill, hidden };
}

/** The same field, which nobody sees; its answer goes along. */
const unseen = (field: Field): Field => ({
  ...field,
  visible: { any: [] }, // A condition that never holds.
  whenHidden: 'keep',
});

const withSuggestions = (field: Field, suggestions: readonly string[]): Field =>
  field.options ? field : { ...field, suggestions };

function contactOf({ autocomplete, type }: Field): Contact | undefined {
  if (autocomplete !== undefined) {
    // A token may be led by others: `section-partner work email`.
    const token = autocomplete.trim().split(/\s+/).at(-1) ?? '';
    return Object.hasOwn(TOKENS, token) ? TOKENS[token] : undefined;
  }
  return type === 'email' || type === 'phone' ? type : undefined;
}

function answersOf(requester: Requester, contact: Contact): string[] {
  const { organisations = [] } = requester;
  const answers = contact === 'organisation' ? organisations : [requester[contact]];
  return answers.flatMap((answer) => (answer === undefined || isEmpty(answer) ? [] : [answer]));
}
