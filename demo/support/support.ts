import '../../src/define.js';
import { endpoint } from '../../src/adapters/solutions/endpoint.js';
import { parseDefinition } from '../../src/core/parse-definition.js';
import { supportForm } from '../forms/support-form.js';
import { countDeflection } from '../site/deflection.js';

const form = document.querySelector('case-form');
const solutions = document.querySelector('case-solutions');

// Checked here, with what the page loads at once: the form would otherwise ask for the check itself.
if (form) form.definition = parseDefinition(supportForm);
if (solutions) {
  solutions.source = endpoint({ url: '/desk/articles', accepted: '/desk/articles/accepted' });
}
countDeflection();
