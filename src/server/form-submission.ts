import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { newKey } from '../core/key.js';
import type { Definition } from '../schema/definition.js';
import { KeySchema } from '../schema/draft.js';
import type { Issue } from '../schema/outcome.js';
import { acceptDraft } from './accept-draft.js';
import { toAttachment } from './describe-case.js';
import type { Desk } from './desk.js';
import { fileAway } from './file-away.js';
import { answerOf, type FormPost, type PostedFile, readFormPost } from './form-post.js';
import { json, page, refusal, seeOther } from './http/answers.js';
import { BodyTooLargeError } from './http/http-error.js';
import { KEPT_FILE, KEPT_FORM, KEPT_KEY, refusalPage } from './pages/refusal-page.js';
import { tooLargePage } from './pages/too-large-page.js';
import { whole } from './reach-case.js';
import type { StoredFile } from './store/file-records.js';
import { IdentityError, type Viewer } from './viewer.js';

/** Makes a case of what a page without JavaScript has posted. */
export async function submitForm(request: Request, desk: Desk): Promise<Response> {
  const wantsJson = !!request.headers.get('accept')?.includes('application/json');
  let post: FormPost;
  try {
    post = await readFormPost(request, desk);
  } catch (error) {
    if (!(error instanceof BodyTooLargeError) || wantsJson) throw error;
    return page(413, tooLargePage(error.limit, desk.messages, desk.texts));
  }
  const draft = await draftOf(post, desk);
  const asking = await whoAsks(request, desk);
  const found = [...draft.issues, ...asking.issues];
  const accepted = await acceptDraft(draft, desk, { found, viewer: asking.viewer });
  if (!('issues' in accepted)) {
    if (wantsJson) return json(accepted.isNew ? 201 : 200, accepted.receipt);
    return seeOther(accepted.receipt.url);
  }
  if (wantsJson) return refusal(422, accepted.issues);
  const { messages, texts, base } = desk;
  const { issues } = accepted;
  return page(422, refusalPage({ ...draft, issues, action: `${base}/cases`, messages, texts }));
}

/** Who is not valid loses nothing that they wrote: it is shown again with the reason. */
async function whoAsks(
  request: Request,
  desk: Desk,
): Promise<{ viewer?: Viewer | undefined; issues: Issue[] }> {
  try {
    return { viewer: await desk.viewerOf(request), issues: [] };
  } catch (error) {
    if (!(error instanceof IdentityError)) throw error;
    return { issues: [whole('identity', desk.texts.invalidUser)] };
  }
}

async function draftOf(post: FormPost, desk: Desk) {
  const one = (name: string) => post.texts.get(name)?.at(-1);
  const form = one(KEPT_FORM) ?? [...desk.forms.keys()][0] ?? '';
  const definition = desk.forms.get(form)?.definition;
  // Without a key of its own the form makes one case of each post.
  const key = z.safeParse(KeySchema, one(KEPT_KEY)).data ?? newKey();
  const { stored, issues } = await fileAll(key, post, desk);
  const refs = new Set([...(post.texts.get(KEPT_FILE) ?? []), ...stored.map(({ ref }) => ref)]);
  const files = desk.records.ofKey(key).filter(({ ref }) => refs.has(ref));
  const attachments = files.map(toAttachment);
  const values = valuesOf(post, definition);
  return { key, form, definition, values, attachments, issues: [...post.issues, ...issues] };
}

async function fileAll(key: string, { files }: FormPost, desk: Desk) {
  const stored: StoredFile[] = [];
  const issues: Issue[] = [];
  for (const file of files) {
    const filing = await fileAway(key, { ...file, upload: uploadOf(file) }, desk);
    if ('issue' in filing) issues.push(filing.issue);
    else stored.push(filing.file);
  }
  return { stored, issues };
}

/** A form that is posted twice posts its files twice: the same name and content is the same upload. */
function uploadOf({ name, sha256 }: PostedFile): string {
  return createHash('sha256').update(`${sha256} ${name}`).digest('hex');
}

function valuesOf({ texts }: FormPost, definition: Definition | undefined) {
  if (!definition) return Object.fromEntries(texts);
  return Object.fromEntries(
    definition.fields.flatMap((field) => {
      const posted = texts.get(field.name);
      return posted ? [[field.name, answerOf(field, posted)]] : [];
    }),
  );
}
