import type { CaseDesk } from '../../src/elements/case-desk/case-desk.js';
import type { CaseHelpful } from '../../src/elements/case-helpful/case-helpful.js';
import type { CaseLauncher } from '../../src/elements/case-launcher/case-launcher.js';
import { enDesk } from '../../src/locales/en-desk.js';
import { enHelpful } from '../../src/locales/en-helpful.js';
import type { CaseBackend } from '../../src/ports/case-backend.js';
import { example } from '../forms/example-case.js';
import { never, type State } from './gallery.js';

function foot(name: string, given: Partial<CaseHelpful> = {}): CaseHelpful {
  // Each foot is a region of the page, and regions are told apart by their names.
  const { question, related } = enHelpful;
  const helpful = {
    ...enHelpful,
    question: `${question} (${name})`,
    related: `${related} (${name})`,
  };
  return Object.assign(document.createElement('case-helpful'), {
    article: { id: `states-${name}`, title: name, url: `/states/#${name}` },
    messages: { language: 'en', direction: 'ltr', helpful },
    href: '/',
    ...given,
  });
}

/** Presses the answer, as a person would, and waits until it has been taken. */
async function vote(element: CaseHelpful, answer: 'yes' | 'no'): Promise<void> {
  await element.updateComplete;
  const voted = new Promise((resolve) =>
    element.addEventListener('helpful-voted', resolve, { once: true }),
  );
  element.shadowRoot?.querySelector<HTMLElement>(`[part~=${answer}]`)?.click();
  await voted;
  await element.updateComplete;
}

const section = [
  { title: 'Reset a forgotten password', url: '/desk/articles/reset-a-forgotten-password' },
  { title: 'Unlock a locked account', url: '/desk/articles/unlock-a-locked-account' },
];
const helped = foot('helped', { yes: 12, total: 15 });
const unhelped = foot('not helped', { yes: 12, total: 15, related: section });

export const footStates: readonly State[] = [
  { name: 'Not asked yet', element: foot('asked') },
  {
    name: 'With a count and articles of the section',
    element: foot('count', { yes: 12, total: 15, related: section }),
  },
  { name: 'It helped', element: helped, bring: () => vote(helped, 'yes') },
  { name: 'It did not help', element: unhelped, bring: () => vote(unhelped, 'no') },
];

function launcher(given: Partial<CaseLauncher>, words = ''): CaseLauncher {
  const created = document.createElement('case-launcher');
  if (words) created.append(words);
  return Object.assign(created, given);
}

const loading = launcher({ load: () => never });
const failed = launcher({ load: () => Promise.reject(new Error('No connection')) });

export const launcherStates: readonly State[] = [
  { name: 'A button', element: launcher({ action: '/desk/cases' }) },
  {
    name: 'A button with words of the page',
    element: launcher({ action: '/desk/cases' }, 'Ask the order desk'),
  },
  // It never ends, so nobody waits for it.
  { name: 'Loading', element: loading, bring: () => void loading.open() },
  { name: 'It could not be loaded', element: failed, bring: () => failed.open() },
];

const backend: CaseBackend = {
  submit: () => never,
  capabilities: { list: true, get: true },
  list: () => Promise.resolve({ cases: [example] }),
  get: () => Promise.resolve(example),
};

function desk(route: string, given: Partial<CaseDesk> = {}): CaseDesk {
  // Each desk has a navigation, and those are told apart by their names, too.
  const texts = { ...enDesk, label: `${enDesk.label}: ${route}` };
  return Object.assign(document.createElement('case-desk'), {
    backend,
    route,
    base: '/cases/#',
    messages: { language: 'en', direction: 'ltr', desk: texts },
    ...given,
  });
}

export const deskStates: readonly State[] = [
  { name: 'The list', element: desk('cases') },
  { name: 'One case', element: desk('case/17705236') },
];
