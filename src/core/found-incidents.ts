import { type Incident, IncidentSchema } from '../schema/incident.js';
import { parse } from '../schema/parse.js';

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
