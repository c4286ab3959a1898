import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { FormBeside } from '../../controllers/form-beside.js';
import { QuietMoment } from '../../controllers/quiet-moment.js';
import type { CaseIncidentsMessages } from '../../locales/en.js';
import type { IncidentSource } from '../../ports/incident-source.js';
import { define, emptiedRoot } from '../define.js';
import { notice } from '../notice.styles.js';
import { theme } from '../theme.styles.js';
import { styles } from './case-incidents.styles.js';
import type { IncidentsView } from './incidents-view.js';

const english: CaseIncidentsMessages = { language: 'en', direction: 'ltr' };

/**
 * Says what is known to be wrong, before somebody writes a case about it, and has them notified instead.
 *
 * It stands in a form (`slot="notices"` of `<case-form>`) or beside one (`for`), or alone. What may be the
 * matter of the draft comes first and opened out; the rest is one line. It takes no place while there is
 * nothing to say, and grows only when nothing moves under the hands of whoever writes. A source that fails
 * shows nothing.
 *
 * @tag case-incidents
 * @event {CaseIncidentsShownEvent} incidents-shown - Other incidents than before are on screen.
 * @event {CaseIncidentNotifyEvent} incident-notify - The person wants to be told: `event.respondWith()`.
 * @event {CaseIncidentNotifiedEvent} incident-notified - They will be told.
 * @cssstate shown - There is something to say.
 * @csspart panel - Everything.
 * @csspart heading - The heading.
 * @csspart incident - One incident; also `relevant`.
 * @csspart title - Its title.
 * @csspart state - How far those who work on it are, and since when.
 * @csspart components - What it touches.
 * @csspart link - A link to the status page.
 * @csspart others - The incidents that are not relevant; closed, it is one line.
 * @csspart notify - What has the person notified.
 * @csspart input - Where they write their address.
 * @csspart error - What is wrong with it.
 * @csspart actions - A row of buttons.
 * @csspart button - A button; the one that matters most is also `primary`.
 * @csspart note - What is said after an answer.
 * @cssprop [--case-accent] - Of links, and of the mark of what is relevant.
 * @cssprop [--case-accent-text] - On the accent.
 * @cssprop [--case-text] - Of text.
 * @cssprop [--case-muted] - Of text of second rank.
 * @cssprop [--case-background] - Behind the field.
 * @cssprop [--case-surface] - Behind the panel.
 * @cssprop [--case-border] - Of lines.
 * @cssprop [--case-error] - Of what is wrong.
 * @cssprop [--case-radius] - Of corners.
 * @cssprop [--case-gap] - Between things.
 * @cssprop [--case-focus] - Of the ring around what has the focus.
 */
export class CaseIncidents extends LitElement {
  static override styles = [theme, notice, styles];

  /** Defines `<case-incidents>`, once. */
  static define(registry?: CustomElementRegistry): void {
    define('case-incidents', this, registry);
  }

  static override properties = {
    for: {},
    source: { attribute: false },
    notifies: { type: Boolean },
    email: {},
    messages: { attribute: false },
  };

  /** The `id` of the form, in the same document or shadow root; without it, the form around. */
  for = '';
  /** Where incidents come from. */
  source: IncidentSource | undefined;
  /** Whether the page answers `incident-notify`, where the source cannot. */
  notifies = false;
  /** The address of the person, where the page knows it; else they are asked for it. */
  email = '';
  /** Texts, in the language of the page. */
  messages: CaseIncidentsMessages = english;

  /** Shows incidents; it comes once there are some. */
  #view: IncidentsView | undefined;
  #asked: IncidentSource | undefined;
  #run = new AbortController();
  readonly #form = new FormBeside(this, () => this.#view?.follow());
  readonly #quiet = new QuietMoment(this);
  readonly #internals = this.attachInternals();

  /** Asks the source once more. Never rejects. */
  async refresh(): Promise<void> {
    this.#run.abort();
    this.#run = new AbortController();
    const { signal } = this.#run;
    try {
      const incidents = await this.source?.incidents({ signal });
      if (signal.aborted || !(incidents?.length || this.#view)) return;
      const { IncidentsView } = await import('./incidents-view.js');
      if (this.#run.signal !== signal) return;
      this.#view ??= new IncidentsView(this, { form: this.#form, quiet: this.#quiet });
      await this.#view.take(incidents ?? []);
    } catch {
      // What cannot be told is not said: the form is then as it is without.
    }
  }

  /** What a server has rendered gives way. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return emptiedRoot(this) ?? super.createRenderRoot();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#run.abort();
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Where there is nothing to say, it takes no place, nor a gap between others.
    this.#internals.states[this.#view?.isShown ? 'add' : 'delete']('shown');
    if (changed.has('source') && this.source !== this.#asked) {
      this.#asked = this.source;
      void this.refresh();
    }
    if (changed.has('messages')) void this.#view?.read();
    // Afterwards, since what follows from it is another update.
    if (changed.has('email')) queueMicrotask(() => this.#view?.follow());
  }

  protected override render(): TemplateResult {
    const { language, direction } = this.messages;
    return html`<div lang=${language} dir=${direction}>
      ${this.#view?.render()}
      <p role="status">${this.#view?.said}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-incidents': CaseIncidents;
  }
}
