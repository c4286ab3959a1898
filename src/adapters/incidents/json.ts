import { foundIncidents } from '../../core/found-incidents.js';
import type { IncidentSource, NotifyOptions } from '../../ports/incident-source.js';
import type { Incident } from '../../schema/incident.js';
import { fetchJson } from './fetch-json.js';
import { listIn } from './read-answer.js';
import { subscribing } from './subscribing.js';

export interface JsonIncidentsOptions {
  /** The address that answers. */
  url: string | URL;
  /** Takes `{ "incident": id, "email": address }` by POST from whoever wants to be told of changes. */
  notify?: string | URL;
  /** The page where people ask for it themselves. */
  subscribe?: string | URL;
  fetch?: typeof globalThis.fetch;
}

/** Incidents from an address that answers with JSON: a list of them, or `{ incidents: [...] }`. */
export function jsonIncidents(options: JsonIncidentsOptions): IncidentSource {
  const { url, notify, subscribe, fetch } = options;
  return {
    incidents: async ({ signal }) => decode(await fetchJson(String(url), { fetch, signal })),
    ...(notify && {
      notify: (incident: Incident, { email, signal }: NotifyOptions) =>
        post(String(notify), { incident: incident.id, email }, { fetch, signal }),
    }),
    ...subscribing(subscribe),
  };
}

/** The incidents of an answer. */
export function decode(answer: unknown): Incident[] {
  return foundIncidents(Array.isArray(answer) ? answer : listIn(answer, 'incidents'));
}

async function post(
  url: string,
  body: object,
  {
    fetch = globalThis.fetch,
    signal,
  }: { fetch: typeof globalThis.fetch | undefined; signal: AbortSignal },
): Promise<void> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify(body), signal };
  // Whoever is redirected has not been heard: a login answers like that.
  const response = await fetch(url, { ...init, redirect: 'manual' });
  if (!response.ok) throw new Error(`Not noted: HTTP status ${response.status}.`);
}
