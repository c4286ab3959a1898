import type { Condition } from '../schema/condition.js';
import type { Definition } from '../schema/definition.js';
import type { Requester } from '../schema/requester.js';
import { fieldsOf, holds } from './conditions.js';

/** One of several forms. */
export interface OfferedForm {
  readonly definition: Definition;
  /** What a person chooses it by, where they have a choice. */
  readonly label?: string | undefined;
  /**
   * For whom, and where, it takes the place of the standard form; a form without it is the standard one.
   *
   * A condition over `requester.id`, `requester.name`, `requester.email`, `requester.domain` (of the
   * e-mail address), `requester.phone`, `requester.organisations`, and over `page.` and whatever the page
   * says of itself, such as `page.path`. One that looks at the requester holds for nobody who is unknown.
   */
  readonly when?: Condition | undefined;
}

/** What forms are chosen by. */
export interface FormFacts {
  readonly requester?: Requester | undefined;
  /** What the page says of itself, by name. */
  readonly page?: Readonly<Record<string, unknown>> | undefined;
}

/** The form that is shown, and what the person may choose instead. */
export interface FormChoice<Form extends OfferedForm = OfferedForm> {
  readonly form: Form;
  /** More than one where there is a choice; the shown one is among them. */
  readonly offered: readonly Form[];
}

/**
 * Chooses among several forms: whoever is meant for alternative ones is offered these and not the
 * standard ones, an unknown person the standard ones. Among those offered, the wanted one is shown, or
 * else the first.
 *
 * @param wanted - The `id` of the definition that the person, or the page, asks for. It opens no form that
 *   is not offered.
 * @throws {TypeError} When there is no form, or nobody but some are given one: each list needs a form
 *   without `when`.
 */
export function chooseForm<Form extends OfferedForm>(
  forms: readonly Form[],
  facts: FormFacts,
  wanted?: string,
): FormChoice<Form> {
  const standard = forms.filter(({ when }) => !when);
  const meant = forms.filter(({ when }) => when && isMeant(when, facts));
  const offered = meant.length ? meant : standard;
  const form = offered.find(({ definition }) => definition.id === wanted) ?? offered[0];
  if (!form || !standard.length) throw new TypeError('Give one form without `when`: the standard.');
  return { form, offered };
}

/** Whether somebody is known by more than what they call themselves. */
export const isKnown = (requester: Requester | undefined): requester is Requester =>
  !!(requester?.id ?? requester?.email);

function isMeant(when: Condition, { requester, page }: FormFacts): boolean {
  const known = isKnown(requester) ? requester : undefined;
  // “Not of this organisation” would otherwise hold for everybody of whom nothing is known.
  if (!known && fieldsOf(when).some((name) => name.startsWith('requester.'))) return false;
  const facts = { ...prefixed('requester', known && withDomain(known)), ...prefixed('page', page) };
  return holds(when, (name) => (Object.hasOwn(facts, name) ? facts[name] : undefined));
}

const withDomain = (requester: Requester) => ({
  ...requester,
  domain: requester.email?.split('@').at(-1)?.toLowerCase(),
});

const prefixed = (prefix: string, values: object = {}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, unknown] => [`${prefix}.${name}`, value]),
  );
