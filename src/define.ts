import { CaseForm } from './elements/case-form/case-form.js';
import { CaseSolutions } from './elements/case-solutions/case-solutions.js';
import { CaseUpload } from './elements/case-upload/case-upload.js';

CaseForm.define();
CaseSolutions.define();
CaseUpload.define();
