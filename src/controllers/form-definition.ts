import { FormModel } from '../core/form-model.js';
import { newCaseForm } from '../core/new-case-form.js';
import { isTrusted } from '../core/trusted-definition.js';
import { DefinitionRejectedEvent } from '../events/case-events.js';
import type { FieldTypes } from '../fields/field-type.js';
import type { CaseFormMessages } from '../locales/en.js';
import type { Definition } from '../schema/definition.js';

interface Host extends EventTarget {
  readonly definition: Definition | string | undefined;
  readonly fieldTypes: FieldTypes;
  readonly messages: CaseFormMessages;
  requestUpdate(name?: PropertyKey): void;
}

/** Builds a form from its host's definition; only one from outside is checked first. */
export class FormDefinition {
  /** The form as it stands: the default one until another is built. */
  model: FormModel;
  /** Whether there is a form to show; while the first definition is checked, there is none. */
  isBuilt = false;
  /** The check that is under way. */
  checking: Promise<void> | undefined;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    this.model = new FormModel(newCaseForm(host.messages), host.fieldTypes);
  }

  build(): void {
    const { definition, messages } = this.#host;
    this.checking = undefined;
    if (!definition) this.#use(newCaseForm(messages));
    else if (isTrusted(definition)) this.#use(definition);
    else if (typeof document === 'undefined') {
      throw new TypeError('On a server, use parseDefinition().');
    } else this.checking = this.#check(definition);
  }

  #use(definition: Definition): void {
    this.model = new FormModel(definition, this.#host.fieldTypes);
    this.isBuilt = true;
  }

  /** By a chunk of its own. Meanwhile the form stays as it is: somebody may be writing. */
  async #check(definition: Definition | string): Promise<void> {
    const host = this.#host;
    const { fieldTypes } = host;
    let checked = newCaseForm(host.messages);
    let rejection: DefinitionRejectedEvent | undefined;
    try {
      const { parseDefinition } = await import('../core/parse-definition.js');
      checked = parseDefinition(definition, fieldTypes);
    } catch (error) {
      rejection = new DefinitionRejectedEvent(error);
    }
    if (definition !== host.definition || fieldTypes !== host.fieldTypes) return;
    this.#use(checked);
    this.checking = undefined;
    host.requestUpdate('prefill');
    if (rejection) host.dispatchEvent(rejection);
  }
}
