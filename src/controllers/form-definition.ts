import type { DraftState } from '../core/draft-state.js';
import { FormModel } from '../core/form-model.js';
import { newCaseForm } from '../core/new-case-form.js';
import { isTrusted } from '../core/trusted-definition.js';
import { DefinitionRejectedEvent } from '../events/case-events.js';
import type { FormTailor, FormWishes, TailoredForm } from './form-tailor.js';

interface Host extends FormWishes, EventTarget {
  requestUpdate(name?: PropertyKey): void;
}

/** Builds a form from its host's definition; one from outside, or for one person, is prepared first. */
export class FormDefinition {
  /** The form as it stands: the default one until another is built. */
  model: FormModel;
  /** Whether there is a form to show; while the first definition is prepared, there is none. */
  isBuilt = false;
  /** The preparation that is under way. */
  checking: Promise<void> | undefined;
  /** Answers that are known before anybody writes. */
  prefill: TailoredForm['prefill'] = {};
  /** Who prepares forms, once one had to be. */
  tailor: FormTailor | undefined;
  #build = 0;
  readonly #host: Host;
  readonly #state: DraftState;

  constructor(host: Host, state: DraftState) {
    this.#host = host;
    this.#state = state;
    this.model = new FormModel(newCaseForm(host.messages), host.fieldTypes);
  }

  build(): void {
    const { definition, forms, routes, requester, prefillFromUrl } = this.#host;
    const isServed = typeof document === 'undefined';
    const isPlain = !definition || isTrusted(definition);
    if (isServed && !isPlain) throw new TypeError('On a server, use parseDefinition().');
    const isTailored = forms.length || routes || prefillFromUrl || typeof requester === 'object';
    const build = (this.#build += 1);
    this.checking = undefined;
    if (isPlain && (isServed || !isTailored)) {
      this.tailor = undefined;
      this.#use(this.#plain);
    } else this.checking = this.#prepare(build);
  }

  /** What there is where nothing can be prepared. */
  get #plain(): TailoredForm {
    const { definition, messages } = this.#host;
    const form = isTrusted(definition) ? definition : newCaseForm(messages);
    return { definition: form, prefill: {}, fixed: {} };
  }

  #use({ definition, prefill, fixed }: TailoredForm): void {
    this.model = new FormModel(definition, this.#host.fieldTypes);
    this.prefill = prefill;
    this.#state.fixed = fixed;
    this.isBuilt = true;
  }

  /** By a chunk of its own. Meanwhile the form stays as it is: somebody may be writing. */
  async #prepare(build: number): Promise<void> {
    const host = this.#host;
    let form = this.#plain;
    let rejection: DefinitionRejectedEvent | undefined;
    try {
      const { FormTailor } = await import('./form-tailor.js');
      if (build !== this.#build) return;
      this.tailor ??= new FormTailor(host, this.#state, () => this.build());
      form = this.tailor.make();
    } catch (error) {
      rejection = new DefinitionRejectedEvent(error);
    }
    if (build !== this.#build) return;
    this.#use(form);
    this.checking = undefined;
    host.requestUpdate('prefill');
    if (rejection) host.dispatchEvent(rejection);
  }
}
