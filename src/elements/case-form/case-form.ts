import {
  adoptStyles,
  html,
  LitElement,
  nothing,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { jsonBackend } from '../../adapters/backends/json.js';
import type { ServedForm } from '../../controllers/served-form.js';
import { FormDefinition } from '../../controllers/form-definition.js';
import { SubmissionController } from '../../controllers/submission-controller.js';
import { DraftState } from '../../core/draft-state.js';
import type { Checked } from '../../core/form-model.js';
import { localIssue } from '../../core/issues.js';
import { initialValues, prefillFrom } from '../../core/prefill.js';
import type { ResolvedField } from '../../core/resolve-fields.js';
import { isCounted } from '../../core/text-limits.js';
import {
  CaseChangedEvent,
  CaseDiscardedEvent,
  CaseDiscardEvent,
} from '../../events/case-events.js';
import { defaultFieldTypes } from '../../fields/default-field-types.js';
import type { FieldTypes } from '../../fields/field-type.js';
import { type CaseFormMessages, enForm } from '../../locales/en.js';
import type { AttachmentSource } from '../../ports/attachment-source.js';
import type { CaseBackend } from '../../ports/case-backend.js';
import type { Consulted } from '../../schema/consulted.js';
import type { Definition } from '../../schema/definition.js';
import type { Draft } from '../../schema/draft.js';
import type { Issue, Outcome } from '../../schema/outcome.js';
import type { Field } from '../../schema/field.js';
import type { Solution } from '../../schema/solution.js';
import { define } from '../define.js';
import { theme } from '../theme.styles.js';
import { styles } from './case-form.styles.js';
import { discardDialog, failure, receiptView, solvedView, summary } from './case-form.templates.js';

/**
 * The new-case form, built from a definition.
 *
 * @tag case-form
 * @slot attachments - A `<case-upload>`; its files go with the case, before and after it exists.
 * @event {CaseChangedEvent} case-changed - The person has changed an answer.
 * @event {CaseSubmitEvent} case-submit - A draft is ready: answer with `event.respondWith()`.
 * @event {CaseSubmittedEvent} case-submitted - The case exists.
 * @event {CaseRefusedEvent} case-refused - The draft did not become a case, and why.
 * @event {CaseFailedEvent} case-failed - Nobody knows whether the case exists.
 * @event {CaseDiscardEvent} case-discard - The person drops the draft; cancel to keep it.
 * @event {CaseDiscardedEvent} case-discarded - The draft is gone.
 * @event {DefinitionRejectedEvent} definition-rejected - The definition is broken.
 * @csspart field - One question with its label, help, control and error.
 * @csspart label - The label of a question.
 * @csspart optional - The mark of a question that needs no answer.
 * @csspart help - The help of a question.
 * @csspart input - The control of a question.
 * @csspart option - One answer of a choice.
 * @csspart error - What is wrong with an answer.
 * @csspart counter - How much of its limit a text has used.
 * @csspart summary - What is wrong, all in one place.
 * @csspart failure - Says that the request may not have arrived.
 * @csspart actions - A row of buttons.
 * @csspart button - A button; the one that submits is also `primary`.
 * @csspart receipt - What is shown once the draft has come to its end.
 * @csspart number - The case number.
 * @csspart dialog - The question before a draft is dropped.
 */
export class CaseForm extends LitElement {
  static override styles = [theme, styles];

  static define(registry?: CustomElementRegistry): void {
    define('case-form', this, registry);
  }

  static override properties = {
    definition: {},
    fieldTypes: { attribute: false },
    prefill: { attribute: false },
    prefillFromUrl: { type: Boolean, attribute: 'prefill-from-url' },
    backend: { attribute: false },
    action: {},
    messages: { attribute: false },
  };

  /** The form's definition, or its JSON. Without one, the new-case form of a partner portal. */
  definition: Definition | string | undefined;
  /** The field types a definition can name. Spread `defaultFieldTypes` to add your own. */
  fieldTypes: FieldTypes = defaultFieldTypes;
  /** Answers that the page knows beforehand, by field name. */
  prefill: Readonly<Record<string, unknown>> = {};
  /** Whether the query of the page's address may fill in answers. It never submits. */
  prefillFromUrl = false;
  /** Opens the case when no listener answers `case-submit`. */
  backend: CaseBackend | undefined;
  /** Where drafts are posted when there is neither answer nor backend, and before scripts have run. */
  action: string | undefined;
  /** Texts, in the language of the page. */
  messages: CaseFormMessages = enForm;

  /** What the person has written so far. Set it to restore a draft; its key stays the same. */
  get draft(): Draft {
    return this.#draft.toDraft(this.#form.model.definition, this.#files());
  }

  set draft(draft: Draft) {
    this.#draft.restore(draft);
    this.requestUpdate();
  }

  readonly #draft = new DraftState();
  readonly #submission = new SubmissionController(this, {
    check: () => this.#check(),
    filesSettled: async () => {
      await Promise.all(this.#fileSources().map((source) => source.whenSettled()));
    },
    send: (draft, signal) => this.#send(draft, signal),
    deliver: (once, { signal }) => once(signal),
  });
  readonly #form = new FormDefinition(this);
  #served: ServedForm | undefined;
  /** Until then, what a server has rendered stays in use. */
  #takingOver: Promise<void> | undefined;

  /** Submits, as the button does. Resolves when it has an outcome; never rejects. */
  async submit(): Promise<void> {
    if (this.#submission.state.phase === 'sending') return;
    // What is being sent cannot be changed meanwhile, and a control that is disabled drops its focus.
    if (this.shadowRoot?.activeElement) this.#focus('send');
    await this.#submission.submit();
    await this.#focusLater('notice');
  }

  /**
   * Notes what became of an article that was recommended for the draft; it goes along with the case.
   * One that is `accepted` has solved the problem: the draft ends with a thank-you.
   */
  consult(solution: Solution, as: Consulted['as']): void {
    this.#draft.consult(solution, as);
    const isSolved = as === 'accepted' && this.#submission.dispatch({ type: 'solved', solution });
    if (isSolved) void this.#focusLater('notice');
  }

  protected override createRenderRoot() {
    const root = this.shadowRoot;
    if (!root) return super.createRenderRoot();
    this.#takingOver = this.#takeOver(root);
    adoptStyles(root, CaseForm.elementStyles);
    return root;
  }

  /** What takes a served form over comes where there is one. */
  async #takeOver(root: ShadowRoot): Promise<void> {
    const served = [...root.childNodes];
    const { ServedForm } = await import('../../controllers/served-form.js');
    this.#served = new ServedForm(root, served);
    this.#takingOver = undefined;
    this.requestUpdate('fieldTypes'); // Which there always are, so that the form is built.
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#takingOver) return;
    const isNew =
      changed.has('definition') ||
      changed.has('fieldTypes') ||
      (changed.has('messages') && !this.definition);
    if (isNew) this.#form.build();
    if (isNew || changed.has('prefill') || changed.has('prefillFromUrl')) {
      this.#draft.initial = initialValues(this.#form.model.definition, this.#prefilled());
    }
    if (!this.#served || !this.#form.isBuilt) return;
    for (const [name, value] of this.#served.written()) this.#draft.write(name, value);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#takingOver;
    await this.#form.checking;
    return super.getUpdateComplete();
  }

  protected override updated(): void {
    for (const source of this.#fileSources()) {
      source.key = this.#draft.key;
      source.limits = this.#form.model.definition.attachments;
    }
    if (!this.#served || !this.#form.isBuilt) return;
    const focused = this.#served.remove();
    this.#served = undefined;
    if (focused) this.#focus(focused);
  }

  protected override render(): TemplateResult {
    const { language, direction } = this.messages;
    return html`<div part="root" lang=${language} dir=${direction}>
      ${this.#form.isBuilt ? this.#view() : nothing}
    </div>`;
  }

  #view(): TemplateResult {
    const { messages } = this;
    const { state } = this.#submission;
    const restart = () => this.#restart();
    if (state.phase === 'submitted') {
      const files = html`<div ?hidden=${!this.#fileSources().length}>
        <p>${messages.form.addFiles}</p>
        ${this.#slot()}
      </div>`;
      return receiptView(state.receipt, messages, files, restart);
    }
    if (state.phase === 'solved') {
      const reopen = () => {
        this.#submission.dispatch({ type: 'restart' });
        void this.#focusFirst();
      };
      return solvedView(messages, { restart, reopen });
    }
    return this.#formView();
  }

  #formView(): TemplateResult {
    const { messages } = this;
    const { definition } = this.#form.model;
    const { state } = this.#submission;
    const isSending = state.phase === 'sending';
    const local = this.#issues.map((issue) => localIssue(issue, definition, messages));
    const progress = isSending
      ? messages.form[state.step === 'files' ? 'waitingForFiles' : 'sending']
      : '';
    return html`<form
        method="post"
        action=${this.action ?? nothing}
        novalidate
        aria-busy=${isSending}
        @submit=${this.#onSubmit}
      >
        <input type="hidden" name="_form" value=${definition.id} />
        ${state.phase === 'failed' ? failure(messages) : summary(local, messages, { names: this.#names(), goTo: this.#goTo })}
        <fieldset ?disabled=${isSending}>
          ${this.#draft.resolve(definition).map((field) => this.#field(field, local))}
        </fieldset>
        ${this.#slot()}
        <p part="actions">
          <button id="send" part="button primary" aria-disabled=${isSending || nothing}>
            ${progress || messages.form[state.phase === 'failed' ? 'tryAgain' : 'submit']}
          </button>
          <button part="button" type="button" @click=${this.#cancel}>
            ${messages.form.cancel}
          </button>
        </p>
        <p role="status">${progress}</p>
      </form>
      ${discardDialog(messages, this.#discard)}`;
  }

  #field({ field, visible, required, groups }: ResolvedField, issues: readonly Issue[]) {
    if (!visible) return nothing;
    return html`<div part="field" @change=${() => this.#recheck(field.name, { say: true })}>
      ${this.fieldTypes[field.type]?.render({
        field,
        groups,
        required,
        id: `field-${field.name}`,
        value: this.#draft.values[field.name],
        error: issues.find(({ path }) => path[0] === field.name)?.message,
        messages: this.messages,
        change: (value) => this.#change(field, value),
      })}
    </div>`;
  }

  #slot() {
    return html`<slot
      name="attachments"
      @slotchange=${() => this.requestUpdate()}
      @file-uploaded=${this.#onFiles}
      @file-removed=${this.#onFiles}
    ></slot>`;
  }

  #prefilled(): Record<string, unknown> {
    if (!this.prefillFromUrl || typeof location === 'undefined') return this.prefill;
    const query = new URLSearchParams(location.search);
    return { ...prefillFrom(query, this.#form.model.definition), ...this.prefill };
  }

  #change(field: Field, value: unknown): void {
    const before = this.#draft.values[field.name];
    this.#draft.write(field.name, value);
    // Most keys change nothing that is drawn: then nothing is drawn again.
    const isDrawn =
      typeof value !== 'string' ||
      this.#form.model.isDeciding(field.name) ||
      isCounted(field, Math.max(value.length, typeof before === 'string' ? before.length : 0));
    if (isDrawn) this.requestUpdate();
    void this.#recheck(field.name, { say: false });
    this.#tellChanged([field.name]);
  }

  #tellChanged(names: readonly string[]): void {
    const event = new CaseChangedEvent(this.draft, names);
    this.dispatchEvent(event);
  }

  /** A mended answer loses its error at once; one that is still wrong is told so when it is left. */
  async #recheck(name: string, { say }: { say: boolean }): Promise<void> {
    const isAbout = ({ path }: Issue) => path[0] === name;
    if (!this.#issues.some(isAbout)) return;
    const checked = await this.#check();
    const found = 'issues' in checked ? checked.issues.find(isAbout) : undefined;
    const issues = this.#issues.flatMap((issue) => {
      if (!isAbout(issue)) return [issue];
      return found ? [say ? found : issue] : [];
    });
    this.#submission.dispatch({ type: 'revised', issues });
  }

  get #issues(): readonly Issue[] {
    const { state } = this.#submission;
    return state.phase === 'editing' ? state.issues : [];
  }

  async #check(): Promise<Checked> {
    const checked = await this.#form.model.check(this.draft, this.messages);
    const failed = this.#files().filter(({ status }) => status === 'failed').length;
    if ('issues' in checked || !failed) return checked;
    const message = this.messages.errors.filesFailed(failed);
    return { issues: [{ path: ['attachments'], message }] };
  }

  #send(draft: Draft, signal: AbortSignal): Outcome | PromiseLike<Outcome> {
    const backend = this.backend ?? (this.action ? jsonBackend({ url: this.action }) : undefined);
    if (backend) return backend.submit(draft, { signal });
    throw new TypeError('Answer case-submit, or set backend or action.');
  }

  #fileSources(): (HTMLElement & AttachmentSource)[] {
    return [
      ...this.querySelectorAll<HTMLElement & AttachmentSource>(':scope > [slot=attachments]'),
    ];
  }

  #files() {
    return this.#fileSources().flatMap(({ attachments = [] }) => attachments);
  }

  #onFiles = (): void => {
    void this.#recheck('attachments', { say: true });
    this.#tellChanged(['attachments']);
  };

  #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.submit();
  };

  #goTo = (name: string): void => {
    if (name === 'attachments') this.#fileSources()[0]?.focus();
    else this.#focus(`field-${name}`);
  };

  #focus(id: string): void {
    this.shadowRoot?.getElementById(id)?.focus();
  }

  async #focusLater(id: string): Promise<void> {
    await this.updateComplete;
    this.#focus(id);
  }

  #cancel = (): void => {
    if (!this.#draft.isDirty && !this.#files().length) this.#discard();
    else this.shadowRoot?.querySelector('dialog')?.showModal();
  };

  #discard = (): void => {
    // Closed by itself, it would give the focus back after the form has moved it on.
    this.shadowRoot?.querySelector('dialog')?.close();
    const { draft } = this;
    const event = new CaseDiscardEvent(draft);
    if (!this.dispatchEvent(event)) return;
    this.#restart();
    const discarded = new CaseDiscardedEvent(draft);
    this.dispatchEvent(discarded);
  };

  #restart(): void {
    this.#draft.restart();
    for (const source of this.#fileSources()) source.clear();
    this.#submission.restart();
    this.#tellChanged(this.#names());
    void this.#focusFirst();
  }

  /** The questions that are shown, first things first. */
  #names(): string[] {
    const fields = this.#draft.resolve(this.#form.model.definition);
    return fields.flatMap(({ visible, field }) => (visible ? [field.name] : []));
  }

  #focusFirst(): Promise<void> {
    return this.#focusLater(`field-${this.#names()[0]}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-form': CaseForm;
  }
}
