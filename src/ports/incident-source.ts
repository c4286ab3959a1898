import type { Incident } from '../schema/incident.js';

/** How somebody asks to be told how an incident goes on. */
export interface NotifyOptions {
  /** Where they want to be told; nothing where the page knows them. */
  email?: string | undefined;
  /** Aborts when they do not want it any more. */
  signal: AbortSignal;
}

/** Where known incidents come from: a status page. */
export interface IncidentSource {
  /**
   * What is wrong now, or worked on now; nothing that is over, and nothing that is only planned.
   *
   * Rejects when it cannot tell: the form is then as it is without. Stops early when `signal` aborts.
   */
  incidents(options: { signal: AbortSignal }): Promise<readonly Incident[]>;
  /**
   * Has somebody told when an incident changes or ends. Resolves when that is settled, and rejects when it
   * is not. The same address twice is told once.
   */
  notify?(incident: Incident, options: NotifyOptions): Promise<void>;
  /** The page where they can ask for it themselves, for a source that cannot. */
  readonly subscribe?: string | undefined;
}
