import type { IncidentSource } from '../../ports/incident-source.js';
import type { Incident } from '../../schema/incident.js';
import { fetchJson } from './fetch-json.js';
import { foundIncidents, listIn } from './found-incidents.js';

export interface JsonIncidentsOptions {
  /** The address that answers. */
  url: string | URL;
  fetch?: typeof globalThis.fetch;
}

/** Incidents from an address that answers with JSON: a list of them, or `{ incidents: [...] }`. */
export function jsonIncidents({ url, fetch }: JsonIncidentsOptions): IncidentSource {
  return {
    incidents: async ({ signal }) => decode(await fetchJson(String(url), { fetch, signal })),
  };
}

/** The incidents of an answer. */
export function decode(answer: unknown): Incident[] {
  return foundIncidents(Array.isArray(answer) ? answer : listIn(answer, 'incidents'));
}
