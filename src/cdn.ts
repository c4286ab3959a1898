import './define.js';

// What a page without a build can use; events are heard by their names.
export { newCaseForm } from './core/new-case-form.js';
export { CaseForm } from './elements/case-form/case-form.js';
export { CaseSolutions } from './elements/case-solutions/case-solutions.js';
export { CaseUpload } from './elements/case-upload/case-upload.js';
export { defaultFieldTypes } from './fields/default-field-types.js';
export { element } from './fields/element.js';
export { en } from './locales/en.js';
