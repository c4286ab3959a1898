import type { CaseSolutions } from '../../src/elements/case-solutions/case-solutions.js';
import { en } from '../../src/locales/en.js';
import type { SolutionSource } from '../../src/ports/solution-source.js';
import type { Solution } from '../../src/schema/solution.js';
import type { State } from './gallery.js';

const found: Solution[] = [
  {
    id: 'reset',
    title: 'Reset a forgotten password',
    url: '/desk/articles/reset-a-forgotten-password',
    excerpt:
      'Choose “Forgot password” on the sign-in page. The link in the message works once, for an hour.',
    updated: '2026-07-02',
    text: 'Choose “Forgot password” on the sign-in page.\n\nThe link in the message works once, for an hour. Ask for another when it has expired.',
  },
  {
    id: 'unlock',
    title: 'Unlock a locked account',
    url: '/desk/articles/unlock-a-locked-account',
    excerpt: 'After five wrong passwords the account is locked for fifteen minutes.',
  },
];

function panel(
  name: string,
  search: SolutionSource['search'],
  query = 'forgot my password',
): CaseSolutions {
  // Each panel is a region of the page, and regions are told apart by their names.
  const solutions = { ...en.solutions, heading: `${en.solutions.heading}: ${name}` };
  return Object.assign(document.createElement('case-solutions'), {
    query,
    source: { search },
    messages: { ...en, solutions },
  });
}

/** Resolves once the panel has searched and shown what came of it. */
function searched(element: CaseSolutions): Promise<unknown> {
  return new Promise((resolve) =>
    element.addEventListener('solutions-shown', resolve, { once: true }),
  );
}

function shown(name: string, element: CaseSolutions): State {
  return { name, element, bring: () => searched(element) };
}

/** Presses a control in the panel, as a person would. */
async function press(element: CaseSolutions, part: string): Promise<void> {
  const controls = element.shadowRoot?.querySelectorAll<HTMLElement>(`[part=${part}]`) ?? [];
  [...controls].at(part === 'button' ? -1 : 0)?.click();
  await element.updateComplete;
}

const finds = () => Promise.resolve(found);

const reading = panel('reading', finds);
const thanked = panel('thanks', finds);

export const solutionStates: readonly State[] = [
  {
    name: 'Before anything is written',
    element: panel('introduction', () => Promise.resolve([]), ''),
  },
  shown('Articles', panel('articles', finds)),
  {
    name: 'Reading one',
    element: reading,
    bring: async () => {
      await searched(reading);
      await press(reading, 'link');
    },
  },
  {
    name: 'It helped',
    element: thanked,
    bring: async () => {
      await searched(thanked);
      await press(thanked, 'link');
      await press(thanked, 'button');
    },
  },
  shown(
    'No article',
    panel('none', () => Promise.resolve([])),
  ),
  {
    name: 'The search failed',
    element: panel('failure', () => Promise.reject(new Error('No connection'))),
  },
];
