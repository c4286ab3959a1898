import { checkbox, consent } from './checkbox.js';
import { choice, choices } from './choice.js';
import type { FieldTypes } from './field-type.js';
import { line, multiline } from './text.js';

/** The built-in field types. Spread them to add your own on one form. */
export const defaultFieldTypes = {
  text: line('text'),
  multiline,
  email: line('email'),
  phone: line('phone'),
  url: line('url'),
  number: line('number'),
  date: line('date'),
  choice,
  choices,
  checkbox,
  consent,
} satisfies FieldTypes;
