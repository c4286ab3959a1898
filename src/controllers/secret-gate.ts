import { CaseChangedEvent } from '../events/case-events.js';
import type { KeptField } from '../schema/kept-draft.js';
import type { FormParts } from './kept-form.js';
import { type SecretFinder, SecretWatch, type Suspicion } from './secret-watch.js';

export interface SecretGateSteps {
  /** The person has to decide before the draft is sent. */
  readonly ask: () => void;
  readonly show: () => void;
}

/** Lets no draft out that seems to hold a secret before the person has decided what becomes of it. */
export class SecretGate {
  readonly #parts: FormParts;
  readonly #steps: SecretGateSteps;
  readonly #watch = new SecretWatch();
  /** Whether a press of Submit waits for the person. */
  #isHeld = false;
  /** What the person was asked about last. */
  #asked = '';

  constructor(parts: FormParts, steps: SecretGateSteps) {
    this.#parts = parts;
    this.#steps = steps;
    const { shadowRoot } = parts.form;
    const early = { capture: true };
    shadowRoot?.addEventListener('submit', (event) => this.#hold(event), early);
    // What joins another case leaves the page, too.
    parts.form.addEventListener(
      'case-join',
      (event) => this.#mayGo() || event.preventDefault(),
      early,
    );
  }

  /** Until then nothing is found. */
  use(finder: SecretFinder): void {
    this.#watch.use(finder);
  }

  get suspicions(): Suspicion[] {
    const { state, definition } = this.#parts;
    return this.#watch.suspicions(definition(), state.values);
  }

  /** An answer without what must not be stored. */
  storable(field: KeptField): KeptField {
    const { value } = field;
    if (typeof value !== 'string') return field;
    const masked = this.#watch.masked(value);
    return masked === value ? field : { ...field, value: masked };
  }

  /** Takes out of the answers what seems to be secret. */
  mask(): void {
    const { form, state } = this.#parts;
    const isMeant = this.#isMeant;
    const names = this.suspicions.map(({ name }) => name);
    for (const name of names) state.write(name, this.#watch.masked(String(state.values[name])));
    form.requestUpdate();
    const event = new CaseChangedEvent(form.draft, names);
    form.dispatchEvent(event);
    this.#release(isMeant);
  }

  /** It is meant to be sent. */
  sendAsIs(): void {
    const isMeant = this.#isMeant;
    const { state } = this.#parts;
    for (const { name } of this.suspicions) this.#watch.allow(String(state.values[name]));
    this.#release(isMeant);
  }

  /** Another draft has begun: it is asked about anew. */
  forget(): void {
    this.#asked = '';
    this.#isHeld = false;
  }

  /** Whether a press of Submit waits for what is decided now, and not for something since mended. */
  get #isMeant(): boolean {
    return this.#isHeld && JSON.stringify(this.suspicions) === this.#asked;
  }

  /** A press of Submit goes on once the person has decided. */
  #hold(event: Event): void {
    this.#isHeld = !this.#mayGo();
    if (!this.#isHeld) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** What was not seen before is asked about once; whoever goes on then means it. */
  #mayGo(): boolean {
    const found = JSON.stringify(this.suspicions);
    if (found === '[]' || found === this.#asked) return true;
    this.#asked = found;
    this.#steps.ask();
    return false;
  }

  /** The person has decided; what they had begun goes on. */
  #release(isMeant: boolean): void {
    this.#isHeld = false;
    this.#steps.show();
    if (isMeant) void this.#parts.form.submit();
  }
}
