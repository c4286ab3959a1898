import Form from '@rjsf/core';
import type { RJSFSchema } from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import { createElement, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { contacts, place, products, say, topicsOf, usable } from './questions.js';

const oneOf = (list: readonly (readonly [string, string])[]) =>
  list.map(([value, title]) => ({ const: value, title }));
const line = (title: string) => ({ type: 'string', title }) as const;
const when = (name: string, value: string, properties: object) => ({
  if: { properties: { [name]: { const: value } }, required: [name] },
  then: { properties },
});

const schema: RJSFSchema = {
  type: 'object',
  required: ['requester', 'contact', 'product', 'subject', 'description'],
  properties: {
    requester: line(say.requester),
    contact: { ...line(say.contact), oneOf: oneOf(contacts), default: 'email' },
    product: { ...line(say.product), oneOf: oneOf(products) },
    subject: line(say.subject),
    description: line(say.description),
  },
  allOf: [
    when('contact', 'email', { email: { ...line(say.email), format: 'email' } }),
    when('contact', 'phone', { phone: line(say.phone) }),
    ...products.map(([product]) =>
      when('product', product, { topic: { ...line(say.topic), oneOf: oneOf(topicsOf(product)) } }),
    ),
  ],
};
const uiSchema = {
  'ui:order': ['requester', 'contact', 'email', 'phone', 'product', 'topic', 'subject', '*'],
  contact: { 'ui:widget': 'radio' },
  description: { 'ui:widget': 'textarea', 'ui:options': { rows: 8 } },
};

function Page() {
  useEffect(usable, []);
  return createElement(Form, { schema, uiSchema, validator });
}

createRoot(place()).render(createElement(Page));
