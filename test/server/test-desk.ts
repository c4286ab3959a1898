import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { newKey } from '../../src/core/key.js';
import type { Attachment } from '../../src/schema/attachment.js';
import type { Draft } from '../../src/schema/draft.js';
import {
  type CaseDesk,
  caseDesk,
  type CaseDeskOptions,
  type DescribedCase,
  type DeskReceipt,
  type StoredAttachment,
} from '../../src/server/index.js';

export const origin = 'https://desk.example';

/** What a person asks a desk through its front door. */
export type Fetch = CaseDesk['fetch'];

/** A folder that is gone after the test. */
export function temporaryFolder(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'case-desk-'));
  context.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** A desk in a folder of its own, which fails the test when it meets what it could not foresee. */
export function testDesk(
  context: TestContext,
  options: Partial<CaseDeskOptions> = {},
): CaseDesk & { data: string } {
  const data = options.data ?? temporaryFolder(context);
  const surprises: unknown[] = [];
  const desk = caseDesk({ onError: (error) => surprises.push(error), ...options, data });
  context.after(() => {
    desk.close();
    if (surprises.length) throw new AggregateError(surprises, 'The desk has failed.');
  });
  return { ...desk, data };
}

/** A whole draft of the default form. */
export function draftWith(values: Record<string, unknown> = {}, more: Partial<Draft> = {}): Draft {
  return {
    key: newKey(),
    form: 'new-case',
    values: {
      requester: 'Ada Example',
      contact: 'email',
      email: 'ada@example.com',
      product: 'account',
      topic: 'sign-in',
      subject: 'Cannot sign in',
      description: 'The page stays white after I press the button.',
      ...values,
    },
    attachments: [],
    ...more,
  };
}

/** Posts what should be a draft. */
export function post(fetch: Fetch, body: unknown): Promise<Response> {
  return fetch(
    new Request(`${origin}/desk/cases`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
}

/** Submits a draft that the desk takes. */
export async function submit(fetch: Fetch, draft: Draft): Promise<DeskReceipt> {
  const response = await post(fetch, draft);
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as DeskReceipt;
}

export function get(
  fetch: Fetch,
  path: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(new Request(origin + path, { headers }));
}

/** The case behind a link, as data. */
export async function readCase(fetch: Fetch, { url }: { url: string }): Promise<DescribedCase> {
  const response = await get(fetch, url, { accept: 'application/json' });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as DescribedCase;
}

export interface Upload {
  key: string;
  id?: string;
  name?: string;
  type?: string;
  headers?: Record<string, string>;
}

/** Sends a file. */
export function sendFile(
  fetch: Fetch,
  body: BodyInit,
  { key, id, name = 'notes.txt', type = 'text/plain', headers = {} }: Upload,
): Promise<Response> {
  return fetch(
    new Request(`${origin}/desk/files`, {
      method: 'POST',
      headers: {
        'content-type': type,
        'x-file-name': encodeURIComponent(name),
        'x-case-key': key,
        ...(id === undefined ? {} : { 'x-upload-id': id }),
        ...headers,
      },
      body,
      duplex: 'half',
    } as RequestInit),
  );
}

/** Sends a file that the desk takes. */
export async function upload(fetch: Fetch, body: BodyInit, how: Upload): Promise<StoredAttachment> {
  const response = await sendFile(fetch, body, how);
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as StoredAttachment;
}

/** The files that lie on the disk, whole ones and half ones. */
export function filesIn(data: string): { files: string[]; incoming: string[] } {
  return { files: readdirSync(join(data, 'files')), incoming: readdirSync(join(data, 'incoming')) };
}

/** The issues of a refusal, as `place: message`. */
export async function issuesOf(response: Response): Promise<string[]> {
  const { issues } = (await response.json()) as {
    issues: { path: (string | number)[]; message: string }[];
  };
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

/** An attachment that no upload has made. */
export function inventedAttachment(ref?: string): Attachment {
  const known = {
    id: 'x',
    name: 'x.txt',
    size: 1,
    type: 'text/plain',
    status: 'uploaded',
  } as const;
  return ref === undefined ? known : { ...known, ref };
}
