import type { TestContext } from 'node:test';
import { everyAbility, jsonBackend } from '../../src/adapters/backends/json-backend.js';
import { newKey } from '../../src/core/key.js';
import type { Requester } from '../../src/schema/requester.js';
import { type CaseDeskOptions, IdentityError } from '../../src/server/index.js';
import type { KnownCases } from '../contracts/case-backend.js';
import { draftWith, type Fetch, origin, testDesk, upload } from './test-desk.js';

/** Whom the host of a test knows, by what they put into the header `x-user`. */
export const known: Readonly<Record<string, Requester>> = {
  ada: { id: '1', name: 'Ada', email: 'Ada@north.example', organisations: ['Northwind'] },
  colleague: { id: '2', name: 'Cy', email: 'cy@north.example', organisations: ['Northwind'] },
  stranger: { id: '3', name: 'Eve', email: 'Eve@other.example', organisations: ['Other'] },
};

/** A host's own look at who asks. */
export function identify({ headers }: Request): Requester | undefined {
  const user = headers.get('x-user');
  if (user === 'invalid') throw new IdentityError();
  return user === null ? undefined : known[user];
}

/** The default form with a question for those who are copied. */
export const definition = {
  id: 'asked',
  fields: [
    { name: 'subject', type: 'text', label: 'Subject', required: true },
    { name: 'description', type: 'multiline', label: 'Description' },
    { name: 'topic', type: 'text', label: 'Topic' },
    { name: 'cc', type: 'text', label: 'Who else should know?' },
  ],
};

/** A desk that knows people. */
export function peopledDesk(context: TestContext, options: Partial<CaseDeskOptions> = {}) {
  return testDesk(context, { definition, identify, ...options });
}

/** A backend on a desk, as one of the people or as nobody. */
export function backendAs(fetch: Fetch, user?: string) {
  return jsonBackend({
    url: `${origin}/desk/cases`,
    capabilities: everyAbility,
    headers: () => (user === undefined ? {} : { 'x-user': user }),
    fetch: (input, init) => {
      init?.signal?.throwIfAborted();
      return fetch(new Request(input, init));
    },
  });
}

/** A draft of the form that a peopled desk has. */
export const askedDraft = (values: Record<string, unknown> = {}) =>
  draftWith({}, { form: 'asked', values: { subject: 'White page', ...values } });

/** The people of the contract before a desk. */
export function deskPeople(context: TestContext): KnownCases {
  const { fetch, agent } = peopledDesk(context);
  return {
    ada: backendAs(fetch, 'ada'),
    colleague: backendAs(fetch, 'colleague'),
    stranger: backendAs(fetch, 'stranger'),
    invalid: backendAs(fetch, 'invalid'),
    draft: (values = {}, copied) =>
      askedDraft({
        description: 'The page stays white.',
        ...values,
        ...(copied && { cc: `Eve <eve@other.example>` }),
      }),
    reply: (number, text) => {
      agent.answer(number, { key: newKey(), text }, { name: 'Sam' });
    },
    upload: (key) => upload(fetch, 'a note', { key, name: 'note.txt' }),
  };
}
