import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { DIAGNOSTICS_LIMITS, diagnosticsText, told } from '../../core/diagnostics.js';
import { maskSecrets } from '../../core/secrets/find-secrets.js';
import { sleep } from '../../core/sleep.js';
import { enDiagnostics, type DiagnosticsMessages } from '../../locales/en-diagnostics.js';
import type { CaseDiagnostics } from './case-diagnostics.js';
import type { DiagnosticsCollector } from './collectors.js';

/** Milliseconds that a collector may take. */
const PATIENCE = 3000;

/** What is collected once the person has agreed, shown before it goes along. */
export class DiagnosticsPreview {
  isCollecting = false;
  hasFailed = false;
  /** What is announced. */
  said = '';
  readonly #host: CaseDiagnostics;
  readonly #give: (value: string) => void;
  #run = new AbortController();

  constructor(host: CaseDiagnostics, give: (value: string) => void) {
    this.#host = host;
    this.#give = give;
  }

  /** Collects anew. Resolves when the person can see it. */
  async collect(): Promise<void> {
    this.#run.abort();
    this.#run = new AbortController();
    const { signal } = this.#run;
    this.#tell({ isCollecting: true });
    void this.#keepFocus();
    const parts = await Promise.all(this.#host.collectors.map((one) => this.#ask(one, signal)));
    if (signal.aborted) return;
    // Before it is seen anywhere: what is masked here is masked in the draft, too.
    const text = maskSecrets(diagnosticsText(parts));
    const { collected, failed } = this.#texts;
    this.#tell({ hasFailed: !text, said: text ? collected : failed });
    this.#give(text);
  }

  /** The person does not want it any more. */
  drop(): void {
    this.#run.abort();
    this.#tell({ said: this.#texts.removed });
    this.#give('');
    void this.#keepFocus();
  }

  render(): TemplateResult {
    const texts = this.#texts;
    const { lines, characters } = DIAGNOSTICS_LIMITS;
    if (this.isCollecting) return html`<p part="hint">${texts.collecting}</p>`;
    if (this.hasFailed) return html`<p part="error">${texts.failed}</p>`;
    return html`<div part="preview">
      <label for="preview">${texts.preview}</label>
      <textarea
        id="preview"
        part="input"
        rows="8"
        spellcheck="false"
        dir="auto"
        maxlength=${characters}
        aria-describedby="hint"
        .value=${live(this.#host.value)}
        @input=${this.#onInput}
        @blur=${this.#onLeave}
      ></textarea>
      <p part="hint" id="hint">${texts.hint} ${texts.limits(lines, characters)}</p>
      ${
        this.#host.collectors.length
          ? html`<p>
              <button part="button" type="button" @click=${() => void this.collect()}>
                ${texts.again}
              </button>
            </p>`
          : nothing
      }
    </div>`;
  }

  get #texts(): DiagnosticsMessages {
    return this.#host.messages.diagnostics ?? enDiagnostics;
  }

  /** A collector that fails, or takes too long, is none: the others are of use without it. */
  async #ask({ label, collect }: DiagnosticsCollector, signal: AbortSignal) {
    const texts = this.#texts;
    const own = Object.hasOwn(texts, label) && texts[label as keyof DiagnosticsMessages];
    const late = new AbortController();
    const over = AbortSignal.any([signal, late.signal]);
    const text = await Promise.race([
      Promise.resolve().then(collect).then(told),
      sleep(PATIENCE, over).then(() => texts.unavailable),
    ]).catch(() => texts.unavailable);
    late.abort();
    return { label: typeof own === 'string' ? own : label, text: text || texts.nothing };
  }

  #onInput = ({ target }: Event): void => {
    const { value } = target as HTMLTextAreaElement;
    // A text that is being written anew may be empty for a moment.
    if (value) this.#give(value);
  };

  #onLeave = ({ target }: Event): void => {
    if (!(target as HTMLTextAreaElement).value.trim()) this.drop();
  };

  /** What had the focus may be gone with the preview: the box with the question is always there. */
  async #keepFocus(): Promise<void> {
    await this.#host.updateComplete;
    if (document.activeElement === document.body) this.#host.focus();
  }

  #tell(told: { isCollecting?: boolean; hasFailed?: boolean; said?: string }): void {
    this.isCollecting = told.isCollecting ?? false;
    this.hasFailed = told.hasFailed ?? false;
    this.said = told.said ?? '';
    this.#host.requestUpdate();
  }
}
