import { type Incident, IncidentSchema } from '../../schema/incident.js';
import { parse } from '../../schema/parse.js';

/** Incidents that are shown at most; of more, nobody reads. */
const MOST = 20;

/** The incidents of an answer that are not over; what is none is left out. */
export function foundIncidents(candidates: readonly unknown[]): Incident[] {
  return candidates
    .flatMap((candidate) => {
      const { value } = parse(IncidentSchema, candidate);
      return value && value.state !== 'resolved' ? [value] : [];
    })
    .slice(0, MOST);
}

/** The list that an answer holds; throws when there is none, since that is not “no incident”. */
export function listIn(answer: unknown, name: string): readonly unknown[] {
  const list = (Object(answer) as Record<string, unknown>)[name];
  if (!Array.isArray(list)) throw new TypeError(`There is no list of ${name}.`);
  return list;
}

/** A moment as ISO 8601, however it is written; nothing where it is none. */
export function momentOf(value: unknown): string | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
