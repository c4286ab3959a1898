import { acceptDraft, casePath } from './accept-draft.js';
import type { Desk } from './desk.js';
import { describeCase } from './describe-case.js';
import { submitForm } from './form-submission.js';
import { download, json, page, problem, refusal } from './http/answers.js';
import { readJson } from './http/body.js';
import { attachmentDisposition } from './http/file-name.js';
import type { Route } from './http/router.js';
import { casePage } from './pages/case-page.js';
import { notFoundPage } from './pages/not-found-page.js';

/** Opening a case, and reading one behind its link. */
export function caseRoutes(desk: Desk): Route[] {
  return [
    { method: 'POST', path: '/cases', answer: (request) => submit(request, desk) },
    {
      method: 'GET',
      path: '/cases/:token',
      answer: (request, { token = '' }) => show(request, token, desk),
    },
    {
      method: 'GET',
      path: '/cases/:token/files/:ref',
      answer: (request, { token = '', ref = '' }) => send(request, token, ref, desk),
    },
  ];
}

function submit(request: Request, desk: Desk): Response | Promise<Response> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  switch (type) {
    case 'application/json':
      return submitJson(request, desk);
    case 'application/x-www-form-urlencoded':
    case 'multipart/form-data':
      return submitForm(request, desk);
    default:
      return problem(415, 'A case comes as application/json or as a posted form.');
  }
}

async function submitJson(request: Request, desk: Desk): Promise<Response> {
  const accepted = await acceptDraft(await readJson(request, desk.limits.body), desk);
  if ('issues' in accepted) return refusal(422, accepted.issues);
  return json(accepted.isNew ? 201 : 200, accepted.receipt);
}

function show(request: Request, token: string, desk: Desk): Response {
  const found = desk.cases.find(token);
  if (!found) return nothing(request, desk);
  const url = casePath(token, desk);
  const definition = desk.forms.get(found.form)?.definition;
  if (wantsJson(request)) return json(200, describeCase(found, url, definition));
  const { messages, texts } = desk;
  return page(200, casePage({ case: found, url, definition, messages, texts }));
}

async function send(request: Request, token: string, ref: string, desk: Desk): Promise<Response> {
  const file = desk.cases.find(token)?.files.find((candidate) => candidate.ref === ref);
  if (!file) return nothing(request, desk);
  const { type, size, name } = file;
  const bytes = await desk.files.read(ref);
  return download(bytes, { type, size, disposition: attachmentDisposition(name) });
}

/** The same for a token that is unknown and for one that is none. */
export function nothing(request: Request, { messages, texts }: Desk): Response {
  if (wantsJson(request)) return problem(404, texts.notFound);
  return page(404, notFoundPage(messages, texts));
}

/** Whether a program asks, rather than a person's browser. */
export function wantsJson({ headers }: Request): boolean {
  return !!headers.get('accept')?.includes('application/json');
}
