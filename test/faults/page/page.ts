import { illWorld } from './ill-world.js';
import { defineForm } from '../../../src/core/define-form.js';
import { CaseForm } from '../../../src/elements/case-form/case-form.js';
import { CaseUpload } from '../../../src/elements/case-upload/case-upload.js';
import { planted } from './planted.js';
import { waysOf } from './uploaders.js';
import { whatIsSeen } from './what-is-seen.js';

const asked = new URLSearchParams(location.search);

const definition = defineForm({
  id: 'faults',
  fields: [
    { name: 'subject', type: 'text', label: 'Subject', required: true },
    {
      name: 'urgency',
      type: 'choice',
      display: 'radio',
      label: 'Urgency',
      required: true,
      default: 'low',
      options: [
        { value: 'low', label: 'It can wait' },
        { value: 'high', label: 'Nothing works' },
      ],
    },
    { name: 'description', type: 'multiline', label: 'Description', required: true, rows: 8 },
  ],
});

CaseForm.define();
CaseUpload.define();
const form = document.querySelector('case-form');
const upload = document.querySelector('case-upload');
if (!form || !upload) throw new Error('The page has no form.');

const plant = planted(asked.get('plant') ?? '');
form.definition = definition;
form.requester = 'maria';
const ways = waysOf(asked.get('protocol') ?? 'http');
form.backend = plant.backend(ways.backend);
upload.uploader = plant.uploader(ways.uploader);
plant.keep(form);

const faults = {
  ...illWorld,
  seen: whatIsSeen,
  /** Adds files as a paste does: a browser calls every picture the same, and one may come twice a second. */
  add: async (files: readonly { name: string; type: string; base64: string }[]) => {
    const made = files.map(({ name, type, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      return new File([bytes], name, { type, lastModified: 1_700_000_000_000 });
    });
    upload.add(made);
  },
};
export type Faults = typeof faults;
Object.assign(window, { faults });
