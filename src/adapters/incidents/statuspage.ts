import { foundIncidents } from '../../core/found-incidents.js';
import type { IncidentSource } from '../../ports/incident-source.js';
import type { Incident } from '../../schema/incident.js';
import { below, fetchJson } from './fetch-json.js';
import { listIn, momentOf } from './read-answer.js';
import { subscribing } from './subscribing.js';

export interface StatuspageOptions {
  /** The address of the status page, such as `https://status.example.com`. */
  url: string | URL;
  /** Where people ask to be told of its changes, on that page or elsewhere. */
  subscribe?: string | URL;
  fetch?: typeof globalThis.fetch;
}

/** Incidents of a page by Atlassian Statuspage, from its public `summary.json`. */
export function statuspage({ url, subscribe, fetch }: StatuspageOptions): IncidentSource {
  return {
    incidents: async ({ signal }) => decode(await fetchJson(encode({ url }), { fetch, signal })),
    ...subscribing(subscribe),
  };
}

/** Where a page tells what is wrong. */
export const encode = ({ url }: Pick<StatuspageOptions, 'url'>): string =>
  below(url, 'api/v2/summary.json');

/** The unresolved incidents of an answer, and the maintenance that has begun. */
export function decode(answer: unknown): Incident[] {
  const { scheduled_maintenances: maintenance = [] } = Object(answer) as {
    scheduled_maintenances?: unknown;
  };
  const begun = (Array.isArray(maintenance) ? (maintenance as readonly unknown[]) : [])
    .map(incidentOf)
    .filter(({ label }) => label === 'in_progress' || label === 'verifying')
    .map((incident) => ({ ...incident, state: 'maintenance' }));
  return foundIncidents([...listIn(answer, 'incidents').map(incidentOf), ...begun]);
}

function incidentOf(found: unknown) {
  const { id, name, status, shortlink, started_at, scheduled_for, created_at, components } = Object(
    found,
  ) as Record<string, unknown>;
  const names = Array.isArray(components)
    ? components.map((component) => (Object(component) as { name?: unknown }).name)
    : [];
  return {
    id,
    title: name,
    // Only after an incident is over is there another word, and then it is not in this answer.
    state: status === 'postmortem' ? 'resolved' : status,
    label: status,
    started: momentOf(scheduled_for) ?? momentOf(started_at) ?? momentOf(created_at),
    url: shortlink,
    components: names.filter((one) => typeof one === 'string'),
  };
}
