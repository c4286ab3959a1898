import type * as z from 'zod/mini';
import { CaseFilesSchema, CaseReplySchema } from '../schema/case.js';
import { object, oneOf } from '../schema/checks.js';
import type { Issue } from '../schema/outcome.js';
import { parse } from '../schema/parse.js';
import { attachmentIssues } from './check-attachments.js';
import type { Desk } from './desk.js';
import { problem, refusal } from './http/answers.js';
import { isJson, readJson } from './http/body.js';
import type { Route } from './http/router.js';
import { abilities, noCase, reach, type Reached, tell, whole } from './reach-case.js';
import type { CaseChange } from './store/case-intake.js';

/** Whoever changes a case, and what they have sent. */
interface Changing extends Reached {
  readonly body: unknown;
  readonly desk: Desk;
}

/** What a change comes to: it is made, or it is refused. */
type Changed = readonly Issue[] | undefined;

const FollowSchema = object({ isFollowed: oneOf(true, false) });

/** What the person does with a case that exists. */
export function changeRoutes(desk: Desk): Route[] {
  const on = (
    name: string,
    ability: keyof ReturnType<typeof abilities> | undefined,
    change: (changing: Changing) => Changed,
  ): Route => ({
    method: 'POST',
    path: `/cases/:case/${name}`,
    answer: async (request, { case: called = '' }) => {
      // Of other types, pages of other sites could send some without being asked whether they may.
      if (!isJson(request)) return problem(415, 'A change comes as application/json.');
      const reached = await reach(request, called, desk);
      if (!reached) return noCase(desk);
      const body = await readJson(request, desk.limits.body);
      if (ability && !abilities(reached.found, reached.viewer)[ability]) return notAllowed(desk);
      const issues = change({ ...reached, body, desk });
      return issues?.length ? refusal(422, issues) : tell(reached, desk);
    },
  });
  return [
    on('comments', 'comment', comment),
    on('attachments', 'attach', attach),
    on('follow', 'follow', follow),
    // Asked again, the case is so already.
    on('resolve', undefined, (changing) => end(changing, true)),
    on('reopen', undefined, (changing) => end(changing, false)),
  ];
}

function notAllowed({ texts }: Desk): Response {
  return refusal(403, [whole('notAllowed', texts.notAllowed)]);
}

function comment({ body, desk, found, name, viewer }: Changing): Changed {
  const { value, issues } = parse(CaseReplySchema, body);
  if (!value) return invalid(issues, desk);
  if (!value.text.trim() && !value.attachments.length) {
    return [{ path: ['text'], code: 'required', message: desk.texts.emptyComment }];
  }
  const wrong = fileIssues(value, found, desk);
  if (wrong.length) return wrong;
  const by = { author: name, by: viewer?.person, isStaff: false, isInternal: false };
  const result = desk.cases.comment(found.id, { ...value, ...by }, answered(found));
  return typeof result === 'string' ? undefined : missing(result.missing, desk);
}

/** What the helpers had waited for has come. */
const answered = ({ label }: Reached['found']): CaseChange =>
  label === 'New' ? {} : { label: 'Open' };

function attach({ body, desk, found, name, viewer }: Changing): Changed {
  const { value, issues } = parse(CaseFilesSchema, body);
  if (!value) return invalid(issues, desk);
  const wrong = fileIssues(value, found, desk);
  if (wrong.length) return wrong;
  const result = desk.cases.attach(found.id, { ...value, author: name, by: viewer?.person });
  return typeof result === 'string' ? undefined : missing(result.missing, desk);
}

function follow({ body, desk, found, viewer }: Changing): Changed {
  const { value, issues } = parse(FollowSchema, body);
  if (!value) return invalid(issues, desk);
  if (viewer) desk.cases.follow(found.id, viewer.person, value.isFollowed);
  return undefined;
}

function end({ desk, found, viewer }: Changing, isSolved: boolean): Changed {
  if ((found.status === 'solved') === isSolved) return undefined;
  const { resolve, reopen } = abilities(found, viewer);
  if (!(isSolved ? resolve : reopen)) return [whole('notAllowed', desk.texts.notAllowed)];
  desk.cases.change(found.id, { label: isSolved ? 'Solved' : 'Open' }, viewer?.person);
  return undefined;
}

function fileIssues(
  { key, attachments }: z.infer<typeof CaseFilesSchema>,
  { form }: Reached['found'],
  desk: Desk,
): Issue[] {
  if (attachments.length > desk.limits.files) {
    return [{ path: ['attachments'], message: desk.texts.tooManyFiles(desk.limits.files) }];
  }
  const known = desk.forms.get(form);
  return known ? attachmentIssues({ key, attachments }, known, desk) : [];
}

/** That files are not there, by their places. */
export function missing(places: readonly number[], { texts }: Desk): Issue[] {
  return places.map((index) => ({ path: ['attachments', index], message: texts.unknownFile }));
}

/** What a schema has found, without its words, which are not for people. */
export function invalid(issues: readonly { path: PropertyKey[] }[], { texts }: Desk): Issue[] {
  return issues.map(({ path }) => ({
    path: path.map((part) => (typeof part === 'number' ? part : String(part))),
    message: texts.notValid,
  }));
}
