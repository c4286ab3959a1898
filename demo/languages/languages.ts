import '../../src/define.js';
import { endpoint } from '../../src/adapters/solutions/endpoint.js';
import { ar } from '../../src/locales/ar.js';
import { de } from '../../src/locales/de.js';
import { en, type Messages } from '../../src/locales/en.js';
import { example } from '../forms/example-case.js';

const languages: Readonly<Record<string, Messages>> = { en, de, ar };
const elements = document.querySelectorAll(
  'case-form, case-upload, case-solutions, case-list, case-view, case-helpful, case-launcher',
);

function speak(messages: Messages): void {
  for (const element of elements) Object.assign(element, { messages });
  // The columns change sides with the direction; the elements see to their own.
  for (const id of ['#speaking', '#rest']) {
    document.querySelector(id)?.setAttribute('dir', messages.direction);
  }
}

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.name !== 'language') return;
  const messages = languages[target.value];
  if (messages) speak(messages);
});

const solutions = document.querySelector('case-solutions');
if (solutions) solutions.source = endpoint({ url: '/desk/articles' });

// A page that knows its cases answers for them, without a backend.
document.addEventListener('cases-load', (event) => event.respondWith({ cases: [example] }));
document.addEventListener('case-load', (event) => event.respondWith(() => example));
