import '../../src/define.js';
import { everyAbility, jsonBackend } from '../../src/adapters/backends/json-backend.js';
import { endpoint } from '../../src/adapters/solutions/endpoint.js';
import { httpUploader } from '../../src/adapters/uploads/http.js';
import { parseDefinition } from '../../src/core/parse-definition.js';
import { supportForm } from '../forms/support-form.js';
import { people, type People } from '../site/people.js';
import { countDeflection } from '../site/deflection.js';

const desk = document.querySelector('case-desk');
const select = document.querySelector<HTMLSelectElement>('#person');

/** Shows the desk as one person sees it. */
function show({ person, people: all }: People): void {
  const options = all.map(({ id, name }) => new Option(name, id, false, id === person?.id));
  select?.replaceChildren(new Option('Nobody', '', false, !person), ...options);
  if (!desk) return;
  desk.person = person?.id ?? '';
  desk.backend = jsonBackend({
    url: '/desk/cases',
    // A guest has no list: a link leads them to their case.
    capabilities: person ? everyAbility : { get: true, comment: true, attach: true, resolve: true },
  });
}

if (desk) {
  desk.definition = parseDefinition(supportForm);
  desk.uploader = httpUploader({ url: '/desk/files' });
  desk.source = endpoint({ url: '/desk/articles', accepted: '/desk/articles/accepted' });
}
select?.addEventListener('change', () => {
  void people({ person: select.value || null }).then(show);
});
countDeflection();
show(await people());
