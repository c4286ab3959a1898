import '../../src/define.js';
import { local } from '../../src/adapters/solutions/local.js';
import { parseDefinition } from '../../src/core/parse-definition.js';
import { guideForm } from '../forms/guide-form.js';

const form = document.querySelector('case-form');
const solutions = document.querySelector('case-solutions');
const search = document.querySelector<HTMLInputElement>('#guide-search');

if (form) {
  form.definition = parseDefinition(guideForm);
  form.prefill = { page: document.querySelector('h1')?.textContent };
}
if (solutions) {
  // No server is asked: the index is a file of the site, and a worker of the page searches it.
  const source = local({ index: '/guide/solutions.idx' });
  solutions.source = source;
  // The first words find it there already.
  document.addEventListener('focusin', () => void source.load().catch(() => undefined), {
    once: true,
  });
}
if (search && solutions) {
  const ask = (): void => {
    solutions.query = search.value;
    solutions.hidden = search.value.trim().length < 3;
  };
  const { messages } = solutions;
  const texts = { ...messages.solutions, heading: 'Pages that fit' };
  solutions.messages = { ...messages, solutions: texts };
  search.addEventListener('input', ask);
  // A browser may have put back what was written before.
  ask();
  // Here people look for a page, and have nothing half written to stay with.
  solutions.addEventListener('solution-open', (event) => {
    event.preventDefault();
    location.assign(event.solution.url);
  });
}
