import { foundIncidents } from '../../core/found-incidents.js';
import type { IncidentSource } from '../../ports/incident-source.js';
import type { Incident } from '../../schema/incident.js';
import { below, fetchJson } from './fetch-json.js';
import { momentOf } from './read-answer.js';
import { subscribing } from './subscribing.js';

export interface InstatusOptions {
  /** The address of the status page, such as `https://example.instatus.com`. */
  url: string | URL;
  /** Where people ask to be told of its changes, on that page or elsewhere. */
  subscribe?: string | URL;
  fetch?: typeof globalThis.fetch;
}

/** Incidents of a page by Instatus, from its public `summary.json`. */
export function instatus({ url, subscribe, fetch }: InstatusOptions): IncidentSource {
  return {
    incidents: async ({ signal }) => decode(await fetchJson(encode({ url }), { fetch, signal })),
    ...subscribing(subscribe),
  };
}

/** Where a page tells what is wrong. */
export const encode = ({ url }: Pick<InstatusOptions, 'url'>): string => below(url, 'summary.json');

/** The active incidents of an answer, and the maintenance that has begun. Without any, it has no lists. */
export function decode(answer: unknown): Incident[] {
  const {
    page,
    activeIncidents = [],
    activeMaintenances = [],
  } = Object(answer) as Record<string, unknown>;
  if (
    typeof page !== 'object' ||
    !Array.isArray(activeIncidents) ||
    !Array.isArray(activeMaintenances)
  ) {
    throw new TypeError('This is no summary of a status page.');
  }
  const begun = activeMaintenances
    .map(incidentOf)
    .filter(({ label }) => label === 'INPROGRESS')
    .map((incident) => ({ ...incident, state: 'maintenance' }));
  return foundIncidents([...activeIncidents.map(incidentOf), ...begun]);
}

function incidentOf(found: unknown) {
  const { id, name, status, started, start, url } = Object(found) as Record<string, unknown>;
  return {
    // Its address tells it from others where it has no name of its own.
    id: id ?? url,
    title: name,
    state: typeof status === 'string' ? status.toLowerCase() : status,
    label: status,
    started: momentOf(started) ?? momentOf(start),
    url,
  };
}
