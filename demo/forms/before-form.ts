import { diagnosticsSchemas } from '../../src/core/diagnostics.js';
import type { Definition } from '../../src/schema/definition.js';
import { deviceSchemas } from './device-form.js';
import { supportForm } from './support-form.js';

/** How the questions of the forms of this site are checked, technical details included. */
export const beforeSchemas = { ...deviceSchemas, ...diagnosticsSchemas };

/** The form of the partner gateway, with technical details that may go along. */
export const beforeForm: Definition = {
  ...supportForm,
  id: 'before-case',
  fields: [
    ...supportForm.fields,
    {
      name: 'diagnostics',
      type: 'diagnostics',
      label: 'Send technical details along',
      help: 'The page, the browser and the last errors: you see them before they go along.',
    },
  ],
};
