import type { Definition } from '../../src/schema/definition.js';

/** For partners whose system is being set up: their cases go to the people who do that. */
export const projectForm: Definition = {
  id: 'project-case',
  fields: [
    {
      name: 'phase',
      type: 'choice',
      label: 'Where is your project?',
      required: true,
      options: [
        { value: 'setup', label: 'Setting up' },
        { value: 'migration', label: 'Moving data' },
        { value: 'training', label: 'Training' },
      ],
    },
    { name: 'subject', type: 'text', label: 'Subject', required: true, maxLength: 250 },
    { name: 'description', type: 'multiline', label: 'Description', required: true, rows: 6 },
  ],
  attachments: { maxFiles: 10, maxSize: 25_000_000 },
  routes: [
    {
      queue: 'Professional Services',
      tags: ['project'],
      expectation: 'usually answered within one working day',
    },
  ],
};
