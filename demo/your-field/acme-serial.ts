import { readSerial } from '../forms/serial.js';

/** What the form says of a control on its element; the one that has the focus needs it. */
const SAID = ['aria-label', 'aria-describedby', 'aria-invalid', 'required'];

/** Takes a serial number and says at once which device it belongs to. It has `value` and fires `input`. */
export class AcmeSerial extends HTMLElement {
  // A label can be for it then.
  static readonly formAssociated = true;
  static readonly observedAttributes = SAID;

  readonly #input = document.createElement('input');
  readonly #model = document.createElement('output');

  constructor() {
    super();
    this.addEventListener('input', () => this.#name());
    // A press on the label is a press on the element that it is for.
    this.addEventListener('click', ({ target }) => target === this && this.focus());
  }

  get value(): string {
    return this.#input.value;
  }

  set value(value: string) {
    this.#input.value = value;
    this.#name();
  }

  connectedCallback(): void {
    if (this.#input.isConnected) return;
    this.#input.autocomplete = 'off';
    this.#input.spellcheck = false;
    // The page styles them from outside: case-form::part(serial).
    this.#input.part.add('serial');
    this.#model.part.add('model');
    this.append(this.#input, this.#model);
  }

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (value === null) this.#input.removeAttribute(name);
    else this.#input.setAttribute(name, value);
  }

  override focus(options?: FocusOptions): void {
    this.#input.focus(options);
  }

  #name(): void {
    this.#model.textContent = readSerial(this.value)?.model ?? '';
  }
}
