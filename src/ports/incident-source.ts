import type { Incident } from '../schema/incident.js';

/** Where known incidents come from: a status page. */
export interface IncidentSource {
  /**
   * What is wrong now, or worked on now; nothing that is over, and nothing that is only planned.
   *
   * Rejects when it cannot tell: the form is then as it is without. Stops early when `signal` aborts.
   */
  incidents(options: { signal: AbortSignal }): Promise<readonly Incident[]>;
}
