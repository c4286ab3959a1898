import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { KeySchema } from '../schema/draft.js';
import { nothing } from './case-routes.js';
import { toAttachment } from './describe-case.js';
import type { Desk } from './desk.js';
import { download, json, problem, refusal } from './http/answers.js';
import { announcedSize, chunksOf } from './http/body.js';
import {
  attachmentDisposition,
  cleanFileName,
  cleanMediaType,
  decodeName,
} from './http/file-name.js';
import { HttpError } from './http/http-error.js';
import type { Route } from './http/router.js';
import { fileAway } from './file-away.js';
import { FileTooLargeError } from './store/file-store.js';

/** Sending a file ahead of its case, or after it, and taking one back. */
export function fileRoutes(desk: Desk): Route[] {
  return [
    {
      method: 'GET',
      path: '/files/:ref/:permission',
      answer: (request, { ref = '', permission = '' }) =>
        fetchFile(request, { ref, permission }, desk),
    },
    { method: 'POST', path: '/files', answer: (request) => receive(request, desk) },
    {
      method: 'DELETE',
      path: '/files/:ref',
      answer: (request, { ref = '' }) => takeBack(request, ref, desk),
    },
  ];
}

async function receive(request: Request, desk: Desk): Promise<Response> {
  const { headers } = request;
  const key = keyOf(request);
  const upload = uploadOf(request);
  const name = cleanFileName(decodeName(headers.get('x-file-name')));
  const expected = announcedSize(request);
  // Without having read anything, the server lets the sender finish and read this answer.
  if ((expected ?? 0) > desk.limits.fileSize) return tooLarge(name, desk);
  try {
    const bytes = await desk.files.receive(chunksOf(request), {
      maxSize: desk.limits.fileSize,
      expected,
    });
    const type = cleanMediaType(headers.get('content-type'));
    const filing = await fileAway(key, { ...bytes, name, type, upload }, desk);
    if ('issue' in filing) return refusal(422, [filing.issue]);
    if (filing.file.sha256 !== bytes.sha256) {
      return problem(409, 'Another file was uploaded under this id.');
    }
    return json(filing.isNew ? 201 : 200, toAttachment(filing.file));
  } catch (error) {
    if (error instanceof FileTooLargeError) return tooLarge(name, desk);
    throw error;
  }
}

/** A page's link to a file, which a browser follows without saying who asks. */
async function fetchFile(
  request: Request,
  { ref, permission }: { ref: string; permission: string },
  desk: Desk,
): Promise<Response> {
  const file = desk.links.mayFetch(ref, permission) ? desk.records.called(ref) : undefined;
  if (!file) return nothing(request, desk);
  const { type, size, name } = file;
  const bytes = await desk.files.read(ref);
  return download(bytes, { type, size, disposition: attachmentDisposition(name) });
}

async function takeBack(request: Request, ref: string, desk: Desk): Promise<Response> {
  const key = keyOf(request);
  const isOurs = desk.records.ofKey(key).some((file) => file.ref === ref);
  switch (isOurs ? desk.records.remove(ref) : 'unknown') {
    case 'unknown':
      return problem(404, 'There is no such file.');
    case 'held':
      return problem(409, 'The file belongs to a case.');
    case 'removed':
      await desk.files.delete(ref);
      return new Response(null, { status: 204 });
  }
}

function tooLarge(name: string, { limits, messages, texts }: Desk): Response {
  const message = texts.fileTooLarge(name, messages.upload.size(limits.fileSize));
  return refusal(413, [{ path: ['attachments'], message, code: 'rejectedSize' }]);
}

function keyOf({ headers }: Request): string {
  const { data } = z.safeParse(KeySchema, headers.get('x-case-key'));
  if (!data) throw new HttpError(400, 'The header x-case-key names no draft.');
  return data;
}

function uploadOf({ headers }: Request): string {
  const id = headers.get('x-upload-id') ?? randomUUID();
  if (!/^[\x21-\x7e]{1,200}$/.test(id))
    throw new HttpError(400, 'The header x-upload-id is no id.');
  return id;
}
