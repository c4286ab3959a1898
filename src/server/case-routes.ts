import { acceptDraft } from './accept-draft.js';
import type { Desk } from './desk.js';
import { submitForm } from './form-submission.js';
import { download, json, nothingChanged, page, problem, refusal } from './http/answers.js';
import { readJson } from './http/body.js';
import { attachmentDisposition } from './http/file-name.js';
import type { Route } from './http/router.js';
import { casePage } from './pages/case-page.js';
import { notFoundPage } from './pages/not-found-page.js';
import { describe, etagOf, noCase, reach } from './reach-case.js';
import { receiptText } from './receipt.js';

/** Opening a case, and reading one: by its link, or by its number for whom the host knows. */
export function caseRoutes(desk: Desk): Route[] {
  return [
    { method: 'POST', path: '/cases', answer: (request) => submit(request, desk) },
    {
      method: 'GET',
      path: '/cases/:case',
      answer: (request, { case: called = '' }) => show(request, called, desk),
    },
    {
      method: 'GET',
      path: '/cases/:case/receipt',
      answer: (request, { case: called = '' }) => receipt(request, called, desk),
    },
    {
      method: 'GET',
      path: '/cases/:case/files/:ref',
      answer: (request, { case: called = '', ref = '' }) => send(request, called, ref, desk),
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
  const viewer = await desk.viewerOf(request);
  const accepted = await acceptDraft(await readJson(request, desk.limits.body), desk, { viewer });
  if ('issues' in accepted) return refusal(422, accepted.issues);
  return json(accepted.isNew ? 201 : 200, accepted.receipt);
}

async function show(request: Request, called: string, desk: Desk): Promise<Response> {
  const reached = await reach(request, called, desk);
  if (!reached) return nothing(request, desk);
  const { found, viewer } = reached;
  if (viewer) desk.cases.people.saw(found.id, viewer.person, found.version);
  const told = describe(reached, desk);
  if (!wantsJson(request)) return page(200, casePage({ case: found, told, called, desk }));
  const etag = etagOf(found);
  if (request.headers.get('if-none-match')?.replace(/^W\//, '') === etag)
    return nothingChanged(etag);
  return json(200, told, { etag });
}

async function receipt(request: Request, called: string, desk: Desk): Promise<Response> {
  const reached = await reach(request, called, desk);
  if (!reached) return nothing(request, desk);
  const told = describe(reached, desk);
  const disposition = attachmentDisposition(`${told.number}.json`);
  if (wantsJson(request)) return json(200, told, { 'content-disposition': disposition });
  return receiptText(told, new URL(request.url).origin, desk);
}

async function send(request: Request, called: string, ref: string, desk: Desk): Promise<Response> {
  const reached = await reach(request, called, desk);
  const file = reached?.found.files.find((candidate) => candidate.ref === ref);
  if (!file) return nothing(request, desk);
  const { type, size, name } = file;
  const bytes = await desk.files.read(ref);
  return download(bytes, { type, size, disposition: attachmentDisposition(name) });
}

/** The same for what is unknown and for what is not theirs. */
export function nothing(request: Request, desk: Desk): Response {
  if (wantsJson(request)) return noCase(desk);
  return page(404, notFoundPage(desk.messages, desk.texts));
}

/** Whether a program asks, rather than a person's browser. */
export function wantsJson({ headers }: Request): boolean {
  return !!headers.get('accept')?.includes('application/json');
}
