import type { CaseFormMessages } from '../locales/en.js';
import type { Definition } from '../schema/definition.js';
import type { Option } from '../schema/field.js';
import { trust } from './trusted-definition.js';

/** The lists of the default form; each replaces the one of the messages. */
export interface NewCaseLists {
  /** Organisations or persons that are proposed as the one who has the issue. */
  readonly requesters?: readonly string[];
  readonly products?: readonly Option[];
  /** Topics by the value of their product. */
  readonly topics?: Readonly<Record<string, readonly Option[]>>;
}

/** The default definition: the new-case form of a partner portal. */
export function newCaseForm(
  { newCase: say }: CaseFormMessages,
  lists: NewCaseLists = {},
): Definition {
  const products = lists.products ?? toOptions(say.products);
  const topics =
    lists.topics ??
    Object.fromEntries(Object.entries(say.topics).map(([key, list]) => [key, toOptions(list)]));
  const groups = Object.entries(topics).map(([product, options]) => ({
    when: { field: 'product', equals: product },
    options,
  }));
  return trust({
    id: 'new-case',
    fields: [
      {
        name: 'requester',
        type: 'text',
        label: say.requester,
        help: say.requesterHelp,
        required: true,
        autocomplete: lists.requesters ? 'off' : 'name',
        suggestions: lists.requesters,
      },
      {
        name: 'contact',
        type: 'choice',
        display: 'radio',
        label: say.contact,
        required: true,
        default: 'email',
        options: [
          { value: 'email', label: say.contactEmail },
          { value: 'phone', label: say.contactPhone },
          { value: 'case', label: say.contactCase },
        ],
      },
      {
        name: 'email',
        type: 'email',
        label: say.email,
        required: true,
        autocomplete: 'email',
        visible: { field: 'contact', equals: 'email' },
      },
      {
        name: 'phone',
        type: 'phone',
        label: say.phone,
        required: true,
        autocomplete: 'tel',
        visible: { field: 'contact', equals: 'phone' },
      },
      { name: 'product', type: 'choice', label: say.product, required: true, options: products },
      {
        name: 'topic',
        type: 'choice',
        label: say.topic,
        options: groups,
        visible: { field: 'product', in: Object.keys(topics) },
      },
      {
        name: 'subject',
        type: 'text',
        label: say.subject,
        help: say.subjectHelp,
        required: true,
        autocomplete: 'off',
        maxLength: 250,
      },
      {
        name: 'description',
        type: 'multiline',
        label: say.description,
        help: say.descriptionHelp,
        required: true,
        rows: 8,
      },
    ],
  });
}

const toOptions = (list: Readonly<Record<string, string>>): Option[] =>
  Object.entries(list).map(([value, label]) => ({ value, label }));
