import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { FormBeside } from '../../controllers/form-beside.js';
import { QuietMoment } from '../../controllers/quiet-moment.js';
import type { CaseExistingMessages } from '../../locales/en.js';
import type { CaseBackend } from '../../ports/case-backend.js';
import { define, emptiedRoot } from '../define.js';
import { notice } from '../notice.styles.js';
import { theme } from '../theme.styles.js';
import { styles } from './case-existing.styles.js';
import type { ExistingView } from './existing-view.js';

const english: CaseExistingMessages = { language: 'en', direction: 'ltr' };

/** Characters of a subject before anybody is asked for cases about it. */
const ENOUGH = 6;

/**
 * Says that there is an open case about what somebody writes, and adds the draft to it: text and files become
 * a comment, and the draft ends. When that does not work, everything is still there.
 *
 * It stands in a form (`slot="notices"` of `<case-form>`) or beside one (`for`). It takes no place while
 * there is nothing to say, and grows only when nothing moves under the hands of whoever writes.
 *
 * @tag case-existing
 * @event {CasesLoadEvent} cases-load - Asks for the open cases of the person: `event.respondWith()`; cancel to show none.
 * @event {ExistingShownEvent} existing-shown - Other cases than before are on screen.
 * @event {CaseOpenEvent} case-open - The person opens one of them; cancel to open it yourself.
 * @event {CaseJoinEvent} case-join - The draft is to join a case: `event.respondWith()`; cancel to keep it.
 * @event {CaseJoinedEvent} case-joined - What was written is on the case; the draft has ended.
 * @event {CaseActionRefusedEvent} case-action-refused - It was not added, and why.
 * @event {CaseActionFailedEvent} case-action-failed - Nobody knows whether it was added.
 * @cssstate shown - There is something to say.
 * @csspart panel - Everything.
 * @csspart heading - The heading.
 * @csspart case - One case.
 * @csspart link - A link to a case.
 * @csspart state - Its number, its status in words and its last change.
 * @csspart hint - What goes to the case.
 * @csspart error - Why it was not added.
 * @csspart actions - A row of buttons.
 * @csspart button - A button; the one that adds is also `primary`.
 * @csspart receipt - What is shown once the draft is on a case.
 * @csspart number - The number of that case.
 * @cssprop [--case-accent] - Of links, and of the button that matters most.
 * @cssprop [--case-accent-text] - On the accent.
 * @cssprop [--case-text] - Of text.
 * @cssprop [--case-muted] - Of text of second rank.
 * @cssprop [--case-background] - Behind what a pointer is over.
 * @cssprop [--case-surface] - Behind the panel.
 * @cssprop [--case-border] - Of lines.
 * @cssprop [--case-error] - Of what is wrong.
 * @cssprop [--case-radius] - Of corners.
 * @cssprop [--case-gap] - Between things.
 * @cssprop [--case-focus] - Of the ring around what has the focus.
 */
export class CaseExisting extends LitElement {
  static override styles = [theme, notice, styles];

  /** Defines `<case-existing>`, once. */
  static define(registry?: CustomElementRegistry): void {
    define('case-existing', this, registry);
  }

  static override properties = {
    for: {},
    backend: { attribute: false },
    linkTemplate: { attribute: 'link-template' },
    messages: { attribute: false },
  };

  /** The `id` of the form, in the same document or shadow root; without it, the form around. */
  for = '';
  /** Lists cases and takes comments where no listener answers; without one, that of the form. */
  backend: CaseBackend | undefined;
  /** The address of a case, with `{number}` where its number goes. */
  linkTemplate = '';
  /** Texts, in the language of the page. */
  messages: CaseExistingMessages = english;

  /** Finds, shows and joins cases; it comes once there is a subject to find them by. */
  #view: ExistingView | undefined;
  #loading: Promise<void> | undefined;
  readonly #form = new FormBeside(this, () => this.#follow());
  readonly #quiet = new QuietMoment(this);
  readonly #internals = this.attachInternals();

  /** Asks for the open cases once more, for a page that has heard of other ones. */
  refresh(): void {
    this.#view?.refresh();
  }

  /** What a server has rendered gives way. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return emptiedRoot(this) ?? super.createRenderRoot();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.stop();
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Where there is nothing to say, it takes no place, nor a gap between others.
    this.#internals.states[this.#view?.isShown ? 'add' : 'delete']('shown');
    if (changed.has('backend')) this.refresh();
    // A draft that has been restored is written already.
    if (changed.has('backend') || changed.has('for') || changed.has('messages')) this.#follow();
  }

  protected override render(): TemplateResult {
    const { language, direction } = this.messages;
    return html`<div lang=${language} dir=${direction}>
      ${this.#view?.render()}
      <p role="status" tabindex="-1">${this.#view?.said}</p>
    </div>`;
  }

  #follow(): void {
    const { subject } = this.#form.draft?.values ?? {};
    if (this.#view) this.#view.follow();
    else if (typeof subject === 'string' && subject.trim().length >= ENOUGH) void this.#load();
  }

  /** Without it a new case can be opened all the same, and the next change tries again. */
  async #load(): Promise<void> {
    this.#loading ??= import('./existing-view.js').then(
      ({ ExistingView }) => {
        this.#view = new ExistingView(this, { form: this.#form, quiet: this.#quiet });
        this.#view.follow();
      },
      () => (this.#loading = undefined),
    );
    await this.#loading;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-existing': CaseExisting;
  }
}
