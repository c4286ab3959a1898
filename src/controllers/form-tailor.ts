import { html, nothing, type TemplateResult } from 'lit';
import { DefinitionError } from '../core/definition-error.js';
import type { DraftState } from '../core/draft-state.js';
import { chooseForm, type FormChoice, type OfferedForm } from '../core/form-choice.js';
import { answersFor, type KeptAnswers, keepAnswers } from '../core/kept-answers.js';
import { requesterForm } from '../core/known-requester.js';
import { newCaseForm } from '../core/new-case-form.js';
import { parseDefinition } from '../core/parse-definition.js';
import { prefillFrom } from '../core/prefill.js';
import { isTrusted, trust } from '../core/trusted-definition.js';
import type { FieldTypes } from '../fields/field-type.js';
import { enIdentity } from '../locales/en-identity.js';
import type { CaseFormMessages } from '../locales/en.js';
import { ConditionSchema } from '../schema/condition.js';
import type { Definition } from '../schema/definition.js';
import { parse } from '../schema/parse.js';
import { asRequester } from '../core/as-requester.js';
import type { Requester } from '../schema/requester.js';
import type { Route } from '../schema/route.js';

/** What a page says of the form that it wants. */
export interface FormWishes {
  readonly definition: Definition | string | undefined;
  readonly fieldTypes: FieldTypes;
  readonly messages: CaseFormMessages;
  readonly forms: readonly OfferedForm[];
  readonly page: Readonly<Record<string, unknown>> | undefined;
  readonly requester: Requester | string | undefined;
  readonly routes: readonly Route[] | undefined;
  readonly prefillFromUrl: boolean;
}

/** A form as this person gets it on this page. */
export interface TailoredForm {
  readonly definition: Definition;
  /** Answers that are known before anybody writes. */
  readonly prefill: Readonly<Record<string, unknown>>;
  /** Answers that are not the person's to give: their fields are not shown. */
  readonly fixed: Readonly<Record<string, unknown>>;
}

/** Makes a form for one person on one page, out of what was given to the element. */
export class FormTailor {
  readonly #wishes: FormWishes;
  readonly #state: DraftState;
  readonly #rebuild: () => void;
  /** The form that the person has chosen. */
  #wanted: string | undefined;
  #choice: FormChoice | undefined;
  #kept: KeptAnswers = {};
  #shown: string | undefined;

  constructor(wishes: FormWishes, state: DraftState, rebuild: () => void) {
    this.#wishes = wishes;
    this.#state = state;
    this.#rebuild = rebuild;
  }

  /** @throws {DefinitionError} When a definition from outside is none. */
  make(): TailoredForm {
    const { fieldTypes, routes, prefillFromUrl } = this.#wishes;
    const query = new URLSearchParams(prefillFromUrl ? location.search : '');
    this.#wanted ??= query.get('form') ?? undefined;
    const chosen = this.#chosen();
    const own = isTrusted(chosen) && !routes ? chosen : checked(chosen, { fieldTypes, routes });
    const { definition, prefill, hidden } = requesterForm(own, this.#requester);
    this.#carryOver(definition);
    return {
      definition,
      prefill: { ...prefillFrom(query, definition), ...prefill },
      fixed: Object.fromEntries(hidden.map((name) => [name, prefill[name]])),
    };
  }

  /** Lets the person choose, where there is a choice. */
  chooser = (): TemplateResult | typeof nothing => {
    const { messages } = this.#wishes;
    const { form: shown, offered = [] } = this.#choice ?? {};
    if (offered.length < 2) return nothing;
    const choose = ({ target }: Event) => {
      this.#wanted = (target as HTMLSelectElement).value;
      this.#rebuild();
    };
    return html`<div part="field">
      <label part="label" for="form">${(messages.identity ?? enIdentity).form}</label>
      <select id="form" part="input" @change=${choose}>
        ${offered.map(
          ({ definition: { id }, label }) =>
            html`<option value=${id} .selected=${id === shown?.definition.id}>
              ${label ?? id}
            </option>`,
        )}
      </select>
    </div>`;
  };

  get #requester(): Requester | undefined {
    return asRequester(this.#wishes.requester);
  }

  #chosen(): Definition | string {
    const { definition, forms, page, messages } = this.#wishes;
    checkConditions(forms);
    this.#choice = forms.length
      ? chooseForm(forms, { requester: this.#requester, page }, this.#wanted)
      : undefined;
    return this.#choice?.form.definition ?? definition ?? newCaseForm(messages);
  }

  /** What was written in one form is there in the next, where that has a place for it. */
  #carryOver(definition: Definition): void {
    const { written } = this.#state;
    const isSwitched = this.#shown !== undefined && this.#shown !== definition.id;
    this.#shown = definition.id;
    if (!Object.keys(written).length) this.#kept = {};
    if (!isSwitched) return;
    this.#kept = keepAnswers(this.#kept, written);
    const names = new Set(definition.fields.map(({ name }) => name));
    const others = Object.entries(written).filter(([name]) => !names.has(name));
    this.#state.written = { ...Object.fromEntries(others), ...answersFor(definition, this.#kept) };
  }
}

/** One that is broken, or could hold up the page, is so for everybody and not only for whom it is asked. */
function checkConditions(forms: readonly OfferedForm[]): void {
  const issues = forms.flatMap(({ when }, index) => {
    const found = when === undefined ? [] : (parse(ConditionSchema, when).issues ?? []);
    return found.map(({ message }) => ({ path: ['forms', index, 'when'], message }));
  });
  if (issues.length) throw new DefinitionError(issues);
}

function checked(
  definition: Definition | string,
  { fieldTypes, routes }: { fieldTypes: FieldTypes; routes: readonly Route[] | undefined },
): Definition {
  const parsed = isTrusted(definition) ? definition : parseDefinition(definition, fieldTypes);
  if (!routes) return parsed;
  const routed = { ...parsed, routes };
  parseDefinition(routed, fieldTypes);
  return trust(routed);
}
