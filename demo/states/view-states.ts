import type { CaseView } from '../../src/elements/case-view/case-view.js';
import type { BackendCapabilities, CaseBackend } from '../../src/ports/case-backend.js';
import type { Case } from '../../src/schema/case.js';
import { example } from '../forms/example-case.js';
import { never, type State } from './gallery.js';

const everything: BackendCapabilities = {
  get: true,
  comment: true,
  attach: true,
  resolve: true,
  reopen: true,
  follow: true,
};

interface Shown {
  readonly answer?: () => unknown;
  readonly comment?: CaseBackend['comment'];
  readonly capabilities?: BackendCapabilities;
}

function view({ answer = () => example, comment, capabilities = everything }: Shown): CaseView {
  const backend: CaseBackend = {
    submit: () => never,
    capabilities,
    get: () => Promise.resolve().then(answer) as Promise<Case>,
    comment: comment ?? (() => never),
    resolve: () => never,
    follow: () => never,
  };
  const created = document.createElement('case-view');
  created.setAttribute('keep-drafts', 'off');
  return Object.assign(created, { backend, number: example.number, poll: 0 });
}

/** Writes a reply and sends it, as a person would. */
async function reply(element: CaseView, text: string): Promise<void> {
  const root = await formOf(element);
  const box = root.querySelector('textarea');
  if (box) {
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
  root.querySelector('form')?.requestSubmit();
}

/** The root of a view once its reply can be written: what changes a case comes after it. */
async function formOf(element: CaseView): Promise<ShadowRoot> {
  for (;;) {
    await element.updateComplete;
    const { shadowRoot } = element;
    if (shadowRoot?.querySelector('form')) return shadowRoot;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

const sending = view({});
const lost = view({ comment: () => Promise.reject(new Error('No connection')) });
const refused = view({
  comment: () =>
    Promise.resolve({ issues: [{ path: [], message: 'Sign in again.', code: 'identity' }] }),
});

const issue = (code: string) => ({ issues: [{ path: [], message: code, code }] });

export const viewStates: readonly State[] = [
  { name: 'A case that waits for an answer', element: view({}) },
  {
    name: 'A solved case, without files and answers',
    element: view({
      answer: () => ({
        ...example,
        status: 'solved',
        label: 'Solved',
        attachments: [],
        comments: [],
        can: { comment: false, attach: false, resolve: false, reopen: true, follow: true },
      }),
    }),
  },
  { name: 'To be read only', element: view({ capabilities: { get: true } }) },
  // It never ends, so nobody waits for it.
  {
    name: 'A reply is being sent',
    element: sending,
    bring: () => void reply(sending, 'It works.'),
  },
  { name: 'A reply without an answer', element: lost, bring: () => reply(lost, 'It works.') },
  { name: 'A refused reply', element: refused, bring: () => reply(refused, 'It works.') },
  { name: 'Loading', element: view({ answer: () => never }) },
  { name: 'No such case', element: view({ answer: () => issue('notFound') }) },
  {
    name: 'The case could not be loaded',
    element: view({ answer: () => Promise.reject(new Error('No connection')) }),
  },
];
