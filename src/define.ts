import { CaseDesk } from './elements/case-desk/case-desk.js';
import { CaseDiagnostics } from './elements/case-diagnostics/case-diagnostics.js';
import { CaseExisting } from './elements/case-existing/case-existing.js';
import { CaseIncidents } from './elements/case-incidents/case-incidents.js';
import { CaseList } from './elements/case-list/case-list.js';
import { CaseView } from './elements/case-view/case-view.js';
import { CaseUpload } from './elements/case-upload/case-upload.js';
import { CaseForm } from './elements/case-form/case-form.js';
import { CaseHelpful } from './elements/case-helpful/case-helpful.js';
import { CaseLauncher } from './elements/case-launcher/case-launcher.js';
import { CaseSolutions } from './elements/case-solutions/case-solutions.js';

/** So that whoever imports this has the types of elements and events, too. */
export type * from './index.js';

CaseForm.define();
CaseHelpful.define();
CaseLauncher.define();
CaseSolutions.define();
CaseUpload.define();
CaseDesk.define();
CaseList.define();
CaseView.define();
CaseIncidents.define();
CaseExisting.define();
CaseDiagnostics.define();
