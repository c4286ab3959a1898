import { newCaseForm } from '../../src/core/new-case-form.js';
import { en } from '../../src/locales/en.js';
import type { Definition } from '../../src/schema/definition.js';
import type { Field, Option } from '../../src/schema/field.js';

/** For whom a partner of this gateway opens cases; anybody else can be written down. */
const requesters = [
  'Northwind Partner Gateway',
  'Harbour & Sons Shipping',
  'Aalto Logistics',
  'Bluewater Provisions',
  'Maria Okafor',
  'Jonas Lindqvist',
  'Amira Haddad',
];

const products: Option[] = [
  { value: 'account', label: 'Partner account and access' },
  { value: 'system', label: 'System management' },
  { value: 'data', label: 'Data exchange and reports' },
  { value: 'billing', label: 'Billing and contract' },
  { value: 'website', label: 'This website' },
];

const topics: Record<string, Option[]> = {
  account: [
    { value: 'sign-in', label: 'Signing in' },
    { value: 'access', label: 'Access and permissions' },
    { value: 'profile', label: 'Profile and notifications' },
  ],
  system: [
    { value: 'availability', label: 'System is not available' },
    { value: 'performance', label: 'System is slow' },
    { value: 'configuration', label: 'Settings and integrations' },
  ],
  data: [
    { value: 'reports', label: 'Reports' },
    { value: 'import', label: 'Import' },
    { value: 'export', label: 'Export' },
  ],
  billing: [
    { value: 'invoices', label: 'Invoices and payment' },
    { value: 'plan', label: 'Plan and contract' },
  ],
  website: [
    { value: 'browser', label: 'Browser and display' },
    { value: 'uploads', label: 'Uploading files' },
    { value: 'forms', label: 'Forms and cases' },
  ],
};

/** What only some topics need to know. */
const followUps: Field[] = [
  {
    name: 'system',
    type: 'choice',
    label: 'Which system?',
    help: 'The one that you, or the person named above, cannot get into.',
    required: true,
    visible: { field: 'topic', equals: 'access' },
    options: [
      { value: 'orders', label: 'Order desk' },
      { value: 'catalogue', label: 'Product catalogue' },
      { value: 'reporting', label: 'Reporting studio' },
      { value: 'api', label: 'Partner API' },
    ],
  },
  {
    name: 'since',
    type: 'date',
    label: 'Since when?',
    visible: { field: 'topic', in: ['availability', 'performance'] },
  },
];

const { fields } = newCaseForm(en, { requesters, products, topics });

/** Not every case needs somebody to be called. */
const contactOptions: Option[] = [
  { value: 'email', label: en.newCase.contactEmail },
  { value: 'phone', label: en.newCase.contactPhone },
  { value: 'case', label: en.newCase.contactCase },
  { value: 'none', label: 'N/A' },
];

/** The questions of the default form, those of this gateway among them. */
function questions(field: Field): Field[] {
  if (field.name === 'topic') return [field, ...followUps];
  return [field.name === 'contact' ? { ...field, options: contactOptions } : field];
}

/** The new-case form of the partner gateway: the default one with lists and questions of its own. */
export const supportForm: Definition = {
  id: 'partner-case',
  fields: fields.flatMap(questions),
  attachments: { maxFiles: 10, maxSize: 25_000_000 },
  routes: [
    {
      when: { field: 'subject', startsWith: 'Access' },
      queue: 'System Access',
      tags: ['access'],
      severity: 'High',
      expectation: 'usually answered within 4 hours',
    },
    {
      // Whoever chooses the topic need not know the magic word.
      when: { field: 'topic', equals: 'access' },
      queue: 'System Access',
      tags: ['access'],
      expectation: 'usually answered within 4 hours',
    },
    {
      when: { field: 'product', equals: 'billing' },
      queue: 'Billing',
      wayOut: { url: '/docs/', text: 'Invoices are in the billing portal: open it' },
    },
    {
      queue: 'Support',
      severity: 'Normal',
      expectation: 'usually answered within one working day',
    },
  ],
};
