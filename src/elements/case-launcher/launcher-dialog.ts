import { adoptStyles, html, type TemplateResult } from 'lit';
import { LauncherClosedEvent, LauncherOpenedEvent } from '../../events/launcher-events.js';
import { enLauncher } from '../../locales/en-launcher.js';
import { theme } from '../theme.styles.js';
import type { CaseLauncher } from './case-launcher.js';
import { styles } from './case-launcher.styles.js';
import { dialogStyles } from './launcher-dialog.styles.js';
import type { LauncherForm } from './launcher-form.js';

/** The dialog of a launcher. It comes with the first sign that it will be wanted. */
export class LauncherDialog {
  readonly #launcher: CaseLauncher;
  /** The form, where the host gives nothing else. */
  readonly #form: LauncherForm | undefined;
  /** What the host's `load` has brought. */
  readonly #content: Node | undefined;
  #opener: Element | null = null;
  /** Whether the pointer went down outside: a selection of text may end there. */
  #isPressed = false;

  private constructor(launcher: CaseLauncher, content: Node | undefined, form?: LauncherForm) {
    this.#launcher = launcher;
    this.#content = content;
    this.#form = form;
    adoptStyles(launcher.renderRoot as ShadowRoot, [theme, styles, dialogStyles]);
  }

  /** A dialog with everything that it shows; rejects when that cannot be loaded. */
  static async for(launcher: CaseLauncher): Promise<LauncherDialog> {
    const content = await launcher.load?.();
    const isGiven = content ?? launcher.load ?? launcher.querySelector(':scope > [slot=content]');
    if (isGiven) return new LauncherDialog(launcher, content);
    const { LauncherForm } = await import('./launcher-form.js');
    return new LauncherDialog(launcher, undefined, new LauncherForm(launcher));
  }

  get isOpen(): boolean {
    return !!this.#node?.open;
  }

  /** Tells whether it is open then. */
  async show(): Promise<boolean> {
    const dialog = this.#node;
    if (!dialog?.isConnected) return false;
    this.#opener = focusedElement();
    dialog.addEventListener('click', this.#onClick);
    dialog.showModal();
    // Whoever hears the page learns where they are; the next stop is what they came for.
    dialog.querySelector('h2')?.focus();
    await this.#form?.opened();
    const event = new LauncherOpenedEvent();
    this.#launcher.dispatchEvent(event);
    return dialog.open;
  }

  close(): void {
    this.#node?.close();
  }

  render(): TemplateResult {
    const { heading, messages } = this.#launcher;
    const { launcher: texts = enLauncher } = messages;
    return html`<dialog
      part="dialog"
      aria-labelledby="title"
      @close=${this.#onClose}
      @pointerdown=${this.#onPress}
    >
      <div id="frame">
        <header part="header">
          <h2 id="title" part="title" tabindex="-1">${heading || texts.title}</h2>
          <button part="button close" type="button" @click=${() => this.close()}>
            ${texts.close}
          </button>
        </header>
        <div part="content">
          <slot name="content">${this.#content ?? this.#form?.render()}</slot>
        </div>
      </div>
    </dialog>`;
  }

  get #node(): HTMLDialogElement | null {
    return this.#launcher.renderRoot.querySelector<HTMLDialogElement>('dialog[part=dialog]');
  }

  #onPress = (event: Event): void => {
    this.#isPressed = event.target === event.currentTarget;
  };

  /** The dialog is all frame: what is pressed beside that is the backdrop. */
  #onClick = (event: Event): void => {
    if (this.#isPressed && event.target === event.currentTarget) this.close();
  };

  #onClose = (event: Event): void => {
    if (event.target !== event.currentTarget) return;
    // The browser gives the focus back by itself, but not to what a mouse has pressed in every one.
    if (this.#opener?.isConnected) (this.#opener as HTMLElement).focus({ preventScroll: true });
    this.#opener = null;
    const closed = new LauncherClosedEvent();
    this.#launcher.dispatchEvent(closed);
  };
}

/** What has the focus, in whatever shadow root. */
function focusedElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element === document.body ? null : element;
}
