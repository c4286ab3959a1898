import {
  adoptStyles,
  html,
  LitElement,
  nothing,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { jsonBackend } from '../../adapters/backends/json.js';
import { attachmentSources } from '../../controllers/attachment-sources.js';
import type { ServedForm } from '../../controllers/served-form.js';
import { FormDefinition } from '../../controllers/form-definition.js';
import { SubmissionController } from '../../controllers/submission-controller.js';
import { DraftState } from '../../core/draft-state.js';
import type { Checked } from '../../core/form-model.js';
import { localIssue } from '../../core/issues.js';
import type { OfferedForm } from '../../core/form-choice.js';
import { initialValues } from '../../core/prefill.js';
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
import type { CaseBackend } from '../../ports/case-backend.js';
import type { DraftStore } from '../../ports/draft-store.js';
import type { Consulted } from '../../schema/consulted.js';
import type { Definition } from '../../schema/definition.js';
import type { Draft } from '../../schema/draft.js';
import type { Issue, Outcome } from '../../schema/outcome.js';
import type { Field } from '../../schema/field.js';
import type { SignedIn } from '../../schema/requester.js';
import type { Route } from '../../schema/route.js';
import type { Solution } from '../../schema/solution.js';
import { define } from '../define.js';
import { theme } from '../theme.styles.js';
import { styles } from './case-form.styles.js';
import type * as Later from './case-form.later.js';
import { failure, summary } from './case-form.templates.js';

/**
 * The new-case form, built from a definition.
 *
 * @tag case-form
 * @attr keep-drafts - How long what is written is kept: `device` (as far as the requester or the person lets it, the default), `session` (in this tab alone) or `off`.
 * @attr draft-hours - Hours that a draft is kept after its last change; 24 when not given.
 * @attr sign-in - The address where a person signs in, offered where the backend does not know them.
 * @attr mail - An address of e-mail. Where sending fails for good, a link opens the person's mail program with what they wrote.
 * @attr mail-when - When that link is there: `failed` (the default) or `always`.
 * @slot notices - What a person should know before they write, such as `<case-incidents>`.
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
 * @csspart link - The way to the case, to sign in, or another way out.
 * @csspart ledger - What was sent of the case, on its receipt.
 * @csspart dialog - The question before a draft is dropped.
 * @csspart expectation - Who takes the case, and when to expect an answer.
 * @csspart draft - Everything that is said of how the draft is kept.
 * @csspart draft-status - Where it is kept, and when it was restored.
 * @csspart draft-note - One thing to know of it; `draft-warning` too where a secret may be in it.
 * @csspart draft-leftover - A text that no longer fits the form.
 * @csspart mail - The way out by e-mail.
 * @csspart draft-said - What is announced of it.
 */
export class CaseForm extends LitElement {
  static override styles = [theme, styles];

  /** Defines `<case-form>`, once. */
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
    requester: {},
    forms: { attribute: false },
    page: { attribute: false },
    routes: { attribute: false },
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
  /**
   * The person who has signed in, or what names them. What is known of them need not be asked, and their
   * draft is kept on the device, for nobody else. Without one, a draft stays in this tab. To change it, or
   * to take it away, is to sign out.
   */
  requester: SignedIn | string | undefined;
  /** Forms in the place of `definition`: who gets which, the requester and the page decide, or the person. */
  forms: readonly OfferedForm[] = [];
  /** What the page says of itself, for the conditions of `forms` and `routes`: `page.path` and so on. */
  page: Readonly<Record<string, unknown>> | undefined;
  /** Where cases go, in the place of the routes of the definition. */
  routes: readonly Route[] | undefined;
  /** Keeps drafts in the place of the browser’s own storage. Set it before the form is in the page. */
  draftStore: DraftStore | undefined;

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
      await Promise.all(attachmentSources(this).map((source) => source.whenSettled()));
      await this.#keeper?.takeTurn();
    },
    send: (draft, signal) => this.#send(draft, signal),
    deliver: (once, options) => this.#keeper?.deliver(once, options) ?? once(options.signal),
  });
  readonly #form = new FormDefinition(this, this.#draft);
  #served: ServedForm | undefined;
  #keeper: Later.CaseKeeper | undefined;
  #later: typeof Later | undefined;
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

  /** Drops the draft, and whatever else is kept of the requester on this device: for signing out. */
  async forget(): Promise<void> {
    await this.#keep();
    await this.#keeper?.forget();
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
    const names = [...changed.keys()];
    if (names.some((name) => name !== 'prefill')) this.#form.build();
    if (names.length) {
      const { model, prefill } = this.#form;
      this.#draft.initial = initialValues(model.definition, { ...prefill, ...this.prefill });
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

  protected override firstUpdated(): void {
    void this.#keep();
  }

  /** What keeps drafts comes when there is a form; where it does not, the form does without. */
  async #keep(): Promise<void> {
    this.#later ??= await import('./case-form.later.js').catch(() => undefined);
    if (!this.#later || this.#keeper) return;
    this.#keeper = this.#later.keep({
      form: this,
      state: this.#draft,
      definition: () => this.#form.model.definition,
      fileSources: () => attachmentSources(this),
      restart: () => this.#restart(),
      cancel: () => void this.#cancel(),
    });
  }

  protected override updated(): void {
    for (const source of attachmentSources(this)) {
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
    const restart = () => this.#beginAnew();
    if (state.phase === 'submitted') {
      const slot = this.#slot();
      const hasFiles = attachmentSources(this).length > 0;
      // Without the part that says it well, it is said all the same.
      return (
        this.#later?.receiptView(state.receipt, messages, {
          slot,
          hasFiles,
          restart,
          draft: this.draft,
          definition: this.#form.model.definition,
        }) ??
        html`<p id="notice" tabindex="-1">${messages.form.submitted}: ${state.receipt.number}</p>
          ${slot}`
      );
    }
    if (state.phase === 'solved') {
      const reopen = () => {
        this.#submission.dispatch({ type: 'restart' });
        void this.#focusFirst();
      };
      return (
        this.#later?.solvedView(messages, { restart, reopen }) ??
        html`<p id="notice" tabindex="-1">${messages.form.solved}</p>`
      );
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
        <slot name="notices"></slot>
        <fieldset ?disabled=${isSending}>
          ${this.#form.tailor?.chooser()}
          ${this.#draft.resolve(definition).map((field) => this.#field(field, local))}
        </fieldset>
        ${this.#slot()} ${this.#later?.routingView(this, this.draft, definition)}
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
      ${this.#later?.discardDialog(messages, this.#discard)}`;
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
      @file-described=${this.#onFiles}
    ></slot>`;
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
    const { action, requester } = this;
    const backend = this.backend ?? (action ? jsonBackend({ url: action, requester }) : undefined);
    if (backend) return backend.submit(draft, { signal });
    // With a status that no other try would change.
    throw Object.assign(new TypeError('Answer case-submit, or set backend or action.'), {
      status: 0,
    });
  }

  #files() {
    return attachmentSources(this).flatMap(({ attachments = [] }) => attachments);
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
    if (name === 'attachments') attachmentSources(this)[0]?.focus();
    else this.#focus(`field-${name}`);
  };

  #focus(id: string): void {
    this.shadowRoot?.getElementById(id)?.focus();
  }

  async #focusLater(id: string): Promise<void> {
    await this.updateComplete;
    this.#focus(id);
  }

  /** Where nobody can be asked, nothing is dropped. */
  #cancel = async (): Promise<void> => {
    if (this.#draft.isDirty || this.#files().length) {
      await this.#keep();
      await this.updateComplete;
      this.shadowRoot?.querySelector('dialog')?.showModal();
    } else this.#discard();
  };

  #discard = (): void => {
    // Closed by itself, it would give the focus back after the form has moved it on.
    this.shadowRoot?.querySelector('dialog')?.close();
    const { draft } = this;
    const event = new CaseDiscardEvent(draft);
    if (!this.dispatchEvent(event)) return;
    this.#beginAnew();
    const discarded = new CaseDiscardedEvent(draft);
    this.dispatchEvent(discarded);
  };

  #restart(): void {
    this.#draft.restart();
    for (const source of attachmentSources(this)) source.clear();
    this.#submission.restart();
    this.#tellChanged(this.#names());
  }

  /** The person begins another draft: they are where it begins. */
  #beginAnew(): void {
    this.#restart();
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
