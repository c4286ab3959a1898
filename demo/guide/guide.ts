import '../../src/define.js';
import { endpoint } from '../../src/adapters/solutions/endpoint.js';
import { parseDefinition } from '../../src/core/parse-definition.js';
import { guideForm } from '../forms/guide-form.js';

const form = document.querySelector('case-form');
const solutions = document.querySelector('case-solutions');

if (form) {
  form.definition = parseDefinition(guideForm);
  form.prefill = { page: document.querySelector('h1')?.textContent };
}
if (solutions) solutions.source = endpoint({ url: '/docs-desk/articles' });
