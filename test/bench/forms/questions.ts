import { en } from '../../../src/locales/en.js';

/** The questions that every form of the benchmark asks: the new-case form of a partner portal. */
export const say = en.newCase;
export const products = Object.entries(say.products);
export const topicsOf = (product: string) => Object.entries(say.topics[product] ?? {});
export const contacts: [value: string, label: string][] = [
  ['email', say.contactEmail],
  ['phone', say.contactPhone],
  ['case', say.contactCase],
];

/** Called by each form once a person could begin to write. */
export function usable(): void {
  void document.body.offsetHeight;
  performance.mark('usable');
}

export function place(): HTMLElement {
  const found = document.getElementById('place');
  if (!found) throw new Error('The page has no place for the form.');
  return found;
}
