import '../../src/define.js';
import { everyAbility, jsonBackend } from '../../src/adapters/backends/json-backend.js';
import { jsonIncidents } from '../../src/adapters/incidents/json.js';
import { newKey } from '../../src/core/key.js';
import { parseDefinition } from '../../src/core/parse-definition.js';
import {
  browserDetails,
  buildDetails,
  collectErrors,
  pageDetails,
} from '../../src/elements/case-diagnostics/case-diagnostics.js';
import { diagnosticsField } from '../../src/elements/case-diagnostics/diagnostics-field.js';
import { defaultFieldTypes } from '../../src/fields/default-field-types.js';
import { isReceipt } from '../../src/schema/outcome.js';
import { beforeForm, beforeSchemas } from '../forms/before-form.js';
import { people, type People } from '../site/people.js';

const errors = collectErrors();
const form = document.querySelector('case-form');
const incidents = document.querySelector('case-incidents');
const existing = document.querySelector('case-existing');
const select = document.querySelector<HTMLSelectElement>('#person');
const example = document.querySelector<HTMLButtonElement>('#example');
const opened = document.querySelector('#opened');

/** What a case is about that can be found again. */
const EXAMPLE = {
  requester: 'Northwind',
  contact: 'email',
  email: 'maria@northwind.example',
  product: 'data',
  topic: 'import',
  subject: 'Import of orders stops at row 200',
  description: 'The file has 5,000 rows. The last one that arrives is row 200.',
};

/** The form as one person sees it. A guest has no list, so nothing is found for them. */
function show({ person, people: all }: People): void {
  const options = all.map(({ id, name }) => new Option(name, id, false, id === person?.id));
  select?.replaceChildren(new Option('Nobody', '', false, !person), ...options);
  if (example) example.disabled = !person;
  if (!form || !existing) return;
  form.requester = person?.id;
  form.backend = jsonBackend({ url: '/desk/cases', ...(person && { capabilities: everyAbility }) });
  existing.backend = form.backend;
}

if (form) {
  const collectors = [pageDetails(), buildDetails('demo'), browserDetails(), errors];
  form.fieldTypes = { ...defaultFieldTypes, diagnostics: diagnosticsField(collectors) };
  form.definition = parseDefinition(beforeForm, beforeSchemas);
}
if (incidents) {
  incidents.source = jsonIncidents({ url: '/incidents.json' });
  // Nobody is written to: a real page answers when its server has noted the address.
  incidents.addEventListener('incident-notify', (event) => event.respondWith(undefined));
}
example?.addEventListener('click', () => {
  const draft = { key: newKey(), form: beforeForm.id, values: EXAMPLE, attachments: [] };
  const { signal } = new AbortController();
  void form?.backend?.submit(draft, { signal }).then((outcome) => {
    if (opened) opened.textContent = isReceipt(outcome) ? `Case ${outcome.number} is open.` : '';
    existing?.refresh();
  });
});
select?.addEventListener('change', () => {
  void people({ person: select.value || null }).then(show);
});
show(await people());
