import { contextFields } from '../../src/core/request-context.js';
import { defineForm } from '../../src/core/define-form.js';

/** What a reader is asked who comes from an article; the article goes along by itself. */
export const requestForm = defineForm({
  id: 'article-request',
  fields: [
    { name: 'email', type: 'email', label: 'Email address', required: true, autocomplete: 'email' },
    { name: 'subject', type: 'text', label: 'Subject', required: true, maxLength: 250 },
    { name: 'description', type: 'multiline', label: 'Description', required: true, rows: 5 },
    ...contextFields(),
  ],
});
