/** What a team writes by hand: markup in the page, and a script for what depends on answers. */
import { place, topicsOf, usable } from './questions.js';

const form = place().querySelector('form') as HTMLFormElement;
const control = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
const values: Record<string, unknown> = {};

form.addEventListener('input', ({ target }) => {
  const { name, value } = target as HTMLInputElement;
  values[name] = value;
  if (name === 'contact') showContact();
  if (name === 'product') showTopics();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  for (const element of form.elements) {
    const input = element as HTMLInputElement;
    const error = document.getElementById(`${input.name}-error`);
    if (error) error.textContent = input.checkValidity() ? '' : input.validationMessage;
    input.toggleAttribute('aria-invalid', !input.validity.valid);
  }
});

function showContact(): void {
  const { value } = form.elements.namedItem('contact') as unknown as RadioNodeList;
  for (const name of ['email', 'phone']) {
    const row = control(name).closest('div');
    if (row) row.hidden = name !== value;
    control(name).disabled = name !== value;
  }
}

function showTopics(): void {
  const topics = topicsOf(control('product').value);
  const select = control('topic') as unknown as HTMLSelectElement;
  select.replaceChildren(
    new Option('Choose…', ''),
    ...topics.map(([value, label]) => new Option(label, value)),
  );
  const row = select.closest('div');
  if (row) row.hidden = topics.length === 0;
}

showContact();
showTopics();
usable();
