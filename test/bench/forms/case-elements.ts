import { CaseForm } from '../../../src/elements/case-form/case-form.js';
import { place, usable } from './questions.js';

CaseForm.define();
const form = document.createElement('case-form');
place().append(form);
await form.updateComplete;
usable();
