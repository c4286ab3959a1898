import type { Language } from '../search/language.js';

/** Each language is a module of its own, so that a page loads only those of its index. */
const modules: Readonly<Record<string, () => Promise<Language>>> = {
  en: async () => (await import('./en.js')).en,
};

/**
 * Loads languages by their tags (`pt-BR` is `pt`), each once, in their order; those that are not known
 * are left out.
 */
export async function loadLanguages(tags: Iterable<string>): Promise<Language[]> {
  const codes = new Set([...tags].map((tag) => tag.toLowerCase().replace(/[-_].*/s, '')));
  const found = [...codes].flatMap((code) =>
    Object.hasOwn(modules, code) ? modules[code]?.() : [],
  );
  return Promise.all(found.flatMap((language) => language ?? []));
}
