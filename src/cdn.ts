import { CaseForm } from './elements/case-form/case-form.js';
import { CaseSolutions } from './elements/case-solutions/case-solutions.js';
import { CaseUpload } from './elements/case-upload/case-upload.js';

/** So that whoever imports this has the types of elements and events, too. */
export type * from './index.js';

// What a page without a build can use; events are heard by their names.
export { newCaseForm } from './core/new-case-form.js';
export { CaseForm, CaseSolutions, CaseUpload };
export { defaultFieldTypes } from './fields/default-field-types.js';
export { element } from './fields/element.js';
export { en } from './locales/en.js';

// The form and what stands beside it: the elements of cases that exist are more than this file may weigh.
CaseForm.define();
CaseSolutions.define();
CaseUpload.define();
