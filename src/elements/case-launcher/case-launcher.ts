import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { OfferedForm } from '../../core/form-choice.js';
import type { RequestContext } from '../../core/request-context.js';
import { LauncherOpenEvent } from '../../events/launcher-events.js';
import type { FieldTypes } from '../../fields/field-type.js';
import { enLauncher } from '../../locales/en-launcher.js';
import type { CaseLauncherMessages } from '../../locales/en.js';
import type { CaseBackend } from '../../ports/case-backend.js';
import type { FileUploader } from '../../ports/file-uploader.js';
import type { SolutionSource } from '../../ports/solution-source.js';
import type { Definition } from '../../schema/definition.js';
import type { Requester } from '../../schema/requester.js';
import { define, emptiedRoot } from '../define.js';
import { styles } from './case-launcher.styles.js';
import type { LauncherDialog } from './launcher-dialog.js';

const english: CaseLauncherMessages = { language: 'en', direction: 'ltr' };

/**
 * A button, or any element of the page, that loads a form and opens it in a dialog.
 *
 * Nothing but the button is loaded until somebody points at it, puts the focus on it or presses it. What is
 * written in the dialog stays when it is closed.
 *
 * @tag case-launcher
 * @slot - The words on the button.
 * @slot trigger - A button or a link of yours in place of the button.
 * @slot content - What the dialog shows in place of the form. It is yours to load.
 * @event {LauncherOpenEvent} launcher-open - The dialog is about to open; cancel to keep it closed.
 * @event {LauncherOpenedEvent} launcher-opened - The dialog is open.
 * @event {LauncherClosedEvent} launcher-closed - The dialog is closed; what was written in it is still there.
 * @csspart button - The button that opens the dialog.
 * @csspart failure - Says that nothing could be loaded.
 * @csspart dialog - The dialog.
 * @csspart header - Its upper edge.
 * @csspart title - Its title.
 * @csspart close - The button that closes it.
 * @csspart content - What it shows.
 * @csspart form - The form in it.
 * @csspart solutions - The recommended articles in it.
 * @cssprop [--case-accent] - Behind the button.
 * @cssprop [--case-accent-text] - On the button.
 * @cssprop [--case-text] - Of text.
 * @cssprop [--case-background] - Behind the dialog.
 * @cssprop [--case-border] - Of lines.
 * @cssprop [--case-error] - Of what went wrong.
 * @cssprop [--case-radius] - Of corners.
 * @cssprop [--case-gap] - Between things.
 * @cssprop [--case-focus] - Of the ring around what has the focus.
 */
export class CaseLauncher extends LitElement {
  static override styles = styles;

  /** Defines `<case-launcher>`, once. */
  static define(registry?: CustomElementRegistry): void {
    define('case-launcher', this, registry);
  }

  static override properties = {
    for: {},
    heading: {},
    action: {},
    filesAction: { attribute: 'files-action' },
    definition: {},
    forms: { attribute: false },
    page: { attribute: false },
    fieldTypes: { attribute: false },
    prefill: { attribute: false },
    context: { attribute: false },
    backend: { attribute: false },
    source: { attribute: false },
    uploader: { attribute: false },
    requester: { attribute: false },
    load: { attribute: false },
    messages: { attribute: false },
    state: { state: true },
  };

  /**
   * The `id` of the element that opens the dialog, in the same document or shadow root; it may come later.
   * There is no button then.
   */
  for = '';
  /** The title of the dialog, where the texts have none that fits. */
  heading = '';
  /** Where drafts are posted when there is neither an answer nor a backend. */
  action: string | undefined;
  /** Where files are posted when nobody else takes them. Without it and `uploader`, none are asked for. */
  filesAction = '';
  /** The form's definition, or its JSON. */
  definition: Definition | string | undefined;
  /** Several forms, one of which is opened: see `chooseForm` of `case-elements/core`. */
  forms: readonly OfferedForm[] = [];
  /** What the page says of itself, for the conditions of `forms`. */
  page: Readonly<Record<string, unknown>> = {};
  /** The field types that a definition can name. */
  fieldTypes: FieldTypes | undefined;
  /** Answers that the page knows beforehand, by field name. */
  prefill: Readonly<Record<string, unknown>> = {};
  /** How the person came to ask; it goes with the case where the definition has fields for it. */
  context: RequestContext = {};
  /** Opens the case when no listener answers `case-submit`. */
  backend: CaseBackend | undefined;
  /** Where recommended articles come from; without it none are shown. */
  source: SolutionSource | undefined;
  /** Takes the files. */
  uploader: FileUploader | undefined;
  /** Who asks, where the page knows it: what is known is not asked. */
  requester: Requester | undefined;
  /**
   * Brings what the dialog shows in place of the form, before it opens for the first time: the node, or
   * nothing when it fills the slot `content`.
   */
  load: (() => Node | undefined | Promise<Node | undefined>) | undefined;
  /** Texts, in the language of the page. */
  messages: CaseLauncherMessages = english;

  /** Whether it is on its way, or could not be loaded. */
  declare private state: 'idle' | 'loading' | 'failed';
  #dialog: LauncherDialog | undefined;
  #loading: Promise<LauncherDialog> | undefined;
  #opening: Promise<boolean> | undefined;
  #wanted: AbortController | undefined;
  #connection = new AbortController();

  constructor() {
    super();
    this.state = 'idle';
  }

  /** Whether the dialog is open. */
  get isOpen(): boolean {
    return !!this.#dialog?.isOpen;
  }

  /**
   * Opens the dialog, and loads what it shows when that is not there yet.
   *
   * Resolves with whether it is open: it is not when a listener has refused, when it could not be loaded,
   * which the person is told, or when it was closed meanwhile.
   */
  async open(context: RequestContext = this.context): Promise<boolean> {
    if (this.isOpen) return true;
    // Pressed twice, it opens once.
    if (this.#opening) return this.#opening;
    const event = new LauncherOpenEvent(context);
    if (!this.dispatchEvent(event)) return false;
    this.context = context;
    const opening = (this.#opening = this.#show());
    try {
      return await opening;
    } finally {
      if (this.#opening === opening) this.#opening = undefined;
    }
  }

  async #show(): Promise<boolean> {
    const wanted = (this.#wanted = new AbortController());
    this.state = 'loading';
    const dialog = await this.preload().catch(() => undefined);
    this.state = dialog ? 'idle' : 'failed';
    if (!dialog || wanted.signal.aborted) return false;
    await this.updateComplete;
    return dialog.show();
  }

  /** Closes the dialog. What is written in it stays. */
  close(): void {
    this.#wanted?.abort();
    this.#opening = undefined;
    this.#dialog?.close();
  }

  /** Loads what the dialog shows, so that it opens at once. Rejects when it cannot; it may be tried again. */
  preload(): Promise<LauncherDialog> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  /** What a server has rendered gives way. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return emptiedRoot(this) ?? super.createRenderRoot();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    // What opens the dialog may come later, or be replaced, but its root is there and hears it.
    const root = this.getRootNode();
    root.addEventListener('click', this.#onClick, { signal });
    for (const name of ['pointerover', 'focusin']) {
      root.addEventListener(name, this.#onApproach, { signal, passive: true });
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
    this.close();
  }

  protected override render(): TemplateResult {
    const { language, direction, launcher: texts = enLauncher } = this.messages;
    const button = html`<slot name="trigger"
      ><button part="button" type="button" aria-haspopup="dialog">
        <slot>${texts.open}</slot>
      </button></slot
    >`;
    return html`<div lang=${language} dir=${direction}>
      ${this.for ? nothing : button}
      <p role="status">${this.state === 'loading' ? texts.loading : nothing}</p>
      <p part="failure" role="alert">${this.state === 'failed' ? texts.failed : nothing}</p>
      ${this.#dialog?.render()}
    </div>`;
  }

  async #load(): Promise<LauncherDialog> {
    const { LauncherDialog } = await import('./launcher-dialog.js');
    const dialog = await LauncherDialog.for(this);
    this.#dialog = dialog;
    this.requestUpdate();
    return dialog;
  }

  #onClick = (event: Event): void => {
    const { button, metaKey, ctrlKey, shiftKey, altKey } = event as MouseEvent;
    const isPlain = !(button || metaKey || ctrlKey || shiftKey || altKey);
    if (event.defaultPrevented || !isPlain || !this.#isTrigger(event)) return;
    event.preventDefault(); // The page may have given it a link, for as long as there is no script.
    void this.open();
  };

  #onApproach = (event: Event): void => {
    // When it fails, pressing the button says so.
    if (this.#isTrigger(event)) void this.preload().catch(() => undefined);
  };

  /** Whether something happens to what opens the dialog, and not to what is in it. */
  #isTrigger(event: Event): boolean {
    const path = event.composedPath();
    if (this.for) return path.some((target) => (target as Partial<Element>).id === this.for);
    const slot = this.renderRoot.querySelector('slot[name=trigger]');
    return !!slot && path.includes(slot);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-launcher': CaseLauncher;
  }
}
