import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CaseDiagnosticsMessages } from '../../locales/en.js';
import { define } from '../define.js';
import { theme } from '../theme.styles.js';
import { styles } from './case-diagnostics.styles.js';
import type { DiagnosticsCollector } from './collectors.js';
import type { DiagnosticsPreview } from './diagnostics-preview.js';

export { collectErrors, type CollectErrorsOptions, type ErrorCollector } from './collect-errors.js';
export {
  browserDetails,
  buildDetails,
  type DiagnosticsCollector,
  pageDetails,
} from './collectors.js';

const english: CaseDiagnosticsMessages = { language: 'en', direction: 'ltr' };

/**
 * Technical details that go along when the person wants it: nothing is collected before they tick the box,
 * what was collected is theirs to change, and without the tick nothing goes along.
 *
 * It is the control of a field of the type `diagnostics` (`diagnosticsField`); any other form can use it by
 * its `value` and the `input` event.
 *
 * @tag case-diagnostics
 * @slot - The question beside the box.
 * @slot help - What is said of it, below the question.
 * @event {Event} input - The value is another one: what goes along, or nothing.
 * @csspart option - The box and its question.
 * @csspart preview - What goes along, and all that is said of it.
 * @csspart input - The text that goes along.
 * @csspart hint - What can be done with it, and its limits.
 * @csspart error - Says that nothing could be collected.
 * @csspart button - The button that collects again.
 * @cssprop [--case-accent] - Of the box.
 * @cssprop [--case-text] - Of text.
 * @cssprop [--case-muted] - Of text of second rank.
 * @cssprop [--case-background] - Behind the text.
 * @cssprop [--case-border] - Of lines.
 * @cssprop [--case-error] - Of what went wrong.
 * @cssprop [--case-radius] - Of corners.
 * @cssprop [--case-focus] - Of the ring around what has the focus.
 */
export class CaseDiagnostics extends LitElement {
  static override styles = [theme, styles];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  /** Defines `<case-diagnostics>`, once. */
  static define(registry?: CustomElementRegistry): void {
    define('case-diagnostics', this, registry);
  }

  static override properties = {
    value: { attribute: false },
    collectors: { attribute: false },
    messages: { attribute: false },
  };

  /** What goes along; empty for nothing. */
  value = '';
  /** What is asked when the person agrees, in this order. */
  collectors: readonly DiagnosticsCollector[] = [];
  /** Texts, in the language of the page. */
  messages: CaseDiagnosticsMessages = english;

  /** Collects and shows; it comes with the first tick. */
  #preview: DiagnosticsPreview | undefined;
  #loading: Promise<DiagnosticsPreview> | undefined;
  #isTicked = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('value')) return;
    // A draft that comes back, or one that begins anew.
    const isOurs = this.#preview?.isCollecting || this.#preview?.hasFailed;
    if (this.value || !isOurs) this.#isTicked = this.value !== '';
    if (this.value && !this.#preview) void this.#load().catch(() => undefined);
  }

  protected override render(): TemplateResult {
    const { language, direction } = this.messages;
    return html`<div lang=${language} dir=${direction} @input=${keep} @change=${keep}>
      <label part="option">
        <input type="checkbox" .checked=${this.#isTicked} @change=${this.#onTick} />
        <span><slot></slot></span>
      </label>
      <slot name="help"></slot>
      ${this.#isTicked || this.#preview?.hasFailed ? this.#preview?.render() : nothing}
      <p role="status">${this.#preview?.said}</p>
    </div>`;
  }

  #onTick = ({ target }: Event): void => {
    this.#isTicked = (target as HTMLInputElement).checked;
    this.requestUpdate();
    const isWanted = this.#isTicked;
    void this.#load().then(
      (preview) => (isWanted ? preview.collect() : preview.drop()),
      () => {
        this.#isTicked = false; // Next time it is asked for again.
        this.requestUpdate();
      },
    );
  };

  #load(): Promise<DiagnosticsPreview> {
    this.#loading ??= import('./diagnostics-preview.js').then(
      ({ DiagnosticsPreview }) => {
        this.#preview = new DiagnosticsPreview(this, (value) => this.#give(value));
        this.requestUpdate();
        return this.#preview;
      },
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }

  /** What goes along now. */
  #give(value: string): void {
    this.#isTicked = value !== '';
    this.requestUpdate();
    if (value === this.value) return;
    this.value = value;
    const event = new Event('input', { bubbles: true, composed: true });
    this.dispatchEvent(event);
  }
}

/** The element's own event says when its value is another one. */
function keep(event: Event): void {
  event.stopPropagation();
}

declare global {
  interface HTMLElementTagNameMap {
    'case-diagnostics': CaseDiagnostics;
  }
}
