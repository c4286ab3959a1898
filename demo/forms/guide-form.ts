import { defineForm } from '../../src/core/define-form.js';

/** The form at the foot of each page of the documentation. It is plain JSON. */
export const guideForm = defineForm({
  id: 'guide-question',
  fields: [
    {
      name: 'page',
      type: 'text',
      label: 'Which page is this about?',
      required: true,
      autocomplete: 'off',
    },
    {
      name: 'topic',
      type: 'choice',
      display: 'radio',
      label: 'What is it about?',
      required: true,
      options: [
        { value: 'question', label: 'I have a question' },
        { value: 'unclear', label: 'The page is unclear or wrong' },
        { value: 'bug', label: 'Something does not work as described' },
      ],
    },
    {
      name: 'version',
      type: 'text',
      label: 'Which version do you use?',
      placeholder: '0.1.0',
      autocomplete: 'off',
      visible: { field: 'topic', equals: 'bug' },
    },
    {
      name: 'subject',
      type: 'text',
      label: 'Subject',
      help: 'Pages that may answer it appear while you write.',
      required: true,
      autocomplete: 'off',
      maxLength: 250,
    },
    { name: 'description', type: 'multiline', label: 'Description', required: true, rows: 5 },
    { name: 'email', type: 'email', label: 'Email address', required: true, autocomplete: 'email' },
  ],
});
