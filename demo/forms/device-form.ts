import { fieldSchemas } from '../../src/core/field-schemas.js';
import type { Definition } from '../../src/schema/definition.js';
import { serialSchema } from './serial.js';

/** How the questions of this form are checked, in the page and at the desk. */
export const deviceSchemas = { ...fieldSchemas, serial: { schema: () => serialSchema } };

/** A form that asks for a serial number, a question of a type that the host brings itself. */
export const deviceForm: Definition = {
  id: 'device-repair',
  fields: [
    {
      name: 'serial',
      type: 'serial',
      label: 'Serial number',
      help: 'On the label below the device, such as AC-2207-4815-7.',
      required: true,
    },
    {
      name: 'fault',
      type: 'choice',
      label: 'What is wrong with it?',
      required: true,
      options: [
        { value: 'dead', label: 'It does not switch on' },
        { value: 'noise', label: 'It makes a noise' },
        { value: 'damage', label: 'It is damaged' },
        { value: 'other', label: 'Something else' },
      ],
    },
    {
      name: 'description',
      type: 'multiline',
      label: 'Description',
      required: { field: 'fault', equals: 'other' },
      rows: 4,
    },
    { name: 'email', type: 'email', label: 'Email address', required: true, autocomplete: 'email' },
  ],
};
