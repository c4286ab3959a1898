import * as z from 'zod/mini';
import { defineForm, type DraftOf, type ValuesOf } from '../../../src/core/define-form.js';
import { draftSchema, parseDraft } from '../../../src/core/draft-schema.js';
import { newCaseForm } from '../../../src/core/new-case-form.js';
import { en } from '../../../src/locales/en.js';
import type { Definition } from '../../../src/schema/definition.js';
import type { Draft } from '../../../src/schema/draft.js';

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(): T | undefined => undefined;
// @ts-expect-error: types that are not the same
holds<Same<{ a: string }, { a?: string }>>();

const form = defineForm({
  id: 'form',
  attachments: { maxFiles: 3 },
  fields: [
    { name: 'subject', type: 'text', label: 'Subject', required: true },
    { name: 'details', type: 'multiline', label: 'Details' },
    { name: 'email', type: 'email', label: 'Email', required: true },
    { name: 'phone', type: 'phone', label: 'Phone', required: false },
    { name: 'page', type: 'url', label: 'Page' },
    { name: 'users', type: 'number', label: 'Users', required: true, min: 0 },
    { name: 'since', type: 'date', label: 'Since' },
    {
      name: 'product',
      type: 'choice',
      label: 'Product',
      required: true,
      options: [
        { value: 'web', label: 'Web' },
        { label: 'Apps', options: [{ value: 'ios', label: 'iOS' }] },
        { when: { field: 'users', equals: 0 }, options: [{ value: 'none', label: 'None' }] },
      ],
    },
    {
      name: 'areas',
      type: 'choices',
      label: 'Areas',
      options: [
        { value: 'speed', label: 'Speed' },
        { label: 'More', options: [{ value: 'looks', label: 'Looks' }] },
      ],
    },
    { name: 'open', type: 'choice', label: 'Open' },
    { name: 'urgent', type: 'checkbox', label: 'Urgent' },
    { name: 'terms', type: 'consent', label: 'Terms', required: true },
    {
      name: 'crash',
      type: 'text',
      label: 'Crash',
      required: true,
      visible: { field: 'product', equals: 'ios' },
    },
    {
      name: 'why',
      type: 'text',
      label: 'Why',
      required: { field: 'urgent', equals: true },
    },
    { name: 'serial', type: 'serial', label: 'Serial', required: true },
  ],
});

// A draft is known from its definition: what is certain, what may be missing, and which options there are.
interface Values {
  subject: string;
  details?: string;
  email: string;
  phone?: string;
  page?: string;
  users: number;
  since?: string;
  product: 'web' | 'ios' | 'none';
  areas?: ('speed' | 'looks')[];
  open?: string;
  urgent?: boolean;
  terms: boolean;
  crash?: string;
  why?: string;
  serial: unknown;
}
type Inferred = ValuesOf<typeof form>;
holds<Same<keyof Inferred, keyof Values>>();
holds<Same<Inferred, { [Key in keyof Values]: Values[Key] }>>();
holds<Same<DraftOf<typeof form>['values'], Inferred>>();
holds<Same<Omit<DraftOf<typeof form>, 'values'>, Omit<Draft, 'values'>>>();

// What the schema of a form parses is such a draft.
declare const outside: unknown;
const { data } = z.safeParse(draftSchema(form), outside);
const parsed = (await parseDraft(draftSchema(form), outside)).value;
holds<Same<typeof data, DraftOf<typeof form> | undefined>>();
holds<Same<typeof parsed, DraftOf<typeof form> | undefined>>();

declare const draft: DraftOf<typeof form>;
const product: 'web' | 'ios' | 'none' = draft.values.product;
const areas: readonly ('speed' | 'looks')[] = draft.values.areas ?? [];
draft.values = {
  subject: 'x',
  email: 'x',
  users: 1,
  product,
  areas: [...areas],
  terms: true,
  serial: 1,
};
// @ts-expect-error: no such option
draft.values.product = 'android';
// @ts-expect-error: a hidden field has no answer
const crash: string = draft.values.crash;
// @ts-expect-error: a number is a number once it is parsed
draft.values.users = '7';
// @ts-expect-error: nobody has asked that
void draft.values.colour;

// A definition keeps what it literally says, and has to be one.
const id: 'form' = form.id;
const first: 'subject' = form.fields[0].name;
const definition: Definition = form;
// @ts-expect-error: a field has a label
defineForm({ id: 'x', fields: [{ name: 'a', type: 'text' }] });
// @ts-expect-error: a condition compares
defineForm({ id: 'x', fields: [{ name: 'a', type: 'text', label: 'A', visible: { field: 'b' } }] });
// @ts-expect-error: code is no condition
defineForm({ id: 'x', fields: [{ name: 'a', type: 'text', label: 'A', visible: () => true }] });

// Of a definition from outside, a draft holds what nobody knows.
holds<Same<ValuesOf<Definition>, Record<string, unknown>>>();
holds<Same<DraftOf<ReturnType<typeof newCaseForm>>['values'], Record<string, unknown>>>();
const defaults = z.parse(draftSchema(newCaseForm(en)), outside);
// @ts-expect-error: it may be anything
const subject: string = defaults.values['subject'];

export { crash, data, definition, first, id, parsed, subject };
