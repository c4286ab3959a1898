import type { Incident } from '../schema/incident.js';
import type { DraftMatter } from './draft-matter.js';
import { type MatterReader, sharedWords } from './matter-words.js';

/** An incident, and whether it may be what somebody writes about. */
export interface KnownIncident {
  readonly incident: Incident;
  readonly isRelevant: boolean;
}

/**
 * Incidents, those first that may be what a draft is about; otherwise they stay in their order.
 *
 * One is relevant when the draft names one of its components (all words of the component's name are among
 * those of product, topic, subject and description), or at least half of the telling words of its title, or
 * two of them. Too much is better here than too little: the person judges by its title.
 */
export function knownIncidents(
  incidents: readonly Incident[],
  { subject, description, product, topic }: DraftMatter,
  read: MatterReader,
): KnownIncident[] {
  const said = read([subject, product, topic, description].join('\n'));
  const known = incidents.map((incident) => ({
    incident,
    isRelevant: said.length > 0 && isAbout(incident, (text) => sharedWords(read(text), said)),
  }));
  return [
    ...known.filter(({ isRelevant }) => isRelevant),
    ...known.filter(({ isRelevant }) => !isRelevant),
  ];
}

function isAbout(
  { title, components = [] }: Incident,
  compare: (text: string) => ReturnType<typeof sharedWords>,
): boolean {
  const isNamed = components.some((name) => {
    const { shared, own } = compare(name);
    return shared.length > 0 && own.length === 0;
  });
  if (isNamed) return true;
  const { shared, own } = compare(title);
  return shared.length >= 2 || (shared.length === 1 && own.length <= 1);
}
