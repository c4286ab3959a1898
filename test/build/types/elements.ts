import { defaultFieldTypes, element } from '../../../src/index.js';
import type {
  Attachment,
  Case,
  CaseBackend,
  CaseExisting,
  CaseForm,
  CaseIncidents,
  Incident,
  CaseDesk,
  CaseHelpful,
  CaseLauncher,
  CaseList,
  CaseLoadEvent,
  CasesLoadEvent,
  CaseSolutions,
  CaseSubmitEvent,
  CaseUpload,
  CaseView,
  Draft,
  FileUploader,
  FileUploadEvent,
  HelpfulVoteEvent,
  Solution,
  SolutionsSearchEvent,
  SolutionSource,
} from '../../../src/index.js';

declare const solution: Solution;
declare const attachment: Attachment;
declare const outside: unknown;

// The tags are known to everything that finds or makes elements.
const form: CaseForm | null = document.querySelector('case-form');
const panel: CaseSolutions = document.createElement('case-solutions');
const upload: CaseUpload | undefined = document.getElementsByTagName('case-upload')[0];
if (!form || !upload) throw new Error('missing');
// @ts-expect-error: one element is not another
const wrong: CaseForm | null = document.querySelector('case-upload');
// @ts-expect-error: there is no such tag yet
const later: CaseForm = document.createElement('case-forms');

const list: CaseList = document.createElement('case-list');
const view: CaseView = document.createElement('case-view');
const desk: CaseDesk = document.createElement('case-desk');
const foot: CaseHelpful = document.createElement('case-helpful');
const launcher: CaseLauncher = document.createElement('case-launcher');

// An event has its class wherever it is heard: at its element, above it, at the document, at the window.
form.addEventListener('case-submit', (event) => event satisfies CaseSubmitEvent);
document.body.addEventListener('case-submit', (event) => event satisfies CaseSubmitEvent);
document.addEventListener('case-submit', (event) => event satisfies CaseSubmitEvent);
window.addEventListener('case-submit', (event) => event satisfies CaseSubmitEvent);
panel.addEventListener('solutions-search', (event) => event satisfies SolutionsSearchEvent);
upload.addEventListener('file-upload', (event) => event satisfies FileUploadEvent);

const existing: CaseExisting = document.createElement('case-existing');
const incidents: CaseIncidents = document.createElement('case-incidents');
declare const whole: Case;
existing.addEventListener('case-join', (event) => event.respondWith(whole));
// @ts-expect-error: a receipt is no case
existing.addEventListener('case-join', (event) => event.respondWith({ number: '1' }));
existing.addEventListener('case-joined', (event) => event.case.comments.length);
incidents.addEventListener('incident-notify', (event) => event.respondWith(undefined));
incidents.addEventListener(
  'incidents-shown',
  (event) => event.incidents satisfies readonly Incident[],
);
incidents.source = { incidents: async () => Promise.resolve([]) };
// @ts-expect-error: a source without incidents is none
incidents.source = { notify: async () => Promise.resolve() };
view.addEventListener('case-load', (event) => event satisfies CaseLoadEvent);
document.addEventListener('cases-load', (event) => event satisfies CasesLoadEvent);
foot.addEventListener('helpful-vote', (event) => event satisfies HelpfulVoteEvent);
document.addEventListener('session-ended', ({ report }) => report.outcome === 'solved');

// What it carries is typed.
view.addEventListener('case-reply', ({ number, reply }) => [number.length, reply.text.trim()]);
view.addEventListener('case-shown', (event) => event.case.can.comment);
view.addEventListener('case-action-failed', ({ action }) => action === 'reply');
list.addEventListener('cases-shown', ({ page, query }) => [page.cases.length, query.limit]);
list.addEventListener('case-open', ({ summary }) => summary.number.toUpperCase());
desk.addEventListener('case-navigate', ({ route, path }) => [route.name, path.length]);
foot.addEventListener('request-open', ({ context }) => context.article?.title);
launcher.addEventListener('launcher-open', ({ context }) => context.form);
// @ts-expect-error: there is no such action
view.addEventListener('case-action-failed', ({ action }) => action === 'delete');
form.addEventListener('case-changed', ({ draft, changed }) => {
  const names: readonly string[] = changed;
  return [draft.values['subject'], names];
});
form.addEventListener('case-submitted', ({ receipt }) => receipt.number.toUpperCase());
form.addEventListener('case-refused', ({ issues }) => issues[0]?.path.length);
form.addEventListener('case-failed', ({ error }) => error instanceof Error && error.message);
form.addEventListener('case-discard', (event) => event.preventDefault());
form.addEventListener('definition-rejected', ({ error }) => String(error));
panel.addEventListener('solutions-shown', ({ solutions }) => solutions[0]?.title);
panel.addEventListener('solution-accepted', ({ solution: { url } }) =>
  form.consult({ title: '', url }, 'accepted'),
);
upload.addEventListener('file-add', ({ files }) => files[0]?.arrayBuffer());
upload.addEventListener('file-rejected', ({ reason }) => reason === 'size');
upload.addEventListener('file-failed', ({ attachment: { status } }) => status === 'failed');
// @ts-expect-error: a failure is whatever was thrown
form.addEventListener('case-failed', ({ error }) => error.message);
// @ts-expect-error: there is no such reason
upload.addEventListener('file-rejected', ({ reason }) => reason === 'colour');
// @ts-expect-error: a draft is not answered but submitted
form.addEventListener('case-changed', (event) => event.respondWith({ number: '1' }));

// A wrong answer in a listener does not compile, at the element as little as at the document.
form.addEventListener('case-submit', (event) => event.respondWith(async () => ({ number: '1' })));
panel.addEventListener('solutions-search', (event) => event.respondWith([solution]));
upload.addEventListener('file-upload', (event) => event.respondWith(async () => attachment));
// @ts-expect-error: a response is no receipt before it is read
form.addEventListener('case-submit', (event) => event.respondWith(fetch('/cases')));
// @ts-expect-error: JSON is unknown until a schema has parsed it
form.addEventListener('case-submit', (event) => event.respondWith(async () => outside));
// @ts-expect-error: one solution is no list
panel.addEventListener('solutions-search', (event) => event.respondWith(solution));
// @ts-expect-error: an address alone is no solution
panel.addEventListener('solutions-search', (event) => event.respondWith([{ url: '/reset' }]));
// @ts-expect-error: nothing is no attachment
upload.addEventListener('file-upload', (event) => event.respondWith(async () => undefined));
// @ts-expect-error: a reference alone is no attachment
upload.addEventListener('file-upload', (event) => event.respondWith({ ref: 'r1' }));

declare const wholeCase: Case;
view.addEventListener('case-load', (event) => event.respondWith(async () => wholeCase));
view.addEventListener('case-reply', (event) => event.respondWith({ issues: [] }));
list.addEventListener('cases-load', (event) => event.respondWith({ cases: [wholeCase] }));
foot.addEventListener('helpful-vote', (event) => event.respondWith({ yes: 1, total: 2 }));
// @ts-expect-error: a number is no case
view.addEventListener('case-load', (event) => event.respondWith({ number: '1' }));
// @ts-expect-error: a list is no page of one
list.addEventListener('cases-load', (event) => event.respondWith([wholeCase]));
// @ts-expect-error: a count has both of its numbers
foot.addEventListener('helpful-vote', (event) => event.respondWith({ yes: 1 }));

// A port is held to the same answers.
const backend: CaseBackend = {
  submit: async ({ values }: Draft, { signal }) =>
    signal.aborted ? { issues: [] } : { number: String(values['subject']) },
};
const source: SolutionSource = { search: async ({ subject }) => (subject ? [solution] : []) };
const uploader: FileUploader = {
  upload: async (file, { progress }) => (progress(file.size), attachment),
};
form.backend = backend;
panel.source = source;
upload.uploader = uploader;
// @ts-expect-error: a backend resolves with a receipt or a refusal
form.backend = { submit: async () => 'done' };
// @ts-expect-error: a source finds a list
panel.source = { search: async () => solution };
// @ts-expect-error: an uploader says where the file is
upload.uploader = { upload: async () => undefined };

// A field type validates and draws.
const schema = () => ({ '~standard': { validate: (value: unknown) => ({ value }) } });
form.fieldTypes = { ...defaultFieldTypes, serial: { schema, render: element('acme-serial') } };
// @ts-expect-error: this one does not draw
form.fieldTypes = { serial: { schema } };

export { desk, foot, later, launcher, list, wrong };
