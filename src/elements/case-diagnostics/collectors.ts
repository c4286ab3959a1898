import type { DiagnosticsMessages } from '../../locales/en-diagnostics.js';

/** Knows something of what surrounds a problem, and tells it when it is asked. */
export interface DiagnosticsCollector {
  /** What the part is called: the name of one of the elements’ own texts, or a text. */
  readonly label: string;
  /** Gives text, lines or data. It is asked only once the person has agreed, each time they do. */
  collect(): unknown;
}

type OwnLabel = keyof DiagnosticsMessages & ('page' | 'browser' | 'build' | 'errors');
interface OwnCollector extends DiagnosticsCollector {
  readonly label: OwnLabel;
}

/** Which page it is and how it looks: its address without query and fragment, in which secrets travel. */
export function pageDetails(): OwnCollector {
  return {
    label: 'page',
    collect: () => ({
      address: location.origin + location.pathname,
      title: document.title,
      language: document.documentElement.lang,
      window: `${innerWidth} × ${innerHeight}`,
      time: new Date().toISOString(),
      'time zone': Intl.DateTimeFormat().resolvedOptions().timeZone,
    }),
  };
}

/** Which browser it is, as it says itself. */
export function browserDetails(): OwnCollector {
  return {
    label: 'browser',
    collect: () => ({
      agent: navigator.userAgent,
      languages: navigator.languages.join(', '),
      online: navigator.onLine,
      cookies: navigator.cookieEnabled,
      screen: `${screen.width} × ${screen.height}, ${devicePixelRatio} pixels each`,
    }),
  };
}

/** Which version of the page’s own program it is. */
export function buildDetails(version: unknown): OwnCollector {
  return { label: 'build', collect: () => version };
}
