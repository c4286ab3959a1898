import { CaseForm } from '../../../src/index.js';
import { place, usable } from './questions.js';

CaseForm.define();
const form = document.createElement('case-form');
place().append(form);
await form.updateComplete;
usable();
