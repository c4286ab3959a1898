import type { CaseHead } from './case-rows.js';

/** Everybody who answers. */
export const EVERY_CASE = 'desk';

/** The audiences of a person, of a team, of whoever works on a case. Whoever is one of them sees the case. */
export const audience = {
  mine: (person: string) => `mine:${person}`,
  copied: (email: string) => `copied:${email}`,
  organisation: (name: string) => `org:${name}`,
  queue: (name: string) => `queue:${name}`,
  owner: (name: string) => `owner:${name}`,
} as const;

/** Who may see a case. */
export function audiencesOf({
  person,
  copied,
  organisation,
  queue,
  owner,
}: Pick<CaseHead, 'person' | 'copied' | 'organisation' | 'queue' | 'owner'>): string[] {
  return [
    EVERY_CASE,
    ...(person === null ? [] : [audience.mine(person)]),
    ...copied.map(audience.copied),
    ...(organisation === null ? [] : [audience.organisation(organisation)]),
    ...(queue === null ? [] : [audience.queue(queue)]),
    ...(owner === null ? [] : [audience.owner(owner)]),
  ];
}
