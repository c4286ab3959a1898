import '../../src/define.js';
import { endpoint } from '../../src/adapters/solutions/endpoint.js';
import { supportForm } from '../forms/support-form.js';

const form = document.querySelector('case-form');
const solutions = document.querySelector('case-solutions');

if (form) form.definition = supportForm;
if (solutions) solutions.source = endpoint({ url: '/desk/articles' });
