import type { Language } from '../search/language.js';
import { languageCode } from './language-code.js';

/** Each language is a module of its own, so that a page loads only those of its index. */
const modules: Readonly<Record<string, () => Promise<Language>>> = {
  ar: async () => (await import('./ar.js')).ar,
  da: async () => (await import('./da.js')).da,
  de: async () => (await import('./de.js')).de,
  en: async () => (await import('./en.js')).en,
  es: async () => (await import('./es.js')).es,
  fi: async () => (await import('./fi.js')).fi,
  fr: async () => (await import('./fr.js')).fr,
  it: async () => (await import('./it.js')).it,
  ja: async () => (await import('./ja.js')).ja,
  ko: async () => (await import('./ko.js')).ko,
  nl: async () => (await import('./nl.js')).nl,
  no: async () => (await import('./no.js')).no,
  pt: async () => (await import('./pt.js')).pt,
  ru: async () => (await import('./ru.js')).ru,
  sv: async () => (await import('./sv.js')).sv,
  th: async () => (await import('./th.js')).th,
  zh: async () => (await import('./zh.js')).zh,
};

/**
 * Loads languages by their tags (`pt-BR` is `pt`, `nb` is `no`), each once, in their order; those that
 * are not known are left out.
 */
export async function loadLanguages(tags: Iterable<string>): Promise<Language[]> {
  const codes = new Set([...tags].map(languageCode));
  const found = [...codes].flatMap((code) =>
    Object.hasOwn(modules, code) ? modules[code]?.() : [],
  );
  return Promise.all(found.flatMap((language) => language ?? []));
}
