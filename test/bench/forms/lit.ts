/** What a team that knows Lit writes by hand, for this one form. */
import { html, LitElement, nothing } from 'lit';
import { contacts, place, products, say, topicsOf, usable } from './questions.js';

class HandWritten extends LitElement {
  static override properties = { values: { state: true }, errors: { state: true } };
  values: Record<string, string> = { contact: 'email' };
  errors: Record<string, string> = {};

  protected override render() {
    const topics = topicsOf(this.values['product'] ?? '');
    return html`<form novalidate @submit=${this.#submit} @input=${this.#input}>
      ${this.#line('requester', say.requester, 'text')}
      <fieldset>
        <legend>${say.contact}</legend>
        ${contacts.map(
          ([value, label]) =>
            html`<label
              ><input
                type="radio"
                name="contact"
                value=${value}
                .checked=${this.values['contact'] === value}
              />${label}</label
            >`,
        )}
      </fieldset>
      ${this.values['contact'] === 'email' ? this.#line('email', say.email, 'email') : nothing}
      ${this.values['contact'] === 'phone' ? this.#line('phone', say.phone, 'tel') : nothing}
      ${this.#select('product', say.product, products)}
      ${topics.length ? this.#select('topic', say.topic, topics) : nothing}
      ${this.#line('subject', say.subject, 'text')}
      <div>
        <label for="description">${say.description}</label>
        <textarea id="description" name="description" rows="8" required></textarea>
        <p>${this.errors['description']}</p>
      </div>
      <button>Submit</button> <button type="button">Cancel</button>
    </form>`;
  }

  #line(name: string, label: string, type: string) {
    return html`<div>
      <label for=${name}>${label}</label>
      <input id=${name} name=${name} type=${type} required />
      <p>${this.errors[name]}</p>
    </div>`;
  }

  #select(name: string, label: string, options: readonly (readonly [string, string])[]) {
    return html`<div>
      <label for=${name}>${label}</label>
      <select id=${name} name=${name}>
        <option value="">Choose…</option>
        ${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
      </select>
      <p>${this.errors[name]}</p>
    </div>`;
  }

  #input = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    this.values = { ...this.values, [name]: value };
  };

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const controls = [...(event.target as HTMLFormElement).elements] as HTMLInputElement[];
    this.errors = Object.fromEntries(
      controls.map((control) => [control.name, control.validationMessage]),
    );
  };
}

customElements.define('hand-written', HandWritten);
const form = new HandWritten();
place().append(form);
await form.updateComplete;
usable();
