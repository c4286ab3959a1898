import type { Case } from '../schema/case.js';
import type { Issue } from '../schema/outcome.js';
import { type Audience, describeCase, type DescribedCase } from './describe-case.js';
import { casePath, type Desk } from './desk.js';
import { json, refusal } from './http/answers.js';
import type { StoredCase } from './store/case-rows.js';
import type { Viewer } from './viewer.js';

/** A case, and who stands before it: a person whom the host knows, or a guest with its link. */
export interface Reached {
  readonly found: StoredCase;
  /** The name that stands beside what they add. */
  readonly name: string;
  /** Absent for a guest. */
  readonly viewer?: Viewer | undefined;
}

/** The case that a path names, for whoever asks; nothing where there is none, or none for them. */
export async function reach(
  request: Request,
  called: string,
  desk: Desk,
): Promise<Reached | undefined> {
  const token = desk.links.guestToken(called);
  const opened = token === undefined ? undefined : desk.cases.find(token);
  if (opened) return { found: opened, name: requesterName(opened, desk) };
  const viewer = await desk.viewerOf(request);
  if (!viewer) return undefined;
  const found = desk.cases.numbered(called, Object.values(viewer.audiences).flat());
  return found && { found, viewer, name: viewer.name };
}

/** A case that has just been changed, as whoever has changed it sees it. */
export function tell({ found, viewer }: Reached, desk: Desk, status = 200): Response {
  const now = desk.cases.find(found.token) ?? found;
  return json(status, describe({ found: now, viewer }, desk), { etag: etagOf(now) });
}

/** A case in its own words, for whoever has reached it. */
export function describe({ found, viewer }: Omit<Reached, 'name'>, desk: Desk): DescribedCase {
  const audience: Audience = {
    url: viewer ? undefined : casePath(found, desk),
    involvement: viewer ? desk.cases.people.of(found.id, viewer.person) : { isFollowed: false },
    can: abilities(found, viewer),
  };
  return describeCase(found, desk, audience);
}

/** What somebody may do: colleagues may write and follow, whose case it is may end it. */
export function abilities(found: StoredCase, viewer: Viewer | undefined): Case['can'] {
  const isTheirs = !viewer || isOwn(found, viewer);
  const isSolved = found.status === 'solved';
  return {
    comment: true,
    attach: true,
    resolve: isTheirs && !isSolved,
    reopen: isTheirs && isSolved,
    follow: !!viewer,
  };
}

function isOwn({ person, copied }: StoredCase, { person: asking, audiences }: Viewer): boolean {
  return person === asking || copied.some((email) => audiences.copied.includes(`copied:${email}`));
}

/** Names the present version, as `If-None-Match` takes it. */
export const etagOf = ({ version }: StoredCase) => `"${version}"`;

/** The same answer for a case that does not exist and for one that is not theirs. */
export function noCase(desk: Desk): Response {
  return refusal(404, [whole('notFound', desk.texts.caseNotFound)]);
}

/** An issue of the whole request. */
export const whole = (code: string, message: string): Issue => ({ path: [], code, message });

function requesterName(found: StoredCase, desk: Desk): string {
  return describe({ found, viewer: undefined }, desk).requester ?? '';
}
